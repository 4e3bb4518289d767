// Questionnaires of today's form for the centre's tests: an anonymous survey of many types, and a form with a repeat and a photo.
import type { Instrument, ListRow, Node, QuestionNode } from '../../../src/domain/instrument/definition.ts';
import { publishVersion } from '../../../src/server/store/plan/instruments.ts';
import type { Office } from './office.ts';

export const question = (code: string, rest: Partial<QuestionNode> = {}): QuestionNode => ({
  kind: 'question',
  name: code,
  code,
  parent: -1,
  type: 'text',
  label: { id: `Tanya ${code}`, en: `Ask ${code}` },
  ...rest,
});

const row = (code: string, score?: number): ListRow => ({
  code,
  label: { id: `Pilihan ${code}`, en: `Choice ${code}` },
  ...(score !== undefined && { score }),
});

export const scale = [1, 2, 3, 4].map(score => row(String(score), score));
export const topics = ['etika', 'loket', 'keluhan'].map(code => row(code));

export const form = (change: Partial<Instrument> & { nodes: readonly Node[] }): Instrument => ({
  format: 2,
  code: 'rencana',
  version: 1,
  kind: 'form',
  view: 'page',
  anonymous: false,
  scoring: 'none',
  languages: [
    { code: 'id', name: 'Bahasa Indonesia' },
    { code: 'en', name: 'English' },
  ],
  title: { id: 'Rencana aksi', en: 'Action plan' },
  notice: null,
  lists: { skala: scale, topik: topics },
  needs: [],
  ...change,
});

/** Anonymous, of every type that is counted, and of some that are not. */
export const reaction = form({
  code: 'reaksi',
  kind: 'survey',
  view: 'kiosk',
  anonymous: true,
  title: { id: 'Reaksi', en: 'Reaction' },
  nodes: [
    question('mutu', { type: 'select_one', list: 'skala' }),
    question('topik', { type: 'select_multiple', list: 'topik' }),
    question('urutan', { type: 'rank', list: 'topik' }),
    question('bintang', { type: 'range', parameters: { start: '0', end: '10' } }),
    question('umur', { type: 'integer' }),
    question('saran'),
    question('jam', { type: 'time' }),
    { kind: 'repeat', name: 'pengajar', code: 'pengajar', parent: -1 },
    question('penguasaan', { parent: 7, type: 'select_one', list: 'skala' }),
  ],
});

/** By name: commitments in a repeat, with a photo. */
export const plan = form({
  nodes: [
    question('nama'),
    question('topik', { type: 'select_multiple', list: 'topik' }),
    { kind: 'repeat', name: 'butir', code: 'butir', parent: -1 },
    question('janji', { parent: 2 }),
    question('bulan', { parent: 2, type: 'integer' }),
    question('foto', { type: 'image' }),
  ],
});

export const publishDirectly = ({ db }: Pick<Office, 'db'>, ...instruments: readonly Instrument[]) =>
  db.transaction().execute(async trx => {
    for (const instrument of instruments)
      await publishVersion(trx, { instrument, source: null, published_at: '2026-11-01', published_by: null });
  });
