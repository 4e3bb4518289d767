// Finds what a sheet goes on with: its draft, and the instrument in the version that the draft was begun in.
import { useEffect, useState } from 'preact/hooks';
import type { Draft, NamedInstrument } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { useApp, useAttempt } from '../../app-context.ts';

/** `instrument` null: it is not on this device yet. */
export type Found = { instrument: Instrument | null; draft: Draft | null };

export type Finding = {
  /** Null while it looks. */
  found: Found | null;
  /** How many sheets have come before this one. */
  done: number;
  again: () => void;
};

/** One sheet after another under the same key; a newer version waits for the next. */
export function useFound(key: string, { code, version }: NamedInstrument): Finding {
  const { tablet } = useApp();
  const attempt = useAttempt();
  const [found, setFound] = useState<Found | null>(null);
  const [done, setDone] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: found anew after each sheet; a newer version waits for the next
  useEffect(() => {
    const find = async () => {
      const draft = await tablet.draft(key);
      const named = draft?.instrument ?? { code, version };
      setFound({ instrument: await tablet.instrument(named.code, named.version), draft });
    };
    attempt(find());
  }, [tablet, key, done, attempt]);
  const again = () => {
    setFound(null);
    setDone(done + 1);
  };
  return { found, done, again };
}
