// The events of the unit: today's first, then the coming ones, then the past.
import { useMemo } from 'preact/hooks';
import { localDay } from '../../../domain/calendar/local-time.ts';
import type { EventRow } from '../../../protocol/feed.ts';
import { useApp, useLive } from '../../app-context.ts';
import { useDemonstration } from '../../frame/demonstration.ts';
import { Frame } from '../../frame/Frame.tsx';
import { formatDays } from '../../text/date.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import './venue.css';

export default function Venue() {
  const { tablet, clock } = useApp();
  const demonstration = useDemonstration();
  const events = useLive(useMemo(() => tablet.events(), [tablet]));
  const texts = venueTexts();
  return (
    <Frame title={texts.title} back="/" demonstration={demonstration}>
      {events?.length === 0 && <p class="notice">{texts.none}</p>}
      {events &&
        groupByTime(events, localDay(clock())).map(([when, group]) => (
          <section key={when} class="stack events">
            <h2>{texts[when]}</h2>
            {group.map(event => (
              <a key={event.id} class="card event" href={`/venue/${event.id}`}>
                <strong>{event.name}</strong>
                <span>{formatDays(event.starts_on, event.ends_on)}</span>
                <span class="soft">{event.venue}</span>
              </a>
            ))}
          </section>
        ))}
    </Frame>
  );
}

/** Groups that hold something, in the order of reading; within one the nearest day comes first. */
function groupByTime(events: readonly EventRow[], today: string) {
  const byStart = [...events].sort((a, b) => a.starts_on.localeCompare(b.starts_on));
  const groups = [
    ['today', byStart.filter(event => event.starts_on <= today && today <= event.ends_on)],
    ['coming', byStart.filter(event => event.starts_on > today)],
    ['past', byStart.filter(event => event.ends_on < today).reverse()],
  ] as const;
  return groups.filter(([, group]) => group.length > 0);
}
