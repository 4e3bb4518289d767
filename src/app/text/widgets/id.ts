// What stands around the answers of any question; the words of rarer widgets are in `more`.
export default {
  clear: 'Kosongkan',
  optional: 'tidak wajib',
  guidance: 'Penjelasan',
  remaining: (letters: string) => `Sisa ${letters} huruf`,
  required: 'Pertanyaan ini perlu dijawab.',
  type: 'Jawaban ini belum lengkap atau tidak terbaca. Mohon diperiksa.',
  range: 'Nilai ini di luar batas. Mohon diperiksa.',
  too_long: 'Jawaban ini terlalu panjang. Mohon dipersingkat.',
  choice: 'Pilihan ini tidak ada dalam daftar. Mohon pilih lagi.',
  constraint: 'Jawaban ini belum sesuai. Mohon diperiksa.',
};
