// Where an event stands today, and the one thing that an officer should do about it next.
import type { EventSummary } from '../../../../protocol/office/plan.ts';

export type Standing = 'coming' | 'running' | 'past';

/** `today` is a calendar day; ISO days compare as text. */
export const standingOf = (event: EventSummary, today: string): Standing =>
  today < event.starts_on ? 'coming' : today > event.ends_on ? 'past' : 'running';

export type NextStep = 'nextRoster' | 'nextPlan' | 'nextDevices' | 'nextResult';

/**
 * | roster | responses | standing | next step                     |
 * | ------ | --------- | -------- | ----------------------------- |
 * | any    | some      | any      | read the result               |
 * | empty  | none      | any      | fill in the roster            |
 * | filled | none      | coming   | check the plan                |
 * | filled | none      | running, | see whether the tablets have  |
 * |        |           | past     | sent                          |
 */
export function nextStepOf(event: EventSummary, standing: Standing): NextStep {
  if (event.responses > 0) return 'nextResult';
  if (event.participants === 0) return 'nextRoster';
  return standing === 'coming' ? 'nextPlan' : 'nextDevices';
}

export const eventPath = (id: string): string => `/office/events/${id}`;

/** Where a next step leads. */
export const stepPath = (event: EventSummary, step: NextStep): string =>
  ({
    nextRoster: `${eventPath(event.id)}/roster`,
    nextPlan: `${eventPath(event.id)}/plan`,
    nextDevices: '/office/devices',
    nextResult: eventPath(event.id),
  })[step];

export type ProgrammeEvents = { readonly id: string; readonly name: string; readonly events: EventSummary[] };

/** Events under their programmes: newest first, and the programme with the newest event on top. */
export function byProgramme(events: readonly EventSummary[]): ProgrammeEvents[] {
  const groups = new Map<string, ProgrammeEvents>();
  const newestFirst = [...events].sort(
    (a, b) => b.starts_on.localeCompare(a.starts_on) || a.name.localeCompare(b.name),
  );
  for (const event of newestFirst) {
    const group = groups.get(event.programme_id) ?? {
      id: event.programme_id,
      name: event.programme_name,
      events: [],
    };
    group.events.push(event);
    groups.set(event.programme_id, group);
  }
  return [...groups.values()];
}
