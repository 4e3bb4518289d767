// Whether this device holds events of the demonstration; then every list says so.
import { useMemo } from 'preact/hooks';
import { useApp, useLive } from '../app-context.ts';
import { frameTexts } from '../text/frame/texts.ts';

/** The sentence for a screen that is not about one event, or null. */
export function useDemonstration(): string | null {
  const { tablet, demonstration } = useApp();
  const events = useLive(useMemo(() => tablet.events(), [tablet]));
  const isOne = events ? events.some(event => event.demonstration) : demonstration;
  return isOne ? frameTexts().demonstration : null;
}
