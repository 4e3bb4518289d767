// What the tablets themselves counted when the event was closed on them, beside what has reached the centre.
import type { EventResult } from '../../../../protocol/office/result.ts';
import { formatDay, formatNumber, formatTimeOfDay } from '../../../text/date.ts';
import { resultTexts } from '../../../text/office/texts.ts';

type CloseOutsProps = { closeOuts: EventResult['close_outs']; received: number };

export function CloseOutsPart({ closeOuts, received }: CloseOutsProps) {
  const text = resultTexts();
  if (closeOuts.length === 0) return null;
  const made = closeOuts.reduce((sum, { responses }) => sum + responses, 0);
  const isMissing = made > received;
  return (
    <section class="stack" aria-labelledby="close-outs">
      <h2 id="close-outs">{text.closeOuts}</h2>
      <ul class="plain stack stack--tight">
        {closeOuts.map(({ device, at, attended, responses }) => (
          <li key={`${device} ${at}`}>
            {text.closedBy(
              device ?? text.someDevice,
              formatLocal(at),
              formatNumber(attended),
              formatNumber(responses),
            )}
          </li>
        ))}
      </ul>
      <p class={isMissing ? 'notice' : 'soft'}>
        {isMissing
          ? text.closeOutsMissing(formatNumber(made), formatNumber(received))
          : text.closeOutsAll(formatNumber(made))}
      </p>
    </section>
  );
}

/** The tablet's own day and time, wherever it is read. */
const formatLocal = (at: string): string =>
  `${formatDay(at.slice(0, 10), 'short')}, ${formatTimeOfDay(at.slice(11, 16))}`;
