// Makes live sheets of one instrument once everything that it needs is here: functions, widgets, and the world around.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Answers, Instrument } from '../../domain/instrument/definition.ts';
import { loadFunctions } from '../../domain/instrument/evaluate/load.ts';
import { CORE } from '../../domain/instrument/evaluate/sets/core.ts';
import { createSheet } from '../../domain/instrument/sheet/create-sheet.ts';
import type { Surroundings } from '../../domain/instrument/sheet/place.ts';
import type { Sheet } from '../../domain/instrument/sheet/sheet.ts';
import { useApp, useAttempt } from '../app-context.ts';
import { familiesOf, loadWidgets } from '../parts/widgets/families.ts';
import { hasMarkdown } from '../parts/widgets/has-markdown.ts';
import { hasMatrix } from '../parts/widgets/matrix/MatrixLater.tsx';
import type { Look } from '../parts/widgets/widget.ts';

/** Give each sheet back with `end()`. */
export type SheetMaker = (of: { answers?: Answers; language?: string }) => Sheet;

/** Null until nothing has to be loaded any more, so that no widget arrives under a finger. A plain survey waits for nothing. */
export function useSheetMaker(instrument: Instrument, look: Look): SheetMaker | null {
  const { clock, newId, random } = useApp();
  const attempt = useAttempt();
  const surroundings = useMemo(() => ({ now: clock, newId, random, offsetAt }), [clock, newId, random]);
  const plain = useMemo(() => plainMaker(instrument, look, surroundings), [instrument, look, surroundings]);
  const [loaded, setLoaded] = useState<{ instrument: Instrument; make: SheetMaker } | null>(null);
  useEffect(() => {
    if (plain) return;
    const load = async () => setLoaded({ instrument, make: await loadMaker(instrument, look, surroundings) });
    attempt(load());
  }, [plain, instrument, look, surroundings, attempt]);
  return plain ?? (loaded?.instrument === instrument ? loaded.make : null);
}

const offsetAt = (epochMs: number): number => -new Date(epochMs).getTimezoneOffset();

/** Of an instrument that needs nothing beyond what every sheet has; else null. */
function plainMaker(instrument: Instrument, look: Look, surroundings: Surroundings): SheetMaker | null {
  const { needs, nodes } = instrument;
  if (needs.length > 0 || familiesOf(nodes, look).size > 0) return null;
  if (hasMatrix(nodes) || hasMarkdown(instrument)) return null;
  return of => createSheet(instrument, { ...of, surroundings, functions: CORE });
}

async function loadMaker(
  instrument: Instrument,
  look: Look,
  surroundings: Surroundings,
): Promise<SheetMaker> {
  const [functions] = await Promise.all([loadFunctions(instrument.needs), loadWidgets(instrument, look)]);
  return of => createSheet(instrument, { ...of, surroundings, functions });
}
