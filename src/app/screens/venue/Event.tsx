// One event: what, where and when; the survey to open; attendance session by session; closing it at the end.
import { useMemo, useState } from 'preact/hooks';
import type { EventView } from '../../../device/tablet.ts';
import { countMarks, type MarkCounts } from '../../../domain/attendance/mark.ts';
import type { SessionRow } from '../../../protocol/feed.ts';
import { useApp, useAttempt, useLive } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { formatDay, formatDays, formatNumber, formatTimeOfDay } from '../../text/date.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import { CloseOut } from './CloseOut.tsx';
import { COUNTED, type Counted, countAttending } from './counted.ts';
import { EntryLink } from './EntryLink.tsx';
import { Forms } from './Forms.tsx';
import './venue.css';

export default function Event({ params }: { params: Record<string, string> }) {
  const { tablet } = useApp();
  const id = params.event ?? '';
  const view = useLive(useMemo(() => tablet.event(id), [tablet, id]));
  const texts = venueTexts();
  if (view === undefined) return <div class="page" aria-busy="true" />;
  if (view === null)
    return (
      <Frame title={texts.title} back="/venue">
        <p class="notice">{texts.missing}</p>
      </Frame>
    );
  const { event, sessions, participants } = view;
  return (
    <Frame
      title={event.name}
      over={event.programme_name}
      back="/venue"
      demonstration={event.demonstration ? texts.demonstration : null}
    >
      <p>
        {formatDays(event.starts_on, event.ends_on)}
        <br />
        <span class="soft">
          {event.venue} · {texts.participants(formatNumber(participants.length))}
        </span>
      </p>
      <OpenKiosk view={view} />
      <Forms event={event} />
      <section class="stack events">
        <h2>{texts.sessions}</h2>
        {sessions.length === 0 && <p class="notice">{texts.noSessions}</p>}
        {sessions.map(session => (
          <SessionCard key={session.id} session={session} counts={countSession(view, session.id)} />
        ))}
      </section>
      <CloseOut view={view} />
    </Frame>
  );
}

const countSession = (view: EventView, sessionId: string): MarkCounts =>
  countMarks(view.participants.length, view.marks.get(sessionId)?.values() ?? []);

function OpenKiosk({ view }: { view: EventView }) {
  const { tablet, kiosk, unlocked } = useApp();
  const attempt = useAttempt();
  const texts = venueTexts();
  const [isMissing, setMissing] = useState(false);
  const open = async () => {
    const survey = await tablet.lockKiosk(view.event.id);
    setMissing(survey === null);
    if (survey === null) return;
    unlocked.value = false;
    kiosk.value = survey;
  };
  const responses = formatNumber(view.responses);
  const attending = countAttending(view.marks);
  return (
    <section class="card survey">
      <div>
        <h2>{texts.survey}</h2>
        <p>
          {attending > 0 ? texts.responsesOf(responses, formatNumber(attending)) : texts.responses(responses)}
        </p>
        <p class="soft small">{texts.kioskHint}</p>
        {isMissing && (
          <p class="notice" role="alert">
            {texts.surveyMissing}
          </p>
        )}
      </div>
      <button type="button" class="button button--next" onClick={() => attempt(open())}>
        {texts.openKiosk}
      </button>
      <EntryLink eventId={view.event.id} code={view.event.survey.code} of={texts.survey} />
    </section>
  );
}

function SessionCard({ session, counts }: { session: SessionRow; counts: MarkCounts }) {
  const texts = venueTexts();
  const isShown = (counted: Counted) =>
    counted === 'present' || counted === 'unmarked' || counts[counted] > 0;
  return (
    <a class="card event" href={`/venue/${session.event_id}/session/${session.id}`}>
      <strong>{session.name}</strong>
      <span>
        {formatDay(session.day)},{' '}
        <span class="hours">
          {texts.hours(formatTimeOfDay(session.starts_at), formatTimeOfDay(session.ends_at))}
        </span>
      </span>
      <span class="soft number">
        {COUNTED.filter(isShown)
          .map(counted => texts.count(formatNumber(counts[counted]), texts[counted]))
          .join(' · ')}
      </span>
    </a>
  );
}
