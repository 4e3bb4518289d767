// The supervisor's observation on the job after "Pelayanan Prima" (Kirkpatrick level 3): a described rubric of four levels.
import type { Texts } from '../../language.ts';
import type { OlderInstrument, OlderSelect, OlderText } from '../older.ts';

const LEVELS: readonly Texts[] = [
  { id: 'Belum tampak', en: 'Not yet seen' },
  { id: 'Mulai tampak', en: 'Beginning' },
  { id: 'Konsisten', en: 'Consistent' },
  { id: 'Menjadi teladan', en: 'A model for others' },
];

const competency = (
  code: string,
  label: Texts,
  ...descriptions: readonly [id: string, en: string][]
): OlderSelect => ({
  type: 'select_one',
  code,
  label,
  appearance: 'rubric',
  required: true,
  choices: LEVELS.map((level, index) => ({
    code: String(index + 1),
    label: level,
    description: { id: descriptions[index]?.[0] ?? '', en: descriptions[index]?.[1] ?? '' },
    score: index + 1,
  })),
});

const note = (code: string, required: boolean, label: Texts, hint: Texts): OlderText => ({
  type: 'text',
  code,
  label,
  hint,
  required,
  max_length: 2000,
});

export const observation: OlderInstrument = {
  code: 'observasi',
  version: 1,
  kind: 'observation',
  anonymous: false,
  scoring: 'levels',
  title: { id: 'Lembar observasi pascapelatihan', en: 'Observation sheet after the training' },
  notice: null,
  questions: [
    competency(
      'sikap',
      { id: 'Sikap melayani', en: 'Attitude of service' },
      [
        'Tidak menyapa; menunggu ditanya; raut dan nada kurang ramah.',
        'Does not greet; waits to be asked; tone and face not friendly.',
      ],
      ['Menyapa bila diingatkan; ramah pada sebagian warga saja.', 'Greets when reminded; friendly to some.'],
      [
        'Menyapa setiap warga dengan senyum, salam, dan menawarkan bantuan.',
        'Greets everyone with a smile and offers help.',
      ],
      [
        'Tetap ramah saat ramai atau dikeluhkan, dan menularkannya kepada rekan.',
        'Stays friendly when it is busy or when criticised, and passes it on to colleagues.',
      ],
    ),
    competency(
      'komunikasi',
      { id: 'Komunikasi yang jelas', en: 'Clear communication' },
      [
        'Penjelasan membingungkan; warga harus bertanya berulang.',
        'Explanations confuse; people must ask again.',
      ],
      [
        'Menjelaskan syarat, tetapi tidak memastikan warga paham.',
        'Explains, but does not check understanding.',
      ],
      [
        'Menjelaskan syarat, biaya, dan waktu dengan bahasa mudah, lalu memastikan paham.',
        'Explains requirements, cost and time in plain words and checks understanding.',
      ],
      [
        'Menyesuaikan penjelasan bagi lansia, difabel, dan warga berbahasa daerah.',
        'Adapts to the elderly, people with disabilities and speakers of local languages.',
      ],
    ),
    competency(
      'ketepatan',
      { id: 'Ketepatan prosedur dan waktu', en: 'Keeping to procedure and time' },
      [
        'Sering menyimpang dari SOP; janji waktu tidak ditepati.',
        'Often departs from procedure; promises not kept.',
      ],
      [
        'Mengikuti SOP dengan bantuan; waktu kadang terlewat.',
        'Follows procedure with help; sometimes late.',
      ],
      ['Mengikuti SOP tanpa bantuan dan menepati standar waktu.', 'Follows procedure unaided and in time.'],
      [
        'Mengusulkan perbaikan alur yang mempersingkat waktu layanan.',
        'Proposes improvements that shorten the service.',
      ],
    ),
    competency(
      'keluhan',
      { id: 'Penanganan keluhan', en: 'Handling of complaints' },
      ['Menghindar atau membantah keluhan.', 'Avoids or disputes complaints.'],
      ['Mendengarkan, tetapi tidak menindaklanjuti.', 'Listens, but does not follow up.'],
      [
        'Mendengarkan, mencatat, dan menindaklanjuti sampai selesai.',
        'Listens, records and follows up to the end.',
      ],
      [
        'Mengolah keluhan berulang menjadi usul perbaikan bagi unit.',
        'Turns repeated complaints into improvements for the unit.',
      ],
    ),
    note(
      'bukti',
      true,
      { id: 'Bukti yang diamati', en: 'Evidence observed' },
      {
        id: 'Apa yang Saudara lihat sendiri: kapan, di mana, dan apa yang dilakukan.',
        en: 'What you saw yourself: when, where, and what was done.',
      },
    ),
    {
      type: 'select_one',
      code: 'rekomendasi',
      label: { id: 'Rekomendasi tindak lanjut', en: 'Recommended follow-up' },
      appearance: 'list',
      required: true,
      choices: [
        { code: 'cukup', label: { id: 'Belum perlu tindak lanjut', en: 'No follow-up needed' } },
        { code: 'pendampingan', label: { id: 'Pendampingan (mentoring)', en: 'Mentoring' } },
        { code: 'pelatihan', label: { id: 'Pelatihan lanjutan', en: 'Further training' } },
        { code: 'proyek', label: { id: 'Proyek kecil untuk dipimpin', en: 'A small project to lead' } },
      ],
    },
    note(
      'catatan',
      false,
      { id: 'Catatan untuk rekomendasi', en: 'Notes on the recommendation' },
      { id: 'Boleh dikosongkan.', en: 'May be left empty.' },
    ),
  ],
};
