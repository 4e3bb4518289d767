// An event's roster: searched, read, added to one by one or from a spreadsheet.
import { useState } from 'preact/hooks';
import { spacedNip } from '../../../../domain/person/nip.ts';
import type { EventSummary } from '../../../../protocol/office/plan.ts';
import type { Participant } from '../../../../protocol/office/roster.ts';
import { rosterTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Ask } from '../parts/Ask.tsx';
import { Fold } from '../parts/Fold.tsx';
import { AddParticipant } from './AddParticipant.tsx';
import { findPeople } from './find-people.ts';
import { ImportRoster } from './ImportRoster.tsx';

export function Roster({ event }: { event: EventSummary }) {
  const text = rosterTexts();
  const mayPlan = useMay('plan');
  const list = useLoaded(routes.participants(event.id));
  return (
    <section class="stack" aria-labelledby="roster">
      <h2 id="roster">{text.roster}</h2>
      <WhenLoaded from={list}>
        {({ participants }) => (
          <>
            {participants.length === 0 && (
              <p>
                {text.noPeople} {mayPlan && text.noPeopleNext}
              </p>
            )}
            {mayPlan && (
              <div class="no-print">
                <Fold title={text.importTitle} openAtFirst={participants.length === 0}>
                  <ImportRoster event={event.id} changed={list.reload} />
                </Fold>
                <Fold title={text.addOne}>
                  <AddParticipant event={event.id} changed={list.reload} />
                </Fold>
              </div>
            )}
            {participants.length > 0 && <People people={participants} changed={list.reload} />}
          </>
        )}
      </WhenLoaded>
    </section>
  );
}

function People({ people, changed }: { people: readonly Participant[]; changed: () => void }) {
  const text = rosterTexts();
  const mayPlan = useMay('plan');
  const [wanted, setWanted] = useState('');
  const found = findPeople(people, wanted);
  return (
    <>
      <div class="search no-print">
        <label class="hidden-visually" for="search">
          {text.search}
        </label>
        <input
          id="search"
          type="search"
          class="input"
          placeholder={text.search}
          autoComplete="off"
          value={wanted}
          onInput={event => setWanted(event.currentTarget.value)}
        />
        <p class="soft small" role="status">
          {wanted.trim() ? text.found(found.length, people.length) : text.people(people.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <p>{text.noneFound}</p>
      ) : (
        <table class="table table--people">
          <caption class="hidden-visually">{text.rosterCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.work}</th>
              {mayPlan && (
                <th scope="col">
                  <span class="hidden-visually">{text.action}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {found.map(person => (
              <PersonRow key={person.id} person={person} mayPlan={mayPlan} changed={changed} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type PersonRowProps = { person: Participant; mayPlan: boolean; changed: () => void };

function PersonRow({ person, mayPlan, changed }: PersonRowProps) {
  const text = rosterTexts();
  const centre = useCentre();
  return (
    <tr>
      <th scope="row">
        {person.name}
        <br />
        <span class="soft small number">{person.nip ? spacedNip(person.nip) : text.noNip}</span>
      </th>
      <td>
        {[person.rank, person.position].filter(Boolean).join(' · ')}
        <br />
        <span class="soft small">{person.unit_name}</span>
      </td>
      {mayPlan && (
        <td class="acts">
          <Ask
            label={text.remove}
            about={person.name}
            question={text.removeSure(person.name)}
            act={() => centre.remove(routes.participant(person.id))}
            done={changed}
          />
        </td>
      )}
    </tr>
  );
}
