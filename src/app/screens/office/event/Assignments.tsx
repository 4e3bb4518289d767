// Who observes whom after an event, and by when.

import { localDay } from '../../../../domain/calendar/local-time.ts';
import type { EventSummary } from '../../../../protocol/office/plan.ts';
import type { Assignment } from '../../../../protocol/office/roster.ts';
import { useApp } from '../../../app-context.ts';
import { formatDay } from '../../../text/date.ts';
import { rosterTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Ask } from '../parts/Ask.tsx';
import { Assign } from './Assign.tsx';

export function Assignments({ event }: { event: EventSummary }) {
  const text = rosterTexts();
  const mayPlan = useMay('plan');
  const list = useLoaded(routes.assignments(event.id));
  return (
    <section class="stack" aria-labelledby="assignments">
      <h2 id="assignments">{text.assignments}</h2>
      <p class="soft">{text.assignmentsIntro}</p>
      <WhenLoaded from={list}>
        {({ assignments }) => (
          <>
            {assignments.length === 0 ? (
              <p>{text.noAssignments}</p>
            ) : (
              <AssignmentTable assignments={assignments} mayPlan={mayPlan} changed={list.reload} />
            )}
            {mayPlan && <Assign event={event} assignments={assignments} changed={list.reload} />}
          </>
        )}
      </WhenLoaded>
    </section>
  );
}

type TableProps = { assignments: readonly Assignment[]; mayPlan: boolean; changed: () => void };

function AssignmentTable({ assignments, mayPlan, changed }: TableProps) {
  const text = rosterTexts();
  return (
    <div class="scroll">
      <table class="table">
        <caption class="hidden-visually">{text.assignmentsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.participant}</th>
            <th scope="col">{text.due}</th>
            {mayPlan && (
              <th scope="col">
                <span class="hidden-visually">{text.action}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[...assignments]
            .sort((a, b) => a.due_on.localeCompare(b.due_on))
            .map(assignment => (
              <AssignmentRow key={assignment.id} {...{ assignment, mayPlan, changed }} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { assignment: Assignment; mayPlan: boolean; changed: () => void };

function AssignmentRow({ assignment, mayPlan, changed }: RowProps) {
  const text = rosterTexts();
  const centre = useCentre();
  const today = localDay(useApp().clock());
  const { participant_name, supervisor_name, due_on, observed_on } = assignment;
  return (
    <tr>
      <th scope="row">
        {participant_name}
        <br />
        <span class="soft small">{text.by(supervisor_name)}</span>
      </th>
      <td>
        {formatDay(due_on, 'long')}
        <br />
        {observed_on ? (
          <span class="tag">{text.observed(formatDay(observed_on, 'short'))}</span>
        ) : due_on < today ? (
          <span class="tag tag--wait">{text.overdue}</span>
        ) : (
          <span class="tag tag--calm">{text.waiting}</span>
        )}
      </td>
      {mayPlan && (
        <td class="acts">
          {!observed_on && (
            <Ask
              label={text.remove}
              about={participant_name}
              question={text.removeAssignment(participant_name, supervisor_name)}
              act={() => centre.remove(routes.assignment(assignment.id))}
              done={changed}
            />
          )}
        </td>
      )}
    </tr>
  );
}
