// A small roster to begin from, with the titles that the centre looks for; its people are invented.

const LINES = [
  'Nama;NIP;Gol;Jabatan;Unit kerja',
  "Siti Contoh;'198504172010012001;III/b;Pengelola Layanan;Kecamatan Contoh",
  "Budi Contoh;'199107092019031002;II/c;Petugas Loket;Dinas Contoh",
  'Rina Contoh;;;Tenaga honorer;Kelurahan Contoh',
];

/** As a link that downloads: UTF-8 with BOM and semicolons, which an Indonesian Excel opens in columns. */
export const SAMPLE_ROSTER = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${LINES.join('\r\n')}\r\n`)}`;
