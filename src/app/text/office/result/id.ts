// The result of an event in Indonesian.

export default {
  satisfaction: 'Kepuasan peserta',
  indexName: 'Indeks kepuasan masyarakat (IKM)',
  rate: (responses: string, expected: string) => `${responses} dari ${expected} yang hadir mengisi survei`,
  rateNobody: (responses: string) =>
    `${responses} isian. Presensi belum diterima, jadi tingkat respons belum dapat dihitung.`,
  rateMore: (responses: string, expected: string) =>
    `${responses} isian, tetapi baru ${expected} orang tercatat hadir. Periksa presensinya.`,
  scheme: (scheme: string) => `Dinilai menurut ${scheme}`,
  exact: (fraction: string) => `nilai tepat ${fraction}`,
  lowest: (label: string, value: string) =>
    `Unsur terendah: ${label} (${value}). Mulailah perbaikan dari sini.`,
  lowestMany: (labels: string, value: string) =>
    `Unsur terendah: ${labels} (masing-masing ${value}). Mulailah perbaikan dari sini.`,
  lowestTag: 'terendah',
  variantsTitle: 'Bila memakai bobot yang dibulatkan',
  variantsWhy:
    'Sebagian instansi mencetak bobot 0,11 atau 0,111, bukan 1/9, sehingga indeksnya sedikit lebih rendah. Angka di atas memakai bobot yang tepat; cantumkan varian hanya bila formulir Anda memintanya.',
  variant: (weight: string) => `Bila memakai bobot cetak ${weight}:`,
  none: 'Belum ada isian survei yang diterima pusat.',
  noneNext:
    'Isian tetap aman di tablet sampai terkirim. Bawa tablet ke tempat yang bersinyal, lalu periksa di Perangkat.',
  toDevices: 'Periksa perangkat',
  suppressed: (responses: string, least: string) =>
    `Baru ${responses} isian diterima. Agar jawaban seseorang tidak dapat ditebak, hasil ditampilkan mulai ${least} isian.`,
  waiting: (n: string) => `${n} catatan sedang diolah`,
  held: (n: string) => `${n} catatan tertahan`,
  notIn: (what: string) => `Belum masuk hitungan: ${what}.`,
  toQuarantine: 'Lihat catatan tertahan',

  questions: 'Nilai per unsur',
  questionsCaption: 'Nilai per unsur dalam angka',
  chartLabel: (rows: string) => `Diagram batang nilai per unsur, 25 sampai 100. ${rows}.`,
  chartFailed: 'Diagram tidak dapat dimuat; angka lengkapnya ada di tabel.',
  unsur: 'Unsur',
  answered: 'Jumlah yang menjawab',
  nrr: 'Nilai rata-rata, 1 sampai 4',
  value: 'Nilai',
  grade: 'Mutu',
  questionHidden: 'ditahan, supaya unsur lain tidak dapat dihitung balik',
  indexHeld: (least: string) =>
    `Indeks belum ditampilkan, karena ada unsur yang dijawab kurang dari ${least} orang: dari indeks, jawaban mereka dapat dihitung balik.`,
  legend:
    'n: jumlah yang menjawab. NRR: nilai rata-rata (1–4). Nilai: NRR × 25. Jawaban kosong dan “tidak berlaku” tidak dihitung.',
  questionSuppressed: (n: string) => `ditahan, baru ${n} jawaban`,
  questionEmpty: 'belum ada jawaban',

  comments: 'Saran, ide, dan harapan',
  commentsNone: 'Tidak ada saran tertulis.',
  commentsOrder: 'Urutannya tidak menunjukkan siapa yang menulis lebih dahulu.',

  attendance: 'Kehadiran',
  attended: (attended: string, participants: string) =>
    `${attended} dari ${participants} peserta mengikuti sedikitnya satu sesi.`,
  attendanceCaption: 'Presensi per sesi',
  session: 'Sesi',
  present: 'Hadir',
  late: 'Terlambat',
  excused: 'Izin',
  sick: 'Sakit',
  absent: 'Alpa',
  unmarked: 'Belum dicatat',
  noSessions: 'Kegiatan ini belum mempunyai sesi.',

  closeOuts: 'Hitungan tablet saat kegiatan ditutup',
  closedBy: (device: string, when: string, attended: string, responses: string) =>
    `${device} menutup ${when}: ${attended} hadir, ${responses} isian`,
  someDevice: 'Sebuah tablet',
  closeOutsMissing: (made: string, received: string) =>
    `Menurut tablet ada ${made} isian, sedangkan pusat baru menerima ${received}. Selebihnya masih di tablet, atau tertahan di pusat.`,
  closeOutsAll: (made: string) => `Semua ${made} isian menurut tablet sudah diterima pusat.`,

  observation: 'Observasi di tempat kerja',
  observed: (observed: string, assigned: string) => `${observed} dari ${assigned} penugasan sudah diamati.`,
  observationNone: 'Belum ada yang ditugaskan untuk diamati.',
  toAssignments: 'Buat penugasan',
  levelsCaption: 'Hasil observasi per kompetensi, dalam jumlah orang',
  competency: 'Kompetensi',
  perPerson: 'Per orang',
  observedOn: (supervisor: string, day: string) => `diamati oleh ${supervisor}, ${day}`,
  dueBy: (supervisor: string, day: string) => `menunggu ${supervisor}, paling lambat ${day}`,
  blank: 'tidak diisi',

  downloads: 'Unduh untuk laporan',
  downloadsNote: 'Berkas CSV, langsung terbuka di Excel.',
  downloadResult: 'Nilai per unsur',
  downloadAttendance: 'Presensi per peserta',
  downloadObservations: 'Observasi',
  print: 'Cetak halaman ini',
};
