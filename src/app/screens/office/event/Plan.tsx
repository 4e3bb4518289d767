// An event's plan: its details, and the sessions by which attendance is taken.
import { useState } from 'preact/hooks';
import type { EventDetail } from '../../../../protocol/office/plan.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { EventControls, readEvent } from '../events/EventControls.tsx';
import { Form } from '../form/Form.tsx';
import { Said } from '../parts/Said.tsx';
import { Asked } from './Asked.tsx';
import { Sessions } from './Sessions.tsx';

export function Plan({ detail, reload }: { detail: EventDetail; reload: () => void }) {
  const text = planTexts();
  const centre = useCentre();
  const mayPlan = useMay('plan');
  const [saved, setSaved] = useState(false);
  const { event, sessions } = detail;
  return (
    <>
      <Sessions event={event} sessions={sessions} reload={reload} />
      {mayPlan && <Asked detail={detail} reload={reload} />}
      {mayPlan && (
        <section class="stack" aria-labelledby="details">
          <h2 id="details">{text.details}</h2>
          <Form
            submit={officeTexts().save}
            keep
            send={values => {
              setSaved(false);
              return centre.patch(routes.event(event.id), readEvent(values));
            }}
            done={() => {
              setSaved(true);
              reload();
            }}
          >
            <EventControls event={event} />
          </Form>
          <Said>{saved ? officeTexts().saved : null}</Said>
        </section>
      )}
    </>
  );
}
