// The people to observe, by due date; on a shared tablet under the name of each supervisor.
import { useMemo } from 'preact/hooks';
import type { AssignmentView } from '../../../device/tablet.ts';
import { localDay } from '../../../domain/calendar/local-time.ts';
import { useApp, useLive } from '../../app-context.ts';
import { useDemonstration } from '../../frame/demonstration.ts';
import { Frame } from '../../frame/Frame.tsx';
import { formatDay } from '../../text/date.ts';
import { supervisorTexts } from '../../text/supervisor/texts.ts';
import { type Due, dueState } from './due.ts';
import './supervisor.css';

export default function Supervisor() {
  const { tablet, enrolment } = useApp();
  const demonstration = useDemonstration();
  const assignments = useLive(useMemo(() => tablet.assignments(), [tablet]));
  const texts = supervisorTexts();
  const isOwnPhone = enrolment.value?.account != null;
  return (
    <Frame
      title={texts.title}
      over={isOwnPhone ? enrolment.value?.account?.name : undefined}
      back={isOwnPhone ? undefined : '/'}
      demonstration={demonstration}
    >
      <p class="soft">{texts.intro}</p>
      {assignments?.length === 0 && <p class="notice">{texts.none}</p>}
      {assignments &&
        groupBySupervisor(assignments).map(([name, group]) => (
          <section key={name} class="stack assignments">
            {!isOwnPhone && <h2>{name}</h2>}
            {group.map(assignment => (
              <AssignmentCard key={assignment.id} assignment={assignment} />
            ))}
          </section>
        ))}
    </Frame>
  );
}

/** Names in alphabetical order; within one, what is still to do comes first, then by due date. */
function groupBySupervisor(assignments: readonly AssignmentView[]): [string, AssignmentView[]][] {
  const groups = new Map<string, AssignmentView[]>();
  const isDone = ({ state }: AssignmentView) => Number(state === 'done');
  const sorted = [...assignments].sort(
    (a, b) =>
      isDone(a) - isDone(b) ||
      a.due_on.localeCompare(b.due_on) ||
      a.participant_name.localeCompare(b.participant_name),
  );
  for (const assignment of sorted) {
    const group = groups.get(assignment.supervisor_name) ?? [];
    groups.set(assignment.supervisor_name, [...group, assignment]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

function AssignmentCard({ assignment }: { assignment: AssignmentView }) {
  const { clock } = useApp();
  const texts = supervisorTexts();
  const due = dueState(assignment, localDay(clock()));
  return (
    <a
      class={`card assignment assignment--${due.kind}`}
      href={`/supervisor/${assignment.id}`}
      data-assignment={assignment.id}
      data-state={assignment.state}
    >
      <strong>{assignment.participant_name}</strong>
      <span class="soft">
        {assignment.position} · {assignment.unit_name}
      </span>
      <span class="soft small">{assignment.event_name}</span>
      <span class="row">
        <span class={due.kind === 'overdue' || due.kind === 'soon' ? 'tag tag--wait' : 'tag'}>
          {sayDue(due)}
        </span>
        {assignment.state === 'draft' && <span class="tag tag--wait">✎ {texts.draft}</span>}
        {due.kind !== 'done' && <span class="small">{texts.due(formatDay(assignment.due_on, 'long'))}</span>}
      </span>
    </a>
  );
}

function sayDue(due: Due): string {
  const texts = supervisorTexts();
  if (due.kind === 'done') return `✓ ${due.on ? texts.doneOn(formatDay(due.on, 'long')) : texts.done}`;
  if (due.kind === 'overdue') return `! ${texts.overdue(due.days)}`;
  return due.days === 0 ? texts.dueToday : texts.dueIn(due.days);
}
