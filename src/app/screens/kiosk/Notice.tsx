// Before the first question: what the survey is for, that no name is kept, and one large button.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import type { EventRow } from '../../../protocol/feed.ts';
import { useRoom } from '../../frame/use-room.ts';
import { lazy } from '../../lazy.tsx';
import { LanguageSwitch } from '../../parts/LanguageSwitch.tsx';
import { formLanguage, plainWording } from '../../sheet/wording.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import type { Filling } from './filling.ts';
import { StaffButton } from './Leave.tsx';

/** Seldom needed: kept out of what the first question waits for. */
const NoRoom = lazy(() => import('../../frame/NoRoom.tsx'));
const NO_PARAMS = {};

type NoticeProps = { event: EventRow; instrument: Instrument; filling: Filling; onLeave: () => void };

export function Notice({ event, instrument, filling, onLeave }: NoticeProps) {
  const texts = kioskTexts();
  const hasRoom = useRoom(true);
  const spoken = formLanguage(instrument);
  if (hasRoom === false)
    return (
      <main class="kiosk kiosk-full" data-stage="full">
        <NoRoom params={NO_PARAMS} />
        <StaffButton onPress={onLeave} />
      </main>
    );
  return (
    <main class="kiosk kiosk-notice" data-stage="notice">
      <header class="stack">
        <div class="bar">
          <StaffButton onPress={onLeave} />
          <LanguageSwitch />
        </div>
        {event.demonstration && <p class="notice">{texts.demonstration}</p>}
      </header>
      <div class="stack">
        <p class="soft">{event.name}</p>
        <h1>{plainWording(instrument.title, spoken)}</h1>
        {instrument.notice && <p>{plainWording(instrument.notice.text, spoken)}</p>}
      </div>
      <div class="kiosk-begin">
        <button
          type="button"
          class="button button--next"
          disabled={!filling.settled.value}
          onClick={() => filling.begin()}
        >
          {texts.begin}
        </button>
        <p class="soft small">{texts.duration}</p>
      </div>
    </main>
  );
}
