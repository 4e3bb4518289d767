// Assigns several participants to one supervisor at once.
import { useState } from 'preact/hooks';
import { addDays } from '../../../../domain/calendar/day.ts';
import { accepted, type Result } from '../../../../domain/result.ts';
import type { Account } from '../../../../protocol/office/account.ts';
import type { EventSummary } from '../../../../protocol/office/plan.ts';
import type { Assignment, Participant } from '../../../../protocol/office/roster.ts';
import { rosterTexts } from '../../../text/office/texts.ts';
import type { Centre } from '../centre/centre.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { SelectControl, TextControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Said } from '../parts/Said.tsx';

type AssignProps = { event: EventSummary; assignments: readonly Assignment[]; changed: () => void };

export function Assign(props: AssignProps) {
  const text = rosterTexts();
  const roster = useLoaded(routes.participants(props.event.id));
  const accounts = useLoaded(routes.accounts);
  return (
    <Fold title={text.assignTitle} openAtFirst={props.assignments.length === 0}>
      <WhenLoaded from={roster}>
        {({ participants }) => (
          <WhenLoaded from={accounts}>
            {({ accounts }) => {
              const supervisors = accounts.filter(({ role, active }) => role === 'supervisor' && active);
              if (participants.length === 0)
                return (
                  <p>
                    {text.needRoster} <a href={`/office/events/${props.event.id}/roster`}>{text.toRoster}</a>
                  </p>
                );
              if (supervisors.length === 0)
                return (
                  <p>
                    {text.needSupervisor} <a href="/office/accounts">{text.toAccounts}</a>
                  </p>
                );
              return <AssignForm {...props} participants={participants} supervisors={supervisors} />;
            }}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </Fold>
  );
}

type AssignFormProps = AssignProps & {
  participants: readonly Participant[];
  supervisors: readonly Account[];
};

const USUAL_DAYS = 90;

function AssignForm({ event, assignments, changed, participants, supervisors }: AssignFormProps) {
  const text = rosterTexts();
  const centre = useCentre();
  const only = supervisors.length === 1 ? supervisors[0]?.id : undefined;
  const [supervisor, setSupervisor] = useState(only ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<string | null>(null);
  const taken = new Set(
    assignments.filter(one => one.supervisor_id === supervisor).map(one => one.participant_id),
  );
  const open = participants.filter(person => !taken.has(person.id));

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Form<number>
      submit={text.assign}
      keep
      send={async ({ due_on = '' }) => {
        const people = open.filter(person => chosen.has(person.id)).map(person => person.id);
        const made = await assignEach(centre, event.id, { supervisor_id: supervisor, due_on, people });
        changed();
        return made;
      }}
      done={made => {
        setTold(made === 0 ? text.assignNobody : text.assignDone(made));
        setChosen(new Set());
      }}
    >
      <div class="pair">
        <SelectControl
          name="supervisor_id"
          label={text.supervisor}
          options={supervisors.map(({ id, name, unit_name }) => [id, `${name} · ${unit_name}`] as const)}
          chosen={supervisor}
          onPick={setSupervisor}
        />
        <TextControl
          name="due_on"
          type="date"
          label={text.due}
          hint={text.dueHint}
          required
          min={event.starts_on}
          defaultValue={addDays(event.ends_on, USUAL_DAYS)}
        />
      </div>
      <fieldset class="ticks">
        <legend>{text.assignWho}</legend>
        {open.length === 0 && <p>{text.assignAllHave}</p>}
        <div class="ticks-list">
          {open.map(person => (
            <label key={person.id} class="tick">
              <input type="checkbox" checked={chosen.has(person.id)} onChange={() => toggle(person.id)} />
              <span>
                {person.name} <span class="soft small">{person.unit_name}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Said>{told}</Said>
    </Form>
  );
}

type Asked = { supervisor_id: string; due_on: string; people: readonly string[] };

/** One after the other, so that what was made before a refusal stands. How many were made. */
async function assignEach(centre: Centre, event: string, asked: Asked): Promise<Result<number>> {
  let made = 0;
  for (const participant_id of asked.people) {
    const { supervisor_id, due_on } = asked;
    const result = await centre.post(routes.assignments(event), { participant_id, supervisor_id, due_on });
    if (result.ok) made += 1;
    else if (result.problem.code !== 'assignment.duplicate') return result;
  }
  return accepted(made);
}
