// The facilitator's PIN: asking for it and choosing it.
export default {
  title: 'PIN petugas',
  why: 'Bagian ini hanya untuk petugas.',
  ok: 'Lanjut',
  erase: 'Hapus',
  cancel: 'Batal',
  digits: (count: number) => `${count} angka sudah diisi`,
  wrong: 'PIN tidak cocok. Coba lagi.',
  wait: (time: string) => `PIN tidak cocok. Tunggu ${time} sebelum mencoba lagi.`,
  seconds: (count: number) => `${count} detik`,
  minutes: (count: number) => `${count} menit`,
  chooseTitle: 'Buat PIN petugas',
  choose: 'Pilih 4 sampai 6 angka. PIN ini membuka presensi dan mengeluarkan tablet dari survei.',
  repeatTitle: 'Ulangi PIN',
  repeat: 'Ketik PIN yang sama sekali lagi.',
  different: 'Kedua PIN tidak sama. Mulai lagi dengan PIN baru.',
  tooShort: 'PIN sedikitnya 4 angka.',
};
