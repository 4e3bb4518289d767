// The files that go with a label: pictures, sounds and films, by language.
import type { Media } from '../../../domain/instrument/definition.ts';
import type { Languages } from '../settings/languages.ts';
import { type Row, writtenIn } from '../table/table.ts';

const KINDS = ['image', 'audio', 'video', 'big-image'] as const;

export const mediaOf = (row: Row, languages: Languages): Media | undefined => {
  const found = KINDS.flatMap(kind => {
    const files = writtenIn(row, kind).map(
      ({ language, text }) => [languages.codeOf(language), text] as const,
    );
    return files.length === 0 ? [] : [[kind, Object.fromEntries(files)] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
};
