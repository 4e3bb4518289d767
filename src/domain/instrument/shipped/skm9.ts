// The satisfaction survey (SKM) of nine unsur, PermenPANRB 14/2017, in the regulation's order and with its own answers.
import type { Texts } from '../../language.ts';
import type { OlderInstrument, OlderSelect } from '../older.ts';

const scale = (...labels: readonly [id: string, en: string][]): OlderSelect['choices'] =>
  labels.map(([id, en], index) => ({ code: String(index + 1), label: { id, en }, score: index + 1 }));

const unsur = (code: string, label: Texts, hint: Texts, choices: OlderSelect['choices']): OlderSelect => ({
  type: 'select_one',
  code,
  label,
  hint,
  appearance: 'kiosk-smileys',
  required: false,
  choices,
});

const suitable = scale(
  ['Tidak sesuai', 'Not suitable'],
  ['Kurang sesuai', 'Less than suitable'],
  ['Sesuai', 'Suitable'],
  ['Sangat sesuai', 'Very suitable'],
);

/** Questions are keyed by code, never by position: many printed forms swap the last two. */
export const skm9: OlderInstrument = {
  code: 'skm9',
  version: 1,
  kind: 'survey',
  anonymous: true,
  scoring: 'skm-2017',
  title: { id: 'Survei Kepuasan Masyarakat', en: 'Public satisfaction survey' },
  notice: {
    version: 1,
    text: {
      id: 'Survei ini dipakai untuk memperbaiki pelatihan. Nama, NIP, dan jam mengisi tidak dicatat; tidak seorang pun dapat mengetahui jawaban Saudara. Hasilnya hanya ditampilkan sebagai gabungan sedikitnya lima orang. Pengisian bersifat sukarela, dan setelah terkirim jawaban tidak dapat ditarik karena tidak bernama.',
      en: 'This survey is used to improve the training. No name, NIP or time of day is recorded; nobody can learn what you answered. Results are shown only for five people or more together. Taking part is voluntary, and once sent an answer cannot be withdrawn, because it bears no name.',
    },
  },
  questions: [
    unsur(
      'persyaratan',
      { id: 'Persyaratan', en: 'Requirements' },
      {
        id: 'Bagaimana pendapat Saudara tentang kesesuaian persyaratan mengikuti pelatihan ini?',
        en: 'What do you think of how suitable the requirements for joining this training were?',
      },
      suitable,
    ),
    unsur(
      'prosedur',
      { id: 'Sistem, mekanisme, dan prosedur', en: 'System, mechanism and procedure' },
      {
        id: 'Bagaimana pendapat Saudara tentang kemudahan prosedur pelatihan ini?',
        en: 'What do you think of how easy the procedures of this training were?',
      },
      scale(
        ['Tidak mudah', 'Not easy'],
        ['Kurang mudah', 'Less than easy'],
        ['Mudah', 'Easy'],
        ['Sangat mudah', 'Very easy'],
      ),
    ),
    unsur(
      'waktu',
      { id: 'Waktu penyelesaian', en: 'Time of completion' },
      {
        id: 'Bagaimana pendapat Saudara tentang kecepatan waktu pelayanan dalam pelatihan ini?',
        en: 'What do you think of how quickly you were served in this training?',
      },
      scale(
        ['Tidak cepat', 'Not quick'],
        ['Kurang cepat', 'Less than quick'],
        ['Cepat', 'Quick'],
        ['Sangat cepat', 'Very quick'],
      ),
    ),
    unsur(
      'biaya',
      { id: 'Biaya atau tarif', en: 'Costs or fees' },
      {
        id: 'Bagaimana pendapat Saudara tentang kewajaran biaya mengikuti pelatihan ini?',
        en: 'What do you think of what it cost you to join this training?',
      },
      scale(
        ['Sangat mahal', 'Very expensive'],
        ['Cukup mahal', 'Rather expensive'],
        ['Murah', 'Cheap'],
        ['Gratis', 'Free of charge'],
      ),
    ),
    unsur(
      'produk',
      { id: 'Produk spesifikasi jenis pelayanan', en: 'What the service delivers' },
      {
        id: 'Bagaimana pendapat Saudara tentang kesesuaian isi pelatihan dengan yang dijanjikan?',
        en: 'What do you think of how well the training matched what was promised?',
      },
      suitable,
    ),
    unsur(
      'kompetensi',
      { id: 'Kompetensi pelaksana', en: 'Competence of the staff' },
      {
        id: 'Bagaimana pendapat Saudara tentang kemampuan pengajar dan panitia?',
        en: 'What do you think of the ability of the trainers and organisers?',
      },
      scale(
        ['Tidak kompeten', 'Not competent'],
        ['Kurang kompeten', 'Less than competent'],
        ['Kompeten', 'Competent'],
        ['Sangat kompeten', 'Very competent'],
      ),
    ),
    unsur(
      'perilaku',
      { id: 'Perilaku pelaksana', en: 'Conduct of the staff' },
      {
        id: 'Bagaimana pendapat Saudara tentang kesopanan dan keramahan pengajar dan panitia?',
        en: 'What do you think of the courtesy and friendliness of the trainers and organisers?',
      },
      scale(
        ['Tidak sopan dan ramah', 'Not polite and friendly'],
        ['Kurang sopan dan ramah', 'Less than polite and friendly'],
        ['Sopan dan ramah', 'Polite and friendly'],
        ['Sangat sopan dan ramah', 'Very polite and friendly'],
      ),
    ),
    unsur(
      'pengaduan',
      { id: 'Penanganan pengaduan, saran, dan masukan', en: 'Handling of complaints and suggestions' },
      {
        id: 'Bagaimana pendapat Saudara tentang penanganan pengaduan dan saran?',
        en: 'What do you think of how complaints and suggestions are handled?',
      },
      scale(
        ['Tidak ada', 'There is none'],
        ['Ada tetapi tidak berfungsi', 'It exists but does not work'],
        ['Berfungsi kurang maksimal', 'It works, but not fully'],
        ['Dikelola dengan baik', 'It is managed well'],
      ),
    ),
    unsur(
      'sarana',
      { id: 'Sarana dan prasarana', en: 'Facilities' },
      {
        id: 'Bagaimana pendapat Saudara tentang mutu tempat dan perlengkapan pelatihan?',
        en: 'What do you think of the quality of the venue and its equipment?',
      },
      scale(['Buruk', 'Poor'], ['Cukup', 'Fair'], ['Baik', 'Good'], ['Sangat baik', 'Very good']),
    ),
    {
      type: 'text',
      code: 'saran',
      label: { id: 'Saran, ide, dan harapan', en: 'Suggestions, ideas and hopes' },
      hint: {
        id: 'Boleh dikosongkan. Jangan menulis nama Saudara.',
        en: 'May be left empty. Please do not write your name.',
      },
      required: false,
      max_length: 2000,
    },
  ],
};
