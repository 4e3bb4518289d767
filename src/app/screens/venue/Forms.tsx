// The event's other questionnaires: each opens in the kiosk or, page by page, for whoever holds the tablet.
import { useState } from 'preact/hooks';
import type { EventForm, EventRow } from '../../../protocol/feed.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { navigate } from '../../route.ts';
import { titleOf } from '../../sheet/wording.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import { EntryLink } from './EntryLink.tsx';

export function Forms({ event }: { event: EventRow }) {
  const texts = venueTexts();
  const { forms = [] } = event;
  if (forms.length === 0) return null;
  return (
    <section class="stack">
      <h2>{texts.forms}</h2>
      <ul class="forms">
        {forms.map(form => (
          <FormLine key={form.code} event={event} form={form} />
        ))}
      </ul>
    </section>
  );
}

function FormLine({ event, form }: { event: EventRow; form: EventForm }) {
  const { tablet, kiosk, unlocked } = useApp();
  const attempt = useAttempt();
  const texts = venueTexts();
  const [isMissing, setMissing] = useState(false);
  const { code, version } = form;
  const open = async () => {
    const instrument = await tablet.instrument(code, version);
    setMissing(instrument === null);
    if (!instrument) return;
    if (instrument.view !== 'kiosk') return navigate(`/venue/${event.id}/form/${code}`);
    const survey = await tablet.lockKiosk(event.id, { code, version });
    setMissing(survey === null);
    if (!survey) return;
    unlocked.value = false;
    kiosk.value = survey;
  };
  return (
    <li class="card bar" data-form={code}>
      <strong>{titleOf(form.title)}</strong>
      <button type="button" class="button" onClick={() => attempt(open())}>
        {texts.openForm} <span class="hidden-visually">{titleOf(form.title)}</span>
      </button>
      <EntryLink eventId={event.id} code={code} of={titleOf(form.title)} />
      {isMissing && (
        <p class="notice" role="alert">
          {texts.formMissing}
        </p>
      )}
    </li>
  );
}
