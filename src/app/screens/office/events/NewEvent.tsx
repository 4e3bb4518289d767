// Plans a new event of a programme; its sessions and roster come next.
import { navigate } from '../../../route.ts';
import { planTexts } from '../../../text/office/texts.ts';
import { useAccount } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { SelectControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Heading } from '../parts/Heading.tsx';
import { EventControls, readEvent } from './EventControls.tsx';
import { eventPath } from './standing.ts';

export function NewEvent() {
  const text = planTexts();
  const centre = useCentre();
  const account = useAccount();
  const programmes = useLoaded(routes.programmes);
  const units = useLoaded(routes.units);
  const wanted = new URLSearchParams(location.search).get('programme') ?? '';
  return (
    <>
      <Heading>{text.newEvent}</Heading>
      <WhenLoaded from={programmes}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <p>
              {text.needProgramme} <a href="/office/programmes">{text.toProgrammes}</a>
            </p>
          ) : (
            <WhenLoaded from={units}>
              {({ units }) => (
                <Form
                  submit={text.makeEvent}
                  send={values =>
                    centre.post(routes.events, {
                      programme_id: values.programme_id ?? '',
                      unit_id: values.unit_id ?? '',
                      ...readEvent(values),
                    })
                  }
                  done={({ event }) => navigate(`${eventPath(event.id)}/plan`)}
                >
                  <SelectControl
                    name="programme_id"
                    label={text.programme}
                    options={programmes.map(({ id, name }) => [id, name] as const)}
                    chosen={wanted}
                  />
                  <SelectControl
                    name="unit_id"
                    label={text.unit}
                    hint={text.eventUnitHint}
                    options={units.map(({ id, name }) => [id, name] as const)}
                    chosen={account.unit_id}
                  />
                  <EventControls />
                </Form>
              )}
            </WhenLoaded>
          )
        }
      </WhenLoaded>
    </>
  );
}
