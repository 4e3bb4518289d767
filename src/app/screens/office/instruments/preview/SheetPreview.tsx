// A preview as one sheet, as on a person's own screen.
import { useMemo } from 'preact/hooks';
import type { Sheet } from '../../../../../domain/instrument/sheet/sheet.ts';
import { dirOf } from '../../../../parts/widgets/direction.ts';
import { FormLanguage } from '../../../../sheet/FormLanguage.tsx';
import { numbersIn } from '../../../../sheet/own/numbers.ts';
import { Section } from '../../../../sheet/own/Section.tsx';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import '../../../../sheet/shown/sheet.css';

export function SheetPreview({ sheet }: { sheet: Sheet }) {
  const numbers = useMemo(() => numbersIn(sheet), [sheet]);
  const spoken = sheet.language.value;
  return (
    <div class="card stack preview-sheet">
      <FormLanguage
        name={instrumentTexts().paperLanguage}
        languages={sheet.instrument.languages}
        spoken={spoken}
        onSpeak={code => sheet.speak(code)}
      />
      <div class="stack" lang={spoken} dir={dirOf(spoken)}>
        <Section
          group={sheet.root}
          level={3}
          shared={{ sheet, look: 'page', complaining: false, numbers: numbers.value }}
        />
      </div>
    </div>
  );
}
