// The forms that the engine is measured with: one of our own that is larger than any in the field, and the largest field form at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/authoring/xlsform/compile.ts';
import { readXlsx } from '../../src/authoring/xlsx/read.ts';
import type { Instrument, Node, QuestionNode } from '../../src/domain/instrument/definition.ts';

const SECTION = 20;

/** Sections of twenty: relevance by the question before, sums over the section, filtered choices, constraints. */
export function generatedForm(questions: number): Instrument {
  const nodes: Node[] = [];
  const add = (node: Node) => nodes.push(node) - 1;
  for (let asked = 0; asked < questions; asked += SECTION) {
    const parent = add({ kind: 'group', ...named(`g${asked}`, -1), label: { id: `Bagian ${asked}` } });
    for (let place = 0; place < SECTION; place += 1)
      add({ ...named(`q${asked + place}`, parent), ...asking(parent, place) });
  }
  return {
    format: 2,
    code: 'besar',
    version: 1,
    kind: 'form',
    view: 'kiosk',
    anonymous: false,
    scoring: 'none',
    languages: [{ code: 'id', name: 'Bahasa Indonesia' }],
    title: { id: 'Besar' },
    notice: null,
    nodes,
    lists: {
      nilai: Array.from({ length: 12 }, (_, index) => ({
        code: String(index),
        label: { id: `Pilihan ${index}` },
        columns: { sisa: String(index % 3) },
      })),
    },
    needs: [],
  };
}

const named = (name: string, parent: number) => ({ name, code: name, parent });

/** Of a section whose group stands at `group`: its first question is the next node. */
function asking(group: number, place: number): Omit<QuestionNode, 'name' | 'code' | 'parent'> {
  const before = ['$', group + place] as const;
  const label = { id: ['Pertanyaan setelah ', place > 0 ? before : '', '?'].filter(part => part !== '') };
  if (place === 0) return { kind: 'question', type: 'integer', constraint: ['<', ['.'], 100] };
  if (place === SECTION - 1)
    return { kind: 'question', type: 'calculate', calculation: ['+', before, ['$', group + 1]] };
  if (place % 4 === 1)
    return { kind: 'question', type: 'select_one', list: 'nilai', label, relevant: ['!=', before, '3'] };
  if (place % 4 === 2)
    return {
      kind: 'question',
      type: 'select_multiple',
      list: 'nilai',
      choice_filter: ['=', ['col', 'sisa'], '1'],
    };
  if (place % 4 === 3)
    return { kind: 'question', type: 'calculate', calculation: ['+', ['$', group + 1], place] };
  return { kind: 'question', type: 'text', label, required: ['>', ['$', group + 1], 2] };
}

const FIELD = join(import.meta.dirname, '../../../shared/data/outside/forms');

/** The field form with the most nodes; null where none lies beside this clone. */
export function largestFieldForm(): Instrument | null {
  if (!existsSync(FIELD)) return null;
  const forms = readdirSync(FIELD)
    .filter(name => name.endsWith('.xlsx'))
    .flatMap(name => compiled(new Uint8Array(readFileSync(join(FIELD, name)))));
  return forms.sort((a, b) => b.nodes.length - a.nodes.length)[0] ?? null;
}

function compiled(bytes: Uint8Array): Instrument[] {
  const read = readXlsx(bytes);
  const instrument = read.ok ? compile(read.value.workbook, { version: 1 }).instrument : null;
  return instrument ? [instrument] : [];
}
