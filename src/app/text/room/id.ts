// For the facilitator or supervisor whose device has too little room for a new sheet.
export default {
  title: 'Penyimpanan perangkat ini hampir penuh',
  why: 'Isian baru belum dapat dimulai, supaya tidak terputus di tengah jalan. Isian yang sudah selesai tetap aman.',
  send: 'Sambungkan ke internet supaya catatan yang menunggu terkirim. Bila tidak ada sinyal, simpan ke berkas di halaman Pengiriman.',
  free: 'Lalu hapus foto, video, atau aplikasi lain yang tidak diperlukan. Jangan menghapus data Lembar atau peramban.',
  wait: 'Setelah ada ruang, pengisian dapat dimulai lagi; halaman ini memeriksanya setiap menit.',
  toSending: 'Buka Pengiriman',
  staff: 'Untuk petugas',
};
