// Switches a sheet to another of its form's own languages, in mid-sheet; nothing that was answered changes.
import type { Instrument } from '../../domain/instrument/definition.ts';
import './form-language.css';

type FormLanguageProps = {
  /** What it is, for those who do not see it. */
  name: string;
  languages: Instrument['languages'];
  spoken: string;
  onSpeak: (code: string) => void;
};

/** Nothing where there is no choice. */
export function FormLanguage({ name, languages, spoken, onSpeak }: FormLanguageProps) {
  if (languages.length < 2) return null;
  return (
    <span class="sheet-language">
      <span aria-hidden="true">{shortOf(spoken)} ▾</span>
      <select aria-label={name} value={spoken} onChange={event => onSpeak(event.currentTarget.value)}>
        {languages.map(one => (
          <option key={one.code} value={one.code} lang={one.code}>
            {one.name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** "ID" of `id-ID`; of a name its first letters. */
const shortOf = (code: string): string => (code.split(/[-_\s]/)[0] ?? '').slice(0, 3).toUpperCase();
