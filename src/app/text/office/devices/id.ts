// Devices and enrolment codes in Indonesian.

export default {
  devicesIntro:
    'Tablet dan ponsel yang mengirim ke pusat. Hitungannya menurut perangkat itu sendiri saat terakhir terhubung.',
  silentTitle: 'Perlu dicari',
  silentWhy:
    'Perangkat ini lama tidak terhubung, padahal masih memegang catatan yang belum sampai. Minta pemegangnya menyambungkannya ke internet, atau menyimpan ke berkas.',
  silentLine: (label: string, records: string, when: string) =>
    `${label}: ${records} catatan belum sampai, terakhir terhubung ${when}`,
  devicesCaption: 'Perangkat menurut unit kerja',
  noDevices: 'Belum ada perangkat terdaftar. Buat kode, lalu masukkan di tablet.',
  device: 'Perangkat',
  unit: 'Unit kerja',
  phoneOf: (name: string) => `Ponsel ${name}`,
  sharedTablet: 'Tablet bersama',
  waiting: 'Belum terkirim',
  waitingNow: (n: string) => `${n} menunggu`,
  waitingNone: 'Semua sudah sampai',
  lastContact: 'Terakhir terhubung',
  never: 'Belum pernah',
  action: 'Tindakan',
  active: 'Aktif',
  retired: 'Dihentikan',
  lost: 'Hilang',
  retire: 'Hentikan',
  retireSure: (label: string) =>
    `Hentikan pemakaian ${label}? Data baru tidak dikirim lagi ke sana; yang belum terkirim tetap boleh dikirimnya. Dapat diaktifkan lagi.`,
  lose: 'Catat hilang',
  loseSure: (label: string) =>
    `Catat ${label} hilang? Pusat tidak menerima apa pun lagi darinya, dan daftar peserta di dalamnya dihapus saat terhubung. Dapat diaktifkan lagi bila ditemukan.`,
  activate: 'Aktifkan lagi',
  activateSure: (label: string) =>
    `Aktifkan lagi ${label}? Perangkat itu kembali mengirim dan menerima data.`,
  copyOf: (label: string) => `Salinan dari ${label}, sudah diberi tanda pengenal sendiri`,
  goneWaiting: (records: string) =>
    `${records} catatan ada di perangkat ini saja. Bila perangkatnya ditemukan, aktifkan lagi supaya terkirim; bila sudah dihapus isinya, catatan itu tidak dapat kembali.`,
  retiredWaiting: (records: string) =>
    `${records} catatan masih di perangkat ini. Jangan hapus isinya sebelum terhubung sekali lagi atau disimpan ke berkas.`,

  newCode: 'Daftarkan perangkat baru',
  newCodeIntro: (minutes: number) => `Satu kode untuk satu perangkat, berlaku ${minutes} menit.`,
  codeFor: 'Untuk',
  forTablet: 'Tablet bersama sebuah unit kerja',
  forPhone: 'Ponsel seorang atasan',
  supervisor: 'Atasan',
  makeCode: 'Buat kode',
  codeTitle: 'Kode pendaftaran',
  codeHow: 'Di perangkat itu, pindai gambar ini dengan kamera, atau buka alamatnya lalu ketik kodenya.',
  codeQr: (address: string) => `Kode QR menuju ${address}`,
  codeLink: 'Alamat pendaftaran',
  codeLeft: (time: string) => `Sisa waktu ${time}`,
  codeOver: 'Kode ini sudah tidak berlaku. Buat kode baru.',
  codeOnce: 'Kode hanya ditampilkan sekali ini.',

  myPhoneIntro:
    'Observasi dilakukan di ponsel Anda sendiri, juga tanpa sinyal. Buat kode, lalu buka tautannya di ponsel itu.',
  myPhoneHere: 'Sedang memakai ponsel itu?',
  enrolHere: 'Daftarkan perangkat ini',
};
