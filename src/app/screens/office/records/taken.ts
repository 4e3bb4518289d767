// The results of a file's records in words, and which of them need somebody.
import type { TakeInReport } from '../../../../protocol/office/device.ts';
import type { HeldResult, PushResult } from '../../../../protocol/push-result.ts';
import { formatNumber } from '../../../text/date.ts';
import { recordTexts } from '../../../text/office/texts.ts';
import { problemSentence } from '../../../text/problem/sentence.ts';

type TakenRecord = TakeInReport['records'][number];
type TakenResult = PushResult | HeldResult;

/** In the order in which they are told. */
const COUNTED = {
  stored: 'stored',
  duplicate: 'duplicate',
  quarantined: 'quarantined',
  conflict_stored: 'conflict_stored',
  retry: 'retry_later',
  too_large: 'too_large',
} as const satisfies Record<TakenResult, string>;

/** "38 baru masuk, 2 sudah ada sebelumnya"; a result that this build does not know is told as it is. */
export function countWords(counts: TakeInReport['counts']): string {
  const text = recordTexts();
  const isKnown = (result: string): result is TakenResult => Object.hasOwn(COUNTED, result);
  const order = Object.keys(COUNTED);
  return Object.entries(counts)
    .filter(([, n]) => n > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([result, n]) =>
      isKnown(result) ? text[COUNTED[result]](formatNumber(n)) : text.other(formatNumber(n), result),
    )
    .join(', ');
}

/** All but what is at the centre and used. */
export const needsAttention = ({ result }: TakenRecord): boolean =>
  result !== 'stored' && result !== 'duplicate';

export function resultWords({ result, reason }: TakenRecord): string {
  const text = recordTexts();
  const words: Record<TakenResult, string> = {
    stored: text.resultStored,
    duplicate: text.resultDuplicate,
    quarantined: reason ? problemSentence(reason) : text.resultHeld,
    conflict_stored: text.resultConflict,
    retry: text.resultRetry,
    too_large: text.resultTooLarge,
  };
  return words[result] ?? result;
}
