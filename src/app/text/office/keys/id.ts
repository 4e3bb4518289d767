// The copy of the centre's keys, in Indonesian.

export default {
  title: 'Simpan salinan kunci pusat',
  why: [
    'Setiap jawaban disegel di tablet, dan hanya kunci di server ini yang dapat membukanya.',
    'Bila server rusak tanpa salinan kunci, semua jawaban tidak dapat dibaca lagi oleh siapa pun, juga dari cadangan data.',
    'Simpan salinannya sekarang, jauh dari server: misalnya di flashdisk dalam lemari terkunci.',
  ].join(' '),
  savedOn: (when: string) => `Salinan semua kunci terakhir disimpan ${when}.`,
  notSaved: 'Belum ada salinan yang memuat semua kunci.',
  passphrase: 'Frasa sandi',
  passphraseRule: (min: number) =>
    `Sedikitnya ${min} karakter; beberapa kata acak paling mudah diingat. Tulis di kertas dan simpan terpisah dari salinannya: tanpa frasa ini salinan tidak berguna.`,
  again: 'Frasa sandi sekali lagi',
  againHint: 'Ketik sama persis.',
  show: 'Tampilkan frasa sandi',
  save: 'Unduh salinan kunci',
  saveAgain: 'Unduh salinan baru',
  saved: (name: string) =>
    `Salinan terunduh: ${name}. Pindahkan ke flashdisk, periksa bahwa berkasnya ada, lalu hapus dari komputer ini.`,
  keysHeading: 'Kunci di server ini',
  current: 'dipakai sekarang',
  madeOn: (when: string) => `dibuat ${when}`,
};
