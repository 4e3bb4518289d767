// When the app cannot start, or stops: always loaded, so it is short.
export default {
  failedTitle: 'Ada yang tidak berjalan',
  failed: 'Yang sudah tersimpan tidak hilang. Muat ulang, lalu periksa langkah terakhir.',
  reload: 'Muat ulang',
  storageTitle: 'Perlu satu langkah dahulu',
  unknownTitle: 'Halaman ini tidak ada',
  unknown: 'Alamatnya mungkin salah ketik atau sudah dipindahkan.',
  home: 'Ke halaman awal',
};
