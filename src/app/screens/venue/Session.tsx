// Attendance of one session: find a person, one tap marks, another tap corrects.
import { useMemo, useRef, useState } from 'preact/hooks';
import type { EventView } from '../../../device/tablet.ts';
import { countMarks } from '../../../domain/attendance/mark.ts';
import type { ParticipantRow, SessionRow } from '../../../protocol/feed.ts';
import { useApp, useAttempt, useLive } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { formatDay, formatNumber, formatTimeOfDay } from '../../text/date.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import { type Counted, countedOf, type SessionMarks } from './counted.ts';
import { Filters } from './Filters.tsx';
import { findParticipants } from './find-participants.ts';
import { ParticipantLine } from './ParticipantLine.tsx';
import './venue.css';

/** More rows than anybody reads; a search narrows the list. */
const MOST_ROWS = 60;
const NO_MARKS: SessionMarks = new Map();

export default function Session({ params }: { params: Record<string, string> }) {
  const { tablet } = useApp();
  const id = params.event ?? '';
  const view = useLive(useMemo(() => tablet.event(id), [tablet, id]));
  const session = view?.sessions.find(one => one.id === params.session);
  if (view === undefined) return <div class="page" aria-busy="true" />;
  if (view && session) return <Attendance view={view} session={session} />;
  return (
    <Frame title={venueTexts().title} back="/venue">
      <p class="notice">{venueTexts().missing}</p>
    </Frame>
  );
}

function Attendance({ view, session }: { view: EventView; session: SessionRow }) {
  const texts = venueTexts();
  const { tablet } = useApp();
  const attempt = useAttempt();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Counted | 'all'>('all');
  const [open, setOpen] = useState<string | null>(null);
  const { event, participants } = view;
  const marks = view.marks.get(session.id) ?? NO_MARKS;
  const found = useSteadyList(participants, marks, typed, filter);
  const shown = found.slice(0, MOST_ROWS);
  return (
    <Frame
      title={session.name}
      over={event.name}
      back={`/venue/${event.id}`}
      demonstration={event.demonstration ? texts.demonstration : null}
    >
      <p class="soft">
        {formatDay(session.day)},{' '}
        <span class="hours">
          {texts.hours(formatTimeOfDay(session.starts_at), formatTimeOfDay(session.ends_at))}
        </span>
      </p>
      <div class="finder">
        <label class="hidden-visually" for="find">
          {texts.search}
        </label>
        <input
          id="find"
          class="input"
          type="search"
          autocomplete="off"
          placeholder={texts.search}
          value={typed}
          onInput={change => setTyped(change.currentTarget.value)}
        />
        <Filters
          counts={countMarks(participants.length, marks.values())}
          total={participants.length}
          chosen={filter}
          onChoose={setFilter}
        />
      </div>
      {participants.length === 0 && <p class="notice">{texts.noParticipants}</p>}
      {participants.length > 0 && found.length === 0 && <p class="notice">{texts.noMatch}</p>}
      <ul class="roster">
        {shown.map(person => (
          <ParticipantLine
            key={person.id}
            person={person}
            mark={marks.get(person.id) ?? null}
            isOpen={open === person.id}
            onToggle={() => setOpen(open === person.id ? null : person.id)}
            onMark={mark => {
              setOpen(null);
              attempt(tablet.mark(event.id, session.id, person.id, mark));
            }}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <p class="soft">{texts.more(formatNumber(found.length - shown.length))}</p>
      )}
    </Frame>
  );
}

/**
 * The people who match. A mark changes nobody's place until the search or the filter changes: a row that jumped away
 * under the finger would give the next tap to somebody else.
 */
function useSteadyList(
  participants: readonly ParticipantRow[],
  marks: SessionMarks,
  typed: string,
  filter: Counted | 'all',
): ParticipantRow[] {
  const asked = `${filter} ${participants.length} ${typed}`;
  const kept = useRef<{ asked: string; ids: Set<string> } | null>(null);
  const found = useMemo(() => findParticipants(participants, typed), [participants, typed]);
  if (kept.current?.asked !== asked) {
    const matches = found.filter(person => filter === 'all' || countedOf(marks, person.id) === filter);
    kept.current = { asked, ids: new Set(matches.map(person => person.id)) };
  }
  const { ids } = kept.current;
  return found.filter(person => ids.has(person.id));
}
