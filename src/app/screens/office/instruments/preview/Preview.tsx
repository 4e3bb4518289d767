// A questionnaire as it will be filled in, by the real engine and widgets: in a tablet's frame, or as one sheet.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Instrument } from '../../../../../domain/instrument/definition.ts';
import { AttachmentsContext } from '../../../../parts/widgets/attachments.ts';
import { useSheetMaker } from '../../../../sheet/sheet-maker.ts';
import { formLanguage } from '../../../../sheet/wording.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { memoryAttachments } from './memory-attachments.ts';
import { SheetPreview } from './SheetPreview.tsx';
import { TabletPreview } from './TabletPreview.tsx';
import './preview.css';

type Way = 'tablet' | 'sheet';

export function Preview({ instrument }: { instrument: Instrument }) {
  const text = instrumentTexts();
  const [way, setWay] = useState<Way>(instrument.view === 'kiosk' ? 'tablet' : 'sheet');
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{text.previewTitle}</h2>
      <p class="soft">{text.previewIntro}</p>
      <fieldset class="languages">
        <legend class="hidden-visually">{text.previewTitle}</legend>
        {(['tablet', 'sheet'] as const).map(one => (
          <button
            key={one}
            type="button"
            class="languages-choice"
            aria-pressed={way === one}
            onClick={() => setWay(one)}
          >
            {one === 'tablet' ? text.onTablet : text.asSheet}
          </button>
        ))}
      </fieldset>
      <Filled instrument={instrument} way={way} />
    </section>
  );
}

/** The same answers are shown in both ways, until it begins again. */
function Filled({ instrument, way }: { instrument: Instrument; way: Way }) {
  const [round, setRound] = useState(0);
  const sheet = usePreviewSheet(instrument, round);
  const attachments = useMemo(memoryAttachments, []);
  if (!sheet) return <p class="soft">{instrumentTexts().previewWaiting}</p>;
  return (
    <AttachmentsContext.Provider value={attachments}>
      {way === 'tablet' ? (
        <TabletPreview key={round} sheet={sheet} again={() => setRound(round + 1)} />
      ) : (
        <SheetPreview sheet={sheet} />
      )}
    </AttachmentsContext.Provider>
  );
}

/** Null until what the instrument needs is loaded. */
export function usePreviewSheet(instrument: Instrument, round: number) {
  const makeSheet = useSheetMaker(instrument, 'page');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round is a sheet of its own
  const sheet = useMemo(
    () => makeSheet?.({ language: formLanguage(instrument) }) ?? null,
    [makeSheet, instrument, round],
  );
  useEffect(() => () => sheet?.end(), [sheet]);
  return sheet;
}
