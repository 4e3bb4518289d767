// Every widget and appearance once, in sections that each make one picture.
import type {
  GroupNode,
  Instrument,
  ListRow,
  Node,
  QuestionNode,
} from '../../src/domain/instrument/definition.ts';
import { instrumentOf, question } from '../app/parts/widgets/instrument-of.ts';

type Words = readonly [id: string, en: string];
const both = ([id, en]: Words) => ({ id, en });
const row = (code: string, words: Words, more: Partial<ListRow> = {}): ListRow => ({
  code,
  label: both(words),
  ...more,
});
const ask = (
  code: string,
  type: QuestionNode['type'],
  label: Words,
  appearance: string,
  more: Partial<QuestionNode> = {},
) =>
  question(code, {
    type,
    label: both(label),
    ...(appearance !== '' && { appearance: appearance.split(' ') }),
    ...more,
  });
const hint = (id: string, en: string) => ({ hint: both([id, en]) });

const lists: Instrument['lists'] = {
  skala: [
    row('1', ['Tidak sesuai', 'Not suitable'], { score: 1 }),
    row('2', ['Kurang sesuai', 'Less suitable'], { score: 2 }),
    row('3', ['Sesuai', 'Suitable'], { score: 3 }),
    row('4', ['Sangat sesuai', 'Very suitable'], { score: 4 }),
  ],
  lima: [
    row('1', ['Sangat tidak setuju', 'Strongly disagree'], { score: 1 }),
    row('2', ['Tidak setuju', 'Disagree'], { score: 2 }),
    row('3', ['Ragu-ragu', 'Neutral'], { score: 3 }),
    row('4', ['Setuju', 'Agree'], { score: 4 }),
    row('5', ['Sangat setuju', 'Strongly agree'], { score: 5 }),
  ],
  tingkat: ['Belum', 'Dengan bantuan', 'Mandiri', 'Membimbing'].map((label, index) => ({
    code: `${index + 1}`,
    label: { id: label, en: ['Not yet', 'With help', 'Alone', 'Guides others'][index] ?? '' },
    description: {
      id: 'Menyusun laporan bulanan sesuai pedoman dan menyerahkannya sebelum tanggal lima.',
      en: 'Writes the monthly report by the guide and hands it in before the fifth.',
    },
  })),
  buah: [
    row('a', ['Jadwal yang lebih longgar', 'A looser schedule']),
    row('b', ['Lebih banyak praktik', 'More practice']),
    row('c', ['Modul yang bisa dibawa pulang', 'A handout to take home']),
    row('d', ['Tidak ada', 'None']),
  ],
  kota: [
    'Bangkalan',
    'Banyuwangi',
    'Batu',
    'Blitar',
    'Bojonegoro',
    'Bondowoso',
    'Gresik',
    'Jember',
    'Jombang',
  ].map(name => row(name.toLowerCase(), [`Kabupaten ${name}`, `${name} regency`])),
};

