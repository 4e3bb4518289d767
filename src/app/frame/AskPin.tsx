// Asks for the facilitator's PIN; after wrong tries the next one has to wait, and the screen says how long.
import { useEffect, useState } from 'preact/hooks';
import { useApp, useAttempt } from '../app-context.ts';
import { PinPad } from '../parts/PinPad.tsx';
import { pinTexts } from '../text/pin/texts.ts';

export function AskPin({ onPass, onCancel }: { onPass: () => void; onCancel?: () => void }) {
  const { tablet, clock } = useApp();
  const attempt = useAttempt();
  const [refusedUntil, setRefusedUntil] = useState<number | null>(null);
  const waitMs = useCountdown(refusedUntil, clock);
  const texts = pinTexts();
  const check = async (pin: string) => {
    const answer = await tablet.checkPin(pin);
    if (answer.ok) onPass();
    else setRefusedUntil(clock() + answer.wait_ms);
  };
  return (
    <PinPad
      title={texts.title}
      explanation={texts.why}
      complaint={refusedUntil === null ? null : waitMs > 0 ? texts.wait(sayDuration(waitMs)) : texts.wrong}
      blocked={waitMs > 0}
      words={{ ok: texts.ok, erase: texts.erase, cancel: texts.cancel, filled: texts.digits }}
      onEnter={pin => attempt(check(pin))}
      onCancel={onCancel}
    />
  );
}

/** Milliseconds until `end`, told again every second; never negative. */
function useCountdown(end: number | null, clock: () => number): number {
  const [, setTicks] = useState(0);
  const left = Math.max(0, (end ?? 0) - clock());
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setTicks(ticks => ticks + 1), Math.min(left, 1000));
    return () => clearTimeout(timer);
  });
  return left;
}

function sayDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? pinTexts().seconds(seconds) : pinTexts().minutes(Math.ceil(seconds / 60));
}
