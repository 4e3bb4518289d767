// Around a person's own sheet: its languages, and when it was last kept on this device.
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app-context.ts';
import { dirOf } from '../../parts/widgets/direction.ts';
import { formatMoment } from '../../text/date.ts';
import { speak } from '../../text/language.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import { FormLanguage } from '../FormLanguage.tsx';
import { appLanguage } from '../wording.ts';
import type { FormFilling } from './form-filling.ts';

export function FillingHead({ filling, children }: { filling: FormFilling; children: ComponentChildren }) {
  const { sheet, savedAt } = filling;
  const spoken = sheet.language.value;
  const { languages } = sheet.instrument;
  const choose = (code: string) => {
    filling.speak(code);
    const own = appLanguage(code);
    if (own) void speak(own);
  };
  return (
    <>
      <div class="bar sheet-saved">
        <Saved at={savedAt.value} />
        {/* The app's own languages are switched above. */}
        {languages.some(({ code }) => appLanguage(code) === null) && (
          <FormLanguage name={sheetTexts().language} languages={languages} spoken={spoken} onSpeak={choose} />
        )}
      </div>
      <div class="stack" lang={spoken} dir={dirOf(spoken)}>
        {children}
      </div>
    </>
  );
}

function Saved({ at }: { at: number | null }) {
  const { clock } = useApp();
  const texts = sheetTexts();
  return (
    <p class="soft small" role="status">
      {at === null ? texts.autosave : `✓ ${texts.saved(formatMoment(at, clock()))}`}
    </p>
  );
}
