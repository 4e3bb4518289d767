// Small instruments and live sheets for looking at widgets and for testing them.
import type {
  Instrument,
  ListRow,
  Node,
  QuestionNode,
} from '../../../../src/domain/instrument/definition.ts';
import { createSheet } from '../../../../src/domain/instrument/sheet/create-sheet.ts';
import type { LiveQuestion, Sheet } from '../../../../src/domain/instrument/sheet/sheet.ts';

type Given = Omit<QuestionNode, 'kind' | 'name' | 'code' | 'parent'> & { parent?: number };

export const question = (code: string, given: Given): QuestionNode => ({
  kind: 'question',
  name: code,
  code,
  parent: -1,
  ...given,
});

/** `code: label` in Indonesian. */
export const rows = (labels: Readonly<Record<string, string>>): ListRow[] =>
  Object.entries(labels).map(([code, label]) => ({ code, label: { id: label } }));

export const instrumentOf = (
  nodes: readonly Node[],
  lists: Instrument['lists'] = {},
  languages: Instrument['languages'] = [{ code: 'id', name: 'Bahasa Indonesia' }],
): Instrument => ({
  format: 2,
  code: 'contoh',
  version: 1,
  kind: 'form',
  view: 'page',
  anonymous: false,
  scoring: 'none',
  languages,
  title: { id: 'Contoh' },
  notice: null,
  nodes,
  lists,
  needs: [],
});

export function sheetOf(instrument: Instrument, answers = {}): Sheet {
  let ids = 0;
  const surroundings = {
    now: () => Date.UTC(2026, 10, 23, 2),
    random: () => 0.5,
    offsetAt: () => 420,
    newId: () => `id-${++ids}`,
  };
  return createSheet(instrument, { answers, surroundings, functions: {} });
}

export function questionOf(sheet: Sheet, key: string): LiveQuestion {
  const found = sheet.find(key);
  if (found?.kind !== 'question') throw new Error(`no question ${key}`);
  return found;
}
