// What supervisors saw at work months later: by level, then person by person with evidence and recommendation.
import type { ObservationResult } from '../../../../protocol/office/result.ts';
import { formatDay, formatNumber } from '../../../text/date.ts';
import { inLanguage } from '../../../text/language.ts';
import { resultTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { Count } from './AttendancePart.tsx';
import { type RubricGroup, rubricGroups } from './rubric-groups.ts';

type Props = { observation: ObservationResult; event: string };

export function ObservationPart({ observation, event }: Props) {
  const text = resultTexts();
  const mayPlan = useMay('plan');
  const { assigned, observed, questions, people } = observation;
  return (
    <section class="stack" aria-labelledby="observation">
      <h2 id="observation">{text.observation}</h2>
      {assigned === 0 ? (
        <p>
          {text.observationNone}{' '}
          {mayPlan && <a href={`/office/events/${event}/assignments`}>{text.toAssignments}</a>}
        </p>
      ) : (
        <>
          <p>{text.observed(formatNumber(observed), formatNumber(assigned))}</p>
          {observed > 0 &&
            rubricGroups(questions).map(group => (
              <RubricTable key={group.questions[0]?.code} group={group} />
            ))}
          <h3>{text.perPerson}</h3>
          <ul class="plain lines">
            {people.map(person => (
              <Person key={`${person.participant_name} ${person.supervisor_name}`} person={person} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function RubricTable({ group }: { group: RubricGroup }) {
  const text = resultTexts();
  return (
    <div class="scroll">
      <table class="table table--counts">
        <caption class="hidden-visually">{text.levelsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.competency}</th>
            {group.choices.map(choice => (
              <th key={choice.code} scope="col" class="number">
                {inLanguage(choice.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.questions.map(question => (
            <tr key={question.code}>
              <th scope="row">{inLanguage(question.label)}</th>
              {question.choices.map(choice => (
                <Count key={choice.code} n={choice.n} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ person }: { person: ObservationResult['people'][number] }) {
  const text = resultTexts();
  const { participant_name, supervisor_name, due_on, observed_on, answers } = person;
  if (!observed_on || !answers)
    return (
      <li class="line line--person">
        <span>
          <strong>{participant_name}</strong>{' '}
          <span class="soft">{text.dueBy(supervisor_name, formatDay(due_on, 'long'))}</span>
        </span>
      </li>
    );
  return (
    <li class="line line--person">
      <details class="fold fold--line">
        <summary>
          {participant_name}{' '}
          <span class="soft">{text.observedOn(supervisor_name, formatDay(observed_on, 'long'))}</span>
        </summary>
        <dl class="answers">
          {answers.map(answer => (
            <div key={answer.code}>
              <dt>{inLanguage(answer.label)}</dt>
              <dd>{inLanguage(answer.answer) || <span class="soft">{text.blank}</span>}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
