// What would become of a spreadsheet: the findings, what changes, how it will look, and publishing it.
import type { InstrumentCheck } from '../../../../../protocol/office/instruments.ts';
import { formLanguage, plainWording } from '../../../../sheet/wording.ts';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { Difference } from '../Difference.tsx';
import { Tags } from '../Instruments.tsx';
import { Preview } from '../preview/Preview.tsx';
import { Publish } from './Publish.tsx';
import { Report } from './Report.tsx';

type CheckedProps = {
  file: Blob;
  check: InstrumentCheck;
  /** It is published: nothing is left to be kept elsewhere. */
  published?: () => void;
};

export function Checked({ file, check, published }: CheckedProps) {
  const text = instrumentTexts();
  const { instrument, newest, findings, difference } = check;
  return (
    <>
      {instrument && (
        <header class="stack stack--tight">
          <h2>{plainWording(instrument.title, formLanguage(instrument))}</h2>
          <Tags instrument={instrument} />
        </header>
      )}
      <Report findings={findings} />
      {instrument && (
        <>
          <section class="stack">
            {newest > 0 && <h2>{text.differenceTitle(formatNumber(newest))}</h2>}
            {newest > 0 ? <Difference changes={difference} after={instrument} /> : <p>{text.firstVersion}</p>}
          </section>
          <Preview instrument={instrument} />
          <Publish file={file} instrument={instrument} after={newest} published={published} />
        </>
      )}
    </>
  );
}
