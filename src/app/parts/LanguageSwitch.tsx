// The switch between the two languages, each named in itself.
import type { Language } from '../../domain/language.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { language, speak } from '../text/language.ts';

const NAMES: Record<Language, string> = { id: 'Indonesia', en: 'English' };

export function LanguageSwitch() {
  return (
    <fieldset class="languages">
      <legend class="hidden-visually">Bahasa · Language</legend>
      {LANGUAGES.map(one => (
        <button
          key={one}
          type="button"
          lang={one}
          class="languages-choice"
          aria-pressed={language() === one}
          onClick={() => void speak(one)}
        >
          {NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}
