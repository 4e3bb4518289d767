// All events, grouped by programme, each with what has arrived and what to do next.

import { localDay } from '../../../../domain/calendar/local-time.ts';
import type { EventSummary } from '../../../../protocol/office/plan.ts';
import { useApp } from '../../../app-context.ts';
import { formatDays, formatNumber } from '../../../text/date.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Heading } from '../parts/Heading.tsx';
import { byProgramme, eventPath, nextStepOf, standingOf, stepPath } from './standing.ts';

export function Events() {
  const text = planTexts();
  const mayPlan = useMay('plan');
  const list = useLoaded(routes.events);
  return (
    <>
      <header class="bar">
        <Heading>{officeTexts().events}</Heading>
        {mayPlan && (
          <a class="button" href="/office/events/new">
            {text.newEvent}
          </a>
        )}
      </header>
      <WhenLoaded from={list}>
        {({ events }) =>
          events.length === 0 ? (
            <NoEvents mayPlan={mayPlan} />
          ) : (
            <>
              <p class="soft">{text.eventsIntro}</p>
              {byProgramme(events).map(programme => (
                <section key={programme.id} class="stack" aria-labelledby={`programme-${programme.id}`}>
                  <h2 id={`programme-${programme.id}`}>{programme.name}</h2>
                  <ul class="plain lines">
                    {programme.events.map(event => (
                      <EventLine key={event.id} event={event} mayPlan={mayPlan} />
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )
        }
      </WhenLoaded>
    </>
  );
}

function EventLine({ event, mayPlan }: { event: EventSummary; mayPlan: boolean }) {
  const text = planTexts();
  const standing = standingOf(event, localDay(useApp().clock()));
  const step = nextStepOf(event, standing);
  const offered = mayPlan || step === 'nextResult' || step === 'nextDevices';
  return (
    <li class="line">
      <div class="line-what">
        <h3>
          <a href={eventPath(event.id)}>{event.name}</a>
        </h3>
        <p>
          {formatDays(event.starts_on, event.ends_on)} · {event.venue}
        </p>
        <p class="soft small">
          {text.tally(formatNumber(event.participants), formatNumber(event.responses))} · {event.unit_name}
        </p>
      </div>
      <div class="line-next">
        <p class="row">
          <span class={standing === 'running' ? 'tag' : 'tag tag--calm'}>{text[standing]}</span>
          {event.demonstration && <span class="tag tag--wait">{text.demonstration}</span>}
        </p>
        {offered && (
          <a
            class={step === 'nextResult' ? 'button button--next' : 'button'}
            href={stepPath(event, step)}
            aria-label={`${text[step]}: ${event.name}`}
          >
            {text[step]}
          </a>
        )}
        {step === 'nextDevices' && <p class="soft small">{text.nextDevicesWhy}</p>}
      </div>
    </li>
  );
}

function NoEvents({ mayPlan }: { mayPlan: boolean }) {
  const text = planTexts();
  if (!mayPlan) return <p>{text.noEventsOfUnit}</p>;
  return (
    <section class="stack">
      <p>
        <strong>{text.noEvents}</strong> {text.firstSteps}
      </p>
      <ol class="steps">
        <li>
          {text.firstProgramme} <a href="/office/programmes">{text.toProgrammes}</a>
        </li>
        <li>{text.firstEvent}</li>
        <li>
          {text.firstTablet} <a href="/office/devices">{text.toDevices}</a>
        </li>
      </ol>
    </section>
  );
}
