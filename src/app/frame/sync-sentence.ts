// The state of sending as a sentence, made only of what the centre has acknowledged.
import type { SyncStatus } from '../../device/tablet.ts';
import { formatMoment } from '../text/date.ts';
import { frameTexts } from '../text/frame/texts.ts';
import { problemSentence } from '../text/problem/sentence.ts';

export type SyncSentence = { tone: 'good' | 'wait' | 'bad'; sentences: string[] };

/** `now` in epoch ms. Never says that all is received while a record waits for its receipt. */
export function syncSentence(status: SyncStatus, now: number): SyncSentence {
  const texts = frameTexts();
  const { pending, held, quarantined, state } = status;
  const apart = [
    ...(held > 0 ? [texts.held(held)] : []),
    ...(quarantined > 0 ? [texts.quarantined(quarantined)] : []),
  ];
  if (state.kind === 'refused')
    return {
      tone: 'bad',
      sentences: [problemSentence(state.problem), ...(pending > 0 ? [texts.keeps(pending)] : []), ...apart],
    };
  const tone = pending > 0 || status.last_contact_at === null ? 'wait' : 'good';
  if (state.kind === 'sending')
    return { tone: 'wait', sentences: [pending > 0 ? texts.sending(pending) : texts.asking, ...apart] };
  const retry = state.kind === 'unreachable' ? [texts.retries(formatMoment(state.retry_at, now))] : [];
  return { tone, sentences: [sayContact(status, now), ...retry, ...apart] };
}

function sayContact({ pending, last_contact_at }: SyncStatus, now: number): string {
  const texts = frameTexts();
  if (last_contact_at === null) return pending > 0 ? texts.waitingNever(pending) : texts.nothingYet;
  const when = formatMoment(last_contact_at, now);
  return pending > 0 ? texts.waiting(pending, when) : texts.allReceived(when);
}
