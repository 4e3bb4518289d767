// One event: what, where and when, and its four parts as real links.
import type { EventDetail } from '../../../../protocol/office/plan.ts';
import { formatDays } from '../../../text/date.ts';
import { planTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { eventPath } from '../events/standing.ts';
import { Heading } from '../parts/Heading.tsx';
import { ResultTab } from '../result/ResultTab.tsx';
import { Assignments } from './Assignments.tsx';
import { Plan } from './Plan.tsx';
import { Roster } from './Roster.tsx';

const TABS = [
  { tab: 'result', name: 'tabResult', path: '', planning: false },
  { tab: 'plan', name: 'tabPlan', path: '/plan', planning: false },
  { tab: 'roster', name: 'tabRoster', path: '/roster', planning: false },
  { tab: 'assignments', name: 'tabAssignments', path: '/assignments', planning: true },
] as const;

export function EventPage({ id, tab }: { id: string; tab: string }) {
  const text = planTexts();
  const mayPlan = useMay('plan');
  const detail = useLoaded(routes.event(id));
  const tabs = TABS.filter(one => mayPlan || !one.planning);
  const shown = tabs.find(one => one.tab === tab) ?? TABS[0];
  return (
    <WhenLoaded from={detail}>
      {({ event, ...more }) => (
        <>
          <header class="stack stack--tight">
            <p class="soft small">
              {event.programme_name} · {event.unit_name}
            </p>
            <Heading key={shown.tab} title={`${text[shown.name]} · ${event.name}`}>
              {event.name}
            </Heading>
            <p>
              {formatDays(event.starts_on, event.ends_on)} · {event.venue}
            </p>
          </header>
          <nav class="tabs no-print" aria-label={text.tabs}>
            {tabs.map(one => (
              <a
                key={one.tab}
                class="tabs-tab"
                href={eventPath(id) + one.path}
                aria-current={one.tab === shown.tab ? 'page' : undefined}
              >
                {text[one.name]}
              </a>
            ))}
          </nav>
          <Tab tab={shown.tab} detail={{ event, ...more }} reload={detail.reload} />
        </>
      )}
    </WhenLoaded>
  );
}

type TabProps = { tab: (typeof TABS)[number]['tab']; detail: EventDetail; reload: () => void };

function Tab({ tab, detail, reload }: TabProps) {
  if (tab === 'plan') return <Plan detail={detail} reload={reload} />;
  if (tab === 'roster') return <Roster event={detail.event} />;
  if (tab === 'assignments') return <Assignments event={detail.event} />;
  return <ResultTab event={detail.event.id} />;
}
