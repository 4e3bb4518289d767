// One of the event's other forms, filled in by whoever holds the tablet: page by page, or the whole sheet at once.
import { useMemo } from 'preact/hooks';
import type { Draft, EventView } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { useApp, useLive } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { RoomAdvice } from '../../frame/NoRoom.tsx';
import { useRoom } from '../../frame/use-room.ts';
import { PageView } from '../../sheet/own/PageView.tsx';
import { useFilling } from '../../sheet/own/use-filling.ts';
import { useFound } from '../../sheet/own/use-found.ts';
import { WholeSheet } from '../../sheet/own/WholeSheet.tsx';
import { formLanguage, plainWording } from '../../sheet/wording.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import './venue.css';

type Event = EventView['event'];

export default function Form({ params }: { params: Record<string, string> }) {
  const { tablet } = useApp();
  const id = params.event ?? '';
  const view = useLive(useMemo(() => tablet.event(id), [tablet, id]));
  const texts = venueTexts();
  if (view === undefined) return <div class="page" aria-busy="true" />;
  const form = view?.event.forms?.find(({ code }) => code === params.form);
  if (!view || !form) return <Said back="/venue" sentence={texts.missing} />;
  return <Filled event={view.event} code={form.code} version={form.version} />;
}

/** One sheet after another; a half-filled one goes on in the version that it was begun in. */
function Filled({ event, code, version }: { event: Event; code: string; version: number }) {
  const key = `form:${event.id}:${code}`;
  const { found, again } = useFound(key, { code, version });
  const texts = venueTexts();
  const back = `/venue/${event.id}`;
  if (!found) return <div class="page" aria-busy="true" />;
  if (!found.instrument) return <Said back={back} sentence={texts.formMissing} />;
  return <Sheet event={event} draftKey={key} {...found} instrument={found.instrument} onAgain={again} />;
}

type SheetProps = {
  event: Event;
  draftKey: string;
  instrument: Instrument;
  draft: Draft | null;
  onAgain: () => void;
};

function Sheet({ event, draftKey, instrument, draft, onAgain }: SheetProps) {
  const hasRoom = useRoom(draft === null);
  const purpose = { key: draftKey, event_id: event.id, assignment_id: null, beside: true };
  const filling = useFilling({ instrument, purpose, restored: draft });
  const texts = venueTexts();
  const isFinished = filling?.finished.value ?? false;
  const isFull = hasRoom === false && filling?.savedAt.value === null;
  return (
    <Frame
      title={plainWording(instrument.title, formLanguage(instrument))}
      over={event.name}
      back={`/venue/${event.id}`}
      demonstration={event.demonstration ? texts.demonstration : null}
      restful={isFinished}
    >
      {isFinished ? (
        <Finished eventId={event.id} onAgain={onAgain} />
      ) : isFull ? (
        <RoomAdvice />
      ) : (
        filling &&
        (instrument.view === 'sheet' ? <WholeSheet filling={filling} /> : <PageView filling={filling} />)
      )}
    </Frame>
  );
}

function Finished({ eventId, onAgain }: { eventId: string; onAgain: () => void }) {
  const texts = venueTexts();
  return (
    <>
      <p class="notice notice--good" role="status">
        {texts.formDone}
      </p>
      <div class="row">
        <button type="button" class="button button--next" onClick={onAgain}>
          {texts.formAgain}
        </button>
        <a class="button" href={`/venue/${eventId}`}>
          {texts.toEvent}
        </a>
      </div>
    </>
  );
}

const Said = ({ back, sentence }: { back: string; sentence: string }) => (
  <Frame title={venueTexts().forms} back={back}>
    <p class="notice">{sentence}</p>
  </Frame>
);
