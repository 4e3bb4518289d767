// The results of further questionnaires in Indonesian.

export default {
  responses: (n: string) => `${n} isian diterima.`,
  versions: (versions: string) => `Isian semua versi (${versions}) dihitung bersama.`,
  none: 'Belum ada isian kuesioner ini yang diterima pusat.',
  suppressed: (responses: string, least: string) =>
    `Baru ${responses} isian diterima. Kuesioner ini tanpa nama, jadi hasilnya ditampilkan mulai ${least} isian.`,
  held: 'ditahan',
  heldWhy: (least: string) =>
    `“Ditahan”: dijawab kurang dari ${least} orang, atau dapat dipakai menghitung balik jawaban mereka.`,
  empty: 'belum ada',
  n: 'n',
  nWhy: 'Jumlah yang menjawab',
  item: 'Butir',
  question: 'Pertanyaan',
  figure: 'Ukuran',
  mean: 'Rata-rata',
  count: 'Jumlah',

  overall: 'Rata-rata keseluruhan, 0 sampai 100:',
  itemsCaption: (name: string) => `Rata-rata setiap butir: ${name}`,
  placesCaption: 'Rata-rata masing-masing, 0 sampai 100',
  placeName: 'Nama',
  perItem: (name: string) => `Butir demi butir: ${name}`,
  meansLegend:
    'Nilai 0 sampai 100: rata-rata jawaban dibagi nilai tertinggi butir itu. Setiap butir berbobot sama; jawaban kosong dan “tidak berlaku” tidak dihitung.',

  testsCaption: 'Hasil tes',
  stage: 'Tes',
  pre: 'Tes awal',
  post: 'Tes akhir',
  only: 'Tes',
  testMean: 'Rata-rata (%)',
  passed: (mark: string) => `Mencapai ${mark}%`,
  passedOf: (passed: string, percent: string) => `${passed} (${percent}%)`,
  highest: (points: string) => `Nilai tertinggi ${points} poin.`,
  learning: 'Peserta yang mengikuti kedua tes',
  pairs: (n: string, pre: string, post: string) =>
    `${n} orang mengikuti tes awal dan tes akhir. Hanya tes awal: ${pre}. Hanya tes akhir: ${post}.`,
  learningHeld: 'Perbandingannya ditahan: terlalu sedikit orang di salah satu kelompok ini.',
  learningNone: 'Perbandingan muncul setelah ada orang yang mengikuti kedua tes dengan kode kartu yang sama.',
  gain: 'Kenaikan',
  normalised: 'Kenaikan ternormalisasi',
  normalisedWhy:
    'Bagian dari yang masih dapat dicapai: (tes akhir − tes awal) ÷ (100 − tes awal). 0,30 ke atas lazim disebut sedang, 0,70 ke atas tinggi.',
  rightCaption: 'Bagian peserta yang menjawab benar, per soal',
  right: (stage: string) => `Benar, ${stage}`,
  rightOf: (right: string, n: string, percent: string) => `${right} dari ${n} (${percent}%)`,
  distributionCaption: 'Sebaran nilai, dalam jumlah orang',
  band: (from: string, to: string) => `${from}–${to}%`,
  distribution: 'Sebaran nilai',

  levelsCaption: 'Tingkat yang terlihat, dalam jumlah',
  mode: 'Tersering',
  median: 'Median',

  needsCaption: 'Kebutuhan pelatihan, yang paling mendesak lebih dahulu',
  competency: 'Kompetensi',
  required: 'Dituntut',
  own: 'Dimiliki',
  gap: 'Kesenjangan',
  short: 'Yang kurang',
  priority: 'Prioritas',
  needsLegend:
    'Kesenjangan: dituntut − dimiliki. Prioritas: jumlah kesenjangan × kepentingan dari semua yang menjawab lengkap.',

  counts: 'Jawaban lainnya',
  countsPlain: 'Jawaban',
  countsCaption: 'Berapa kali setiap jawaban dipilih',
  comments: 'Tertulis dengan kata-kata',
  commentCount: (label: string, n: string) => `${label} (${n})`,
  download: 'Kuesioner lainnya',
};
