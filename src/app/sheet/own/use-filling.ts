// A person's own filling for as long as its screen is open; the form follows the app's language where it has it.
import { useEffect, useMemo } from 'preact/hooks';
import type { Draft } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { language } from '../../text/language.ts';
import { type SheetMaker, useSheetMaker } from '../sheet-maker.ts';
import { appLanguage, formLanguage } from '../wording.ts';
import { FormFilling, type Purpose } from './form-filling.ts';

export type Begun = { instrument: Instrument; purpose: Purpose; restored: Draft | null };

/** Null until everything that the form needs is there. */
export function useFilling({ instrument, purpose, restored }: Begun): FormFilling | null {
  const { tablet, clock, newId } = useApp();
  const attempt = useAttempt();
  const makeSheet: SheetMaker | null = useSheetMaker(instrument, 'page');
  // What it is for may be told again while the sheet is open; the filling goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one filling for one place
  const filling = useMemo(
    () =>
      makeSheet &&
      new FormFilling({ tablet, clock, newId, instrument, makeSheet, purpose, restored, attempt }),
    [makeSheet, purpose.key],
  );
  useEffect(() => () => filling?.end(), [filling]);
  useFollowing(filling);
  return filling;
}

/** A form read in one of the app's languages changes with it; one read in a third language stays in that. */
function useFollowing(filling: FormFilling | null): void {
  const shown = language();
  useEffect(() => {
    if (!filling) return;
    const wanted = formLanguage(filling.sheet.instrument);
    const spoken = filling.sheet.language.peek();
    if (wanted !== spoken && appLanguage(spoken) && appLanguage(wanted) === shown) filling.speak(wanted);
  }, [filling, shown]);
}
