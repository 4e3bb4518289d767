// Forms for tests of screens: pages that come and go, parts that repeat, rules, a third language.
import type { Instrument, Node, QuestionNode } from '../../../src/domain/instrument/definition.ts';

type Asked = Partial<QuestionNode> & Pick<QuestionNode, 'type' | 'code'>;

export const ask = (label: string, more: Asked): QuestionNode => ({
  kind: 'question',
  name: more.code,
  parent: -1,
  label: { id: label, en: `${label} (en)` },
  ...more,
});

export const formOf = (nodes: readonly Node[], more: Partial<Instrument> = {}): Instrument => ({
  format: 2,
  code: 'uji',
  version: 1,
  kind: 'form',
  view: 'page',
  anonymous: false,
  scoring: 'none',
  languages: [
    { code: 'id', name: 'Bahasa Indonesia' },
    { code: 'en', name: 'English' },
  ],
  title: { id: 'Formulir uji', en: 'Test form' },
  notice: null,
  nodes,
  lists: {
    yatidak: [
      { code: 'ya', label: { id: 'Ya', en: 'Yes' } },
      { code: 'tidak', label: { id: 'Tidak', en: 'No' } },
    ],
  },
  needs: [],
  ...more,
});

const yesNo = { type: 'select_one', list: 'yatidak' } as const;

/**
 * 0 hadir · 1 alasan (where hadir is not "ya") · 2 group data: 3 nama, 4 kota · 5 repeat anak: 6 sebutan · 7 penutup.
 * `nama` may not be "x".
 */
export const rich: Instrument = formOf([
  ask('Hadir?', { ...yesNo, code: 'hadir', required: true }),
  ask('Mengapa?', { type: 'text', code: 'alasan', relevant: ['=', ['$', 0], 'tidak'], required: true }),
  {
    kind: 'group',
    name: 'data',
    code: 'data',
    parent: -1,
    label: { id: 'Data diri', en: 'About you' },
    appearance: ['field-list'],
  },
  ask('Nama', {
    type: 'text',
    code: 'nama',
    parent: 2,
    required: true,
    constraint: ['!=', ['.'], 'x'],
    constraint_message: { id: 'Nama jangan x.', en: 'Not x.' },
  }),
  ask('Kota', { type: 'text', code: 'kota', parent: 2 }),
  { kind: 'repeat', name: 'anak', code: 'anak', parent: -1, label: { id: 'anak', en: 'child' } },
  ask('Sebutan', { type: 'text', code: 'sebutan', parent: 5 }),
  ask('Setuju?', { ...yesNo, code: 'penutup' }),
]);
