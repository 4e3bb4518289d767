// Closing an event on this tablet: what was counted here beside what the centre has confirmed, by receipts only.
import { useState } from 'preact/hooks';
import type { EventView } from '../../../device/tablet.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { formatDay, formatNumber } from '../../text/date.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import { countAttending } from './counted.ts';

export function CloseOut({ view }: { view: EventView }) {
  const texts = venueTexts();
  const [asking, setAsking] = useState(false);
  const { responses, received, finalised, closed_on } = view;
  const attended = countAttending(view.marks);
  const waiting = finalised - received.records;
  return (
    <section class="card stack close-out" data-waiting={waiting} aria-labelledby="close-out">
      <h2 id="close-out">{texts.closeOut}</h2>
      {finalised === 0 ? (
        <p class="soft">{texts.nothingMade}</p>
      ) : (
        <>
          <p class="close-out-counts number">
            {texts.counted(formatNumber(attended), formatNumber(responses), formatNumber(received.responses))}
          </p>
          <Arrived finalised={finalised} received={received.records} isClosed={closed_on !== null} />
          {closed_on !== null && <p>{texts.closedOn(formatDay(closed_on, 'long'))}</p>}
          {asking ? (
            <AskToClose
              event={view.event.id}
              counted={{ attended, responses }}
              done={() => setAsking(false)}
            />
          ) : (
            <div>
              <button type="button" class="button" onClick={() => setAsking(true)}>
                {closed_on === null ? texts.closeOut : texts.closeAgain}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Green only where every record has its receipt. */
function Arrived(props: { finalised: number; received: number; isClosed: boolean }) {
  const texts = venueTexts();
  const { finalised, received, isClosed } = props;
  const waiting = formatNumber(finalised - received);
  if (received >= finalised)
    return <p class="notice notice--good">✓ {texts.allArrived(formatNumber(finalised))}</p>;
  return (
    <div class="notice stack">
      <p>
        {texts.someArrived(formatNumber(received), formatNumber(finalised))} {texts.stillHere(waiting)}
      </p>
      {isClosed && (
        <p>
          <strong>{texts.keepTablet(waiting)}</strong>
        </p>
      )}
      <a class="lone-link" href={`/sending?from=${location.pathname}`}>
        {texts.toSending}
      </a>
    </div>
  );
}

type AskProps = { event: string; counted: { attended: number; responses: number }; done: () => void };

function AskToClose({ event, counted, done }: AskProps) {
  const { tablet } = useApp();
  const attempt = useAttempt();
  const texts = venueTexts();
  const { attended, responses } = counted;
  return (
    <section class="stack" aria-label={texts.closeAsk}>
      <div role="alert">
        <h3>{texts.closeAsk}</h3>
        <p>{texts.closeAskWhat(formatNumber(attended), formatNumber(responses))}</p>
      </div>
      <div class="row">
        <button
          type="button"
          class="button button--next"
          onClick={() => attempt(tablet.closeOut(event, counted).then(done))}
        >
          {texts.closeYes}
        </button>
        <button type="button" class="button" onClick={done}>
          {texts.closeNo}
        </button>
      </div>
    </section>
  );
}
