// The programmes, and making a new one.
import { useState } from 'preact/hooks';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { useAccount } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { SelectControl, TextControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Said } from '../parts/Said.tsx';

export function Programmes() {
  const text = planTexts();
  const centre = useCentre();
  const account = useAccount();
  const list = useLoaded(routes.programmes);
  const units = useLoaded(routes.units);
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      <Heading>{officeTexts().programmes}</Heading>
      <p class="soft">{text.programmesIntro}</p>
      <WhenLoaded from={list}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <p>{text.noProgrammes}</p>
          ) : (
            <table class="table">
              <caption class="hidden-visually">{text.programmesCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.programmeName}</th>
                  <th scope="col">{text.unit}</th>
                  <th scope="col" class="number">
                    {text.eventCount}
                  </th>
                  <th scope="col">
                    <span class="hidden-visually">{text.action}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {programmes.map(programme => (
                  <tr key={programme.id}>
                    <th scope="row">{programme.name}</th>
                    <td>{programme.unit_name}</td>
                    <td class="number">{programme.events}</td>
                    <td class="acts">
                      <a
                        class="lone-link"
                        href={`/office/events/new?programme=${programme.id}`}
                        aria-label={`${text.newEvent}: ${programme.name}`}
                      >
                        {text.newEvent}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </WhenLoaded>
      <Said>{made === null ? null : text.programmeMade(made)}</Said>
      <section class="stack" aria-labelledby="new-programme">
        <h2 id="new-programme">{text.newProgramme}</h2>
        <WhenLoaded from={units}>
          {({ units }) => (
            <Form
              submit={text.makeProgramme}
              send={({ name = '', unit_id = '' }) => centre.post(routes.programmes, { name, unit_id })}
              done={programme => {
                setMade(programme.name);
                list.reload();
              }}
            >
              <TextControl name="name" label={text.programmeName} required maxLength={160} />
              <SelectControl
                name="unit_id"
                label={text.unit}
                options={units.map(({ id, name }) => [id, name] as const)}
                chosen={account.unit_id}
              />
            </Form>
          )}
        </WhenLoaded>
      </section>
    </>
  );
}
