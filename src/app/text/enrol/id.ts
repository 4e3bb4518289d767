// Enrolling a device with a single-use code.
export default {
  title: 'Daftarkan perangkat',
  code: 'Kode pendaftaran',
  hint: 'Delapan huruf dan angka dari kantor, berlaku 15 menit. Huruf besar atau kecil sama saja.',
  enrol: 'Daftarkan',
  enrolling: 'Menghubungi pusat…',
  incomplete: (length: number) => `Kode terdiri atas 8 huruf dan angka; baru ${length} yang diisi.`,
  symbols: 'Kode hanya berisi huruf dan angka, tanpa 0, O, 1, I, dan L. Periksa kembali.',
  already: (label: string, unit: string) =>
    `Perangkat ini sudah terdaftar sebagai ${label} (${unit}). Bila didaftarkan lagi, namanya diganti; semua isian di dalamnya tetap tersimpan.`,
};
