// Switches a sheet to another of its form's own languages, in mid-sheet; nothing that was answered changes.
import type { Instrument } from '../../domain/instrument/definition.ts';
import { sheetTexts } from '../text/sheet/texts.ts';
import './form-language.css';

type FormLanguageProps = {
  languages: Instrument['languages'];
  spoken: string;
  onSpeak: (code: string) => void;
};

/** Nothing where there is no choice. */
export function FormLanguage({ languages, spoken, onSpeak }: FormLanguageProps) {
  if (languages.length < 2) return null;
  return (
    <span class="sheet-language">
      <span aria-hidden="true">{shortOf(spoken)} ▾</span>
      <select
        aria-label={sheetTexts().language}
        value={spoken}
        onChange={event => onSpeak(event.currentTarget.value)}
      >
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** "ID" of `id-ID`; of a name its first letters. */
const shortOf = (code: string): string => (code.split(/[-_\s]/)[0] ?? '').slice(0, 3).toUpperCase();
