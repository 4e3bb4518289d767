// What waits on this device, and the second road by a file.
export default {
  title: 'Pengiriman',
  waiting: 'Menunggu di perangkat ini',
  waitingCount: (records: string) => `${records} catatan`,
  waitingNone: 'Tidak ada; semua catatan sudah diterima pusat.',
  lastContact: 'Terakhir terhubung',
  never: 'Belum pernah',
  held: 'Belum dapat diterima pusat',
  heldWhy: (records: string) =>
    `${records} catatan terlalu besar atau gagal diolah di pusat. Catatan lain tetap terkirim. Yang ini tetap tersimpan di sini dan dicoba lagi; bila tidak juga berhasil, simpan ke berkas dan beri tahu kantor.`,
  quarantined: 'Diperiksa kantor',
  quarantinedWhy: (records: string) =>
    `${records} catatan sudah sampai, tetapi belum dapat dipakai. Kantor melihatnya di Catatan tertahan; tidak ada yang hilang.`,

  saveTitle: 'Bila sinyal tidak kunjung ada',
  saveIntro:
    'Simpan catatan yang menunggu ke satu berkas, lalu serahkan berkas itu kepada kantor: dengan flashdisk, Nearby Share, atau pesan.',
  save: 'Simpan ke berkas',
  saving: 'Menyiapkan berkas …',
  nothing: 'Tidak ada yang menunggu, jadi tidak ada yang perlu disimpan ke berkas.',
  saved: (records: string, size: string) => `${records} catatan ada di dalam berkas (${size}).`,
  savedWhere: 'Berkas masuk ke folder Unduhan perangkat ini dengan nama',
  again: 'Unduh sekali lagi',
  share: 'Bagikan berkas',
  stays:
    'Catatan tetap ada di perangkat ini, dan tetap dihitung menunggu, sampai pusat memastikan sudah menerimanya. Jangan kosongkan perangkat ini dulu.',
  nextTitle: 'Selanjutnya',
  nextCarry: 'Pindahkan berkas itu ke flashdisk, atau kirim kepada petugas kantor.',
  nextTakeIn:
    'Di kantor: buka Lembar, pilih Terima berkas, lalu unggah. Mengunggah dua kali tidak menggandakan apa pun.',
  nextConnect: 'Begitu ada sinyal, sambungkan perangkat ini sebentar supaya tahu apa yang sudah diterima.',
};
