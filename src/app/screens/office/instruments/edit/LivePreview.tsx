// The questionnaire as it would look with the changes so far, compiled here in the browser a moment after each of them.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Workbook } from '../../../../../authoring/workbook.ts';
import { compile } from '../../../../../authoring/xlsform/compile.ts';
import type { Instrument } from '../../../../../domain/instrument/definition.ts';
import type { Sheet } from '../../../../../domain/instrument/sheet/sheet.ts';
import { useSheetMaker } from '../../../../sheet/sheet-maker.ts';
import { formLanguage } from '../../../../sheet/wording.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { SheetPreview } from '../preview/SheetPreview.tsx';
import '../preview/preview.css';

export function LivePreview({ workbook }: { workbook: Workbook }) {
  const text = instrumentTexts();
  const { instrument, isBroken } = useCompiled(workbook);
  return (
    <section class="stack edit-preview" aria-labelledby="live-preview">
      <h2 id="live-preview">{text.livePreview}</h2>
      {isBroken && <p class="notice">{text.previewBroken}</p>}
      {instrument && <LiveSheet instrument={instrument} />}
    </section>
  );
}

const WAIT_MS = 500;
type Compiled = { readonly instrument: Instrument | null; readonly isBroken: boolean };

/** The last one without errors stays until there is another. */
function useCompiled(workbook: Workbook): Compiled {
  const [compiled, setCompiled] = useState<Compiled>({ instrument: null, isBroken: false });
  const isFirst = compiled.instrument === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: compiled once for each change
  useEffect(() => {
    const renew = () => {
      const { instrument } = compile(workbook, { version: 1 });
      setCompiled(before => ({
        instrument: instrument ?? before.instrument,
        isBroken: instrument === null,
      }));
    };
    const timer = setTimeout(renew, isFirst ? 0 : WAIT_MS);
    return () => clearTimeout(timer);
  }, [workbook]);
  return compiled;
}

/** The last sheet stays in sight until the next one is ready, and the next one speaks its language. */
function LiveSheet({ instrument }: { instrument: Instrument }) {
  const makeSheet = useSheetMaker(instrument, 'page');
  const [shown, setShown] = useState<{ sheet: Sheet; count: number } | null>(null);
  const latest = useRef<Sheet | null>(null);
  useEffect(() => {
    if (!makeSheet) return;
    const spoken = latest.current?.language.peek();
    const isSpoken = instrument.languages.some(({ code }) => code === spoken);
    const sheet = makeSheet({ language: isSpoken && spoken ? spoken : formLanguage(instrument) });
    latest.current?.end();
    latest.current = sheet;
    setShown(before => ({ sheet, count: (before?.count ?? 0) + 1 }));
  }, [makeSheet, instrument]);
  useEffect(() => () => latest.current?.end(), []);
  if (!shown) return <p class="soft">{instrumentTexts().previewWaiting}</p>;
  return <SheetPreview key={shown.count} sheet={shown.sheet} />;
}
