// Sheets filled in on paper, typed in one after another: of the event's survey or of another of its forms.
import { useEffect, useMemo } from 'preact/hooks';
import type { EventView, NamedInstrument } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { useApp, useLive } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { RoomAdvice } from '../../frame/NoRoom.tsx';
import { useRoom } from '../../frame/use-room.ts';
import { EntrySheet } from '../../sheet/entry/EntrySheet.tsx';
import { HeldKeys } from '../../sheet/entry/held-keys.ts';
import { Legend } from '../../sheet/entry/Legend.tsx';
import { useFilling } from '../../sheet/own/use-filling.ts';
import { type Found, useFound } from '../../sheet/own/use-found.ts';
import { formLanguage, plainWording } from '../../sheet/wording.ts';
import { formatNumber } from '../../text/date.ts';
import { entryTexts } from '../../text/entry/texts.ts';
import { venueTexts } from '../../text/venue/texts.ts';

type Event = EventView['event'];

export default function Entry({ params }: { params: Record<string, string> }) {
  const { tablet } = useApp();
  const id = params.event ?? '';
  const view = useLive(useMemo(() => tablet.event(id), [tablet, id]));
  if (view === undefined) return <div class="page" aria-busy="true" />;
  const named =
    view && [view.event.survey, ...(view.event.forms ?? [])].find(one => one.code === params.form);
  if (view && named) return <Sitting event={view.event} named={named} />;
  return (
    <Frame title={entryTexts().title} back="/venue">
      <p class="notice">{venueTexts().missing}</p>
    </Frame>
  );
}

/** The frame stays from sheet to sheet; a sheet comes after it, since both take the keyboard. */
function Sitting({ event, named }: { event: Event; named: NamedInstrument }) {
  const { found, done, again } = useFound(`entry:${event.id}:${named.code}`, named);
  const held = useMemo(() => new HeldKeys(), []);
  useEffect(() => () => held.drop(), [held]);
  const [texts, ofVenue] = [entryTexts(), venueTexts()];
  const instrument = found?.instrument;
  return (
    <Frame
      title={texts.title}
      over={event.name}
      back={`/venue/${event.id}`}
      demonstration={event.demonstration ? ofVenue.demonstration : null}
      restful={false}
    >
      <div class="bar">
        <p role="status" class="entry-saved">
          {done > 0 && <strong>✓ {texts.saved(formatNumber(done))}</strong>}
        </p>
        <p class="soft small number">{texts.typed(formatNumber(done))}</p>
      </div>
      <Legend />
      {found && !instrument && <p class="notice">{ofVenue.formMissing}</p>}
      {found && instrument && (
        <Typing
          key={done}
          event={event}
          code={named.code}
          instrument={instrument}
          draft={found.draft}
          held={held}
          onSaved={again}
        />
      )}
    </Frame>
  );
}

type TypingProps = {
  event: Event;
  code: string;
  instrument: Instrument;
  draft: Found['draft'];
  held: HeldKeys;
  onSaved: () => void;
};

function Typing({ event, code, instrument, draft, held, onSaved }: TypingProps) {
  const hasRoom = useRoom(draft === null);
  const filling = useFilling({
    instrument,
    purpose: {
      ...{ key: `entry:${event.id}:${code}`, event_id: event.id, assignment_id: null },
      ...(code !== event.survey.code && { beside: true }),
    },
    restored: draft,
  });
  if (hasRoom === false && !filling?.savedAt.value) return <RoomAdvice />;
  return (
    <section class="stack">
      <h2>{plainWording(instrument.title, formLanguage(instrument))}</h2>
      {filling && <EntrySheet filling={filling} held={held} onSaved={onSaved} />}
    </section>
  );
}