const choices: readonly Node[] = [
  ask(
    'smileys',
    'select_one',
    ['Bagaimana **kesesuaian** persyaratan pelayanan?', 'How **suitable** are the requirements?'],
    'kiosk-smileys',
    { list: 'skala', ...hint('Pilih *satu* jawaban.', 'Choose *one* answer.') },
  ),
  ask('lima', 'select_one', ['Materi mudah dipahami', 'The material was easy to follow'], 'kiosk-smileys', {
    list: 'lima',
  }),
  ask('plain', 'select_one', ['Yang paling perlu ditambah', 'What we need more of'], '', {
    list: 'buah',
    required: true,
  }),
  ask('columns', 'select_one', ['Dua kolom', 'Two columns'], 'columns-2', { list: 'buah' }),
  ask('packed', 'select_one', ['Dipadatkan', 'Packed'], 'columns-pack', { list: 'buah' }),
  ask(
    'likert',
    'select_one',
    ['Fasilitator menguasai materi', 'The facilitator knew the subject'],
    'likert',
    { list: 'lima' },
  ),
  ask('rubric', 'select_one', ['Menyusun laporan', 'Writing reports'], 'rubric', { list: 'tingkat' }),
];
const lists2: readonly Node[] = [
  ask('many', 'select_multiple', ['Apa yang perlu ditambah?', 'What should there be more of?'], '', {
    list: 'buah',
    exclusive: ['d'],
    ...hint('Boleh lebih dari satu.', 'More than one is fine.'),
  }),
  ask('manycolumns', 'select_multiple', ['Dalam kolom', 'In columns'], 'columns', { list: 'buah' }),
  ask('drop', 'select_one', ['Kabupaten tempat kerja', 'Where you work'], 'minimal', { list: 'kota' }),
  ask(
    'drops',
    'select_multiple',
    ['Kabupaten yang pernah dikunjungi', 'Places you have been to'],
    'minimal',
    { list: 'kota' },
  ),
  ask('search', 'select_one', ['Cari kabupaten', 'Find a place'], 'autocomplete', { list: 'kota' }),
  ask('ok', 'acknowledge', ['Saya bersedia dihubungi kembali.', 'You may contact me again.'], ''),
];
const typed: readonly Node[] = [
  ask('nama', 'text', ['Nama unit kerja', 'Name of your unit'], ''),
  ask(
    'saran',
    'text',
    ['Saran', 'Suggestions'],
    'multiline',
    hint('Tanpa nama orang, ya.', 'Without names, please.'),
  ),
  ask('jumlah', 'integer', ['Berapa hari pelatihan yang diikuti?', 'How many days of training?'], '', {
    required: true,
  }),
  ask('nilai', 'decimal', ['Nilai rata-rata', 'Average mark'], ''),
  ask('kode', 'barcode', ['Kode kartu', 'Card code'], ''),
];
const times: readonly Node[] = [
  ask('tanggal', 'date', ['Tanggal mulai bertugas', 'First day at work'], ''),
  ask('bulan', 'date', ['Bulan pelatihan', 'Month of the training'], 'month-year'),
  ask('tahun', 'date', ['Tahun pelatihan', 'Year of the training'], 'year'),
  ask('jam', 'time', ['Jam mulai', 'Starting time'], ''),
  ask('saat', 'dateTime', ['Waktu kejadian', 'When it happened'], ''),
];
const scales: readonly Node[] = [
  ask(
    'nps',
    'range',
    ['Seberapa besar kemungkinan Saudara menyarankan pelatihan ini?', 'Would you recommend this training?'],
    '',
    { parameters: { start: '0', end: '10', step: '1' } },
  ),
  ask('stars', 'range', ['Kebersihan ruangan', 'How clean was the room?'], 'rating', {
    parameters: { start: '1', end: '5', step: '1' },
  }),
  ask('slider', 'range', ['Seberapa siap menerapkannya?', 'How ready are you to apply it?'], '', {
    parameters: { start: '0', end: '100', step: '5' },
  }),
  ask('slider2', 'range', ['Sudah digeser', 'Already moved'], '', {
    parameters: { start: '0', end: '1', step: '0.05' },
  }),
  ask('vertical', 'range', ['Tegak', 'Upright'], 'vertical', {
    parameters: { start: '0', end: '50', step: '1' },
  }),
  ask('picker', 'range', ['Dari daftar', 'From a list'], 'picker', {
    parameters: { start: '1', end: '40', step: '1' },
  }),
  ask('rank', 'rank', ['Urutkan dari yang terpenting', 'Put the most important first'], '', { list: 'buah' }),
];
const group: GroupNode = {
  kind: 'group',
  name: 'tabel',
  code: 'tabel',
  parent: -1,
  appearance: ['field-list'],
};
const matrix: readonly Node[] = [
  group,
  ask('judul', 'select_one', ['Seberapa setuju Saudara?', 'How far do you agree?'], 'label', {
    list: 'lima',
    parent: 0,
  }),
  ask('m1', 'select_one', ['Tujuan pelatihan jelas', 'The aims were clear'], 'list-nolabel', {
    list: 'lima',
    parent: 0,
    required: true,
  }),
  ask(
    'm2',
    'select_one',
    ['Waktu yang tersedia cukup untuk berlatih', 'There was time to practise'],
    'list-nolabel',
    { list: 'lima', parent: 0 },
  ),
  ask(
    'm3',
    'select_one',
    ['Fasilitator mudah ditemui', 'The facilitator was easy to reach'],
    'list-nolabel',
    { list: 'lima', parent: 0 },
  ),
  ask(
    'catatan',
    'note',
    [
      '# Bagian berikutnya\nIsi dengan **tenang**; lihat [panduan](https://panduan.example).',
      '# Next part\nTake your **time**; see the [guide](https://panduan.example).',
    ],
    '',
  ),
  ask('tetap', 'date', ['Tanggal pelatihan (tidak dapat diubah)', 'Day of the training (fixed)'], '', {
    readonly: true,
  }),
];
const places: readonly Node[] = [
  ask('lokasi', 'geopoint', ['Lokasi pengamatan', 'Where you observed'], ''),
  ask('jalur', 'geotrace', ['Jalur', 'Path'], ''),
  ask('foto', 'image', ['Foto bukti', 'Photo'], ''),
  ask('foto2', 'image', ['Foto yang sudah ada', 'Photo that is there'], ''),
  ask('ttd', 'image', ['Tanda tangan', 'Signature'], 'signature'),
  ask('suara', 'audio', ['Rekaman', 'Recording'], ''),
  ask('berkas', 'file', ['Berkas', 'File'], ''),
];

const LANGUAGES = [
  { code: 'id', name: 'Bahasa Indonesia' },
  { code: 'en', name: 'English' },
];
export const SECTIONS = ['choices', 'lists', 'typed', 'times', 'scales', 'matrix', 'places'] as const;
const NODES: Record<(typeof SECTIONS)[number], readonly Node[]> = {
  ...{ choices, lists: lists2, typed, times, scales, matrix, places },
};
export const specimens = (section: string): Instrument =>
  instrumentOf(NODES[SECTIONS.find(one => one === section) ?? 'choices'], lists, LANGUAGES);

/** So that widgets are seen filled in as well. */
export const ANSWERED = {
  ...{ lima: '4', columns: 'b', likert: '4', rubric: '3', many: 'a c', drop: 'batu', drops: 'batu jember' },
  ...{ nilai: '87.5', bulan: '2026-10-01', saat: '2026-11-23T09:30:00.000+07:00', tetap: '2026-11-23' },
  ...{ nps: '8', stars: '4', slider2: '0.35', vertical: '30', rank: 'c a', m1: '4', ok: 'OK' },
  ...{ lokasi: '-7.25031 112.75083 12.0 8.5', jalur: '-7.25 112.75; -7.26 112.76', foto2: 'foto.jpg' },
};
