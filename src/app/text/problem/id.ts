// Every refusal as an Indonesian sentence: what is wrong, and what to do.
import type { Problem } from '../../../domain/result.ts';
import type { InvalidReason, ProblemCode } from '../../../protocol/problem.ts';
import type { LocalProblemCode } from './local.ts';

type D = Problem['details'];

const REASONS: Record<InvalidReason, string> = {
  missing: 'belum diisi',
  unknown: 'tidak dikenal',
  too_long: 'terlalu panjang',
  form: 'penulisannya tidak sesuai',
  value: 'nilainya tidak dapat dipakai',
};

const sentences = {
  'request.invalid': (d: D) =>
    `Isian "${d.field}" belum benar (${REASONS[d.reason as InvalidReason] ?? d.reason}). Perbaiki lalu kirim lagi.`,
  'request.not_json': () => 'Kiriman ini tidak dapat dibaca. Muat ulang halaman lalu coba lagi.',
  'request.too_large': (d: D) =>
    `Kiriman terlalu besar (paling besar ${d.max_kb} KB). Bagi menjadi beberapa bagian.`,
  'request.media_type': (d: D) =>
    `Jenis kiriman "${d.media}" tidak diterima di sini. Pilih berkas yang sesuai.`,
  'request.not_found': () =>
    'Halaman atau data ini tidak ada. Mungkin sudah dihapus; kembali dan muat ulang.',
  'request.too_many': (d: D) => `Terlalu banyak percobaan. Tunggu ${d.after_s} detik lalu coba lagi.`,
  'request.cross_site': () =>
    'Permintaan ini datang dari situs lain dan ditolak. Buka Lembar langsung lalu ulangi.',
  'server.unavailable': () =>
    'Pusat untuk sementara tidak dapat menyimpan. Isian tetap aman di perangkat; coba lagi beberapa menit lagi.',
  'server.failed': () => 'Pusat sedang bermasalah. Isian Anda tidak hilang; coba lagi beberapa saat lagi.',
  'sign_in.wrong': () => 'Nama pengguna atau kata sandi salah. Periksa lalu coba lagi.',
  'sign_in.needed': () => 'Anda perlu masuk dahulu.',
  'access.denied': () => 'Akun Anda tidak berwenang untuk ini. Hubungi operator bila seharusnya boleh.',
  'setup.link_invalid': () =>
    'Tautan pemasangan ini tidak berlaku. Pakai tautan terakhir yang dicetak server saat dinyalakan.',
  'setup.done': () => 'Pemasangan sudah selesai. Silakan masuk dengan akun operator.',
  'account.duplicate': (d: D) => `Nama pengguna "${d.username}" sudah dipakai. Pilih nama lain.`,
  'account.password_short': (d: D) => `Kata sandi terlalu pendek. Pakai sedikitnya ${d.min} karakter.`,
  'account.role_unit': () => 'Anda tidak dapat membuat akun dengan peran atau unit kerja di atas Anda.',
  'account.last_operator': () => 'Ini operator terakhir; sedikitnya satu harus tetap aktif.',
  'code.wrong': () => 'Kode tidak dikenal. Periksa huruf dan angkanya, atau minta kode baru dari kantor.',
  'code.used': () => 'Kode ini sudah dipakai. Minta kode baru dari kantor; satu kode untuk satu perangkat.',
  'code.expired': (d: D) => `Kode sudah lewat ${d.minutes} menit. Minta kode baru dari kantor.`,
  'device.unknown': () =>
    'Pusat tidak mengenal perangkat ini. Isian tetap tersimpan; daftarkan lagi dengan kode baru.',
  'device.signature': () =>
    'Tanda pengenal perangkat tidak cocok. Isian tetap tersimpan; daftarkan lagi dengan kode baru.',
  'device.retired': () =>
    'Kantor sudah menghentikan pemakaian perangkat ini. Isian yang sudah ada tetap tersimpan dan tetap dikirim; data baru tidak datang lagi.',
  'device.lost': () =>
    'Kantor mencatat perangkat ini hilang, jadi pusat tidak menerima apa pun darinya. Isian tetap tersimpan di sini; bila perangkat sudah ditemukan, hubungi kantor.',
  'device.forked': () =>
    'Perangkat ini salinan dari perangkat lain, jadi perlu tanda pengenal sendiri. Isian tetap tersimpan dan dikirim lagi setelah itu.',
  'device.not_forked': () => 'Tanda pengenal perangkat ini masih berlaku. Tidak ada yang perlu diganti.',
  'unit.duplicate': (d: D) => `Kode unit kerja "${d.code}" sudah ada. Pakai kode lain.`,
  'event.dates': () => 'Tanggal selesai mendahului tanggal mulai. Perbaiki salah satunya.',
  'session.day_outside': (d: D) => `Hari sesi harus antara ${d.starts_on} dan ${d.ends_on}.`,
  'session.has_marks': (d: D) => `Sesi ini sudah berisi ${d.marks} presensi, jadi tidak dapat dihapus.`,
  'participant.duplicate': (d: D) => `${d.name} sudah ada di daftar peserta kegiatan ini.`,
  'participant.has_records': (d: D) =>
    `${d.name} sudah punya presensi atau observasi, jadi tidak dapat dihapus.`,
  'assignment.duplicate': (d: D) => `${d.name} sudah ditugaskan kepada atasan ini.`,
  'nip.not_digits': (d: D) => `NIP "${d.nip}" berisi selain angka. Tulis 18 angka saja.`,
  'nip.length': (d: D) => `NIP "${d.nip}" berisi ${d.length} angka; seharusnya 18. Periksa kembali.`,
  'nip.birth_date': (d: D) => `8 angka pertama NIP "${d.nip}" bukan tanggal lahir yang ada.`,
  'nip.appointment': (d: D) => `Angka ke-9 sampai ke-14 NIP "${d.nip}" bukan masa pengangkatan yang sah.`,
  'nip.sex': (d: D) => `Angka ke-15 NIP "${d.nip}" harus 1 (pria) atau 2 (wanita).`,
  'nip.serial': (d: D) => `Nomor urut (3 angka terakhir) NIP "${d.nip}" tidak boleh 000.`,
  'nip.young': (d: D) => `NIP "${d.nip}" berarti diangkat pada umur ${d.age} tahun. Periksa apakah benar.`,
  'nip.known_as': (d: D) =>
    `NIP "${d.nip}" sudah tercatat atas nama ${d.name}, dan nama itu yang dipakai. Periksa NIP ini.`,
  'person.name_missing': () => 'Nama kosong. Isi nama peserta.',
  'file.not_text': (d: D) =>
    `Berkas ini bukan CSV (isinya ${d.found}). Di Excel pilih Simpan Sebagai > CSV UTF-8.`,
  'file.no_name_column': () => 'Baris pertama harus memuat judul kolom "Nama". Tambahkan lalu unggah lagi.',
  'file.empty': () => 'Berkas ini kosong. Pilih berkas yang berisi daftar peserta.',
  'file.too_many_rows': (d: D) =>
    `Terlalu banyak baris (paling banyak ${d.max}). Bagi menjadi beberapa berkas.`,
  'file.not_batches': (d: D) =>
    `Ini bukan berkas dari tombol "Simpan ke berkas" di tablet (isinya ${d.found}). Pilih berkas yang namanya berakhiran .lembar.`,
  'file.torn': () =>
    'Terpotong, jadi catatan di baris ini belum masuk. Simpan lagi berkasnya dari tablet, lalu unggah ulang.',
  'xlsx.not_xlsx': () =>
    'Ini bukan berkas Excel .xlsx. Buka di Excel, pilih Simpan sebagai .xlsx, lalu coba lagi.',
  'xlsx.old_format': () =>
    'Ini berkas Excel lama (.xls). Buka di Excel, pilih Simpan sebagai .xlsx, lalu coba lagi.',
  'xlsx.password': () => 'Berkas ini terkunci kata sandi. Simpan tanpa kata sandi lalu coba lagi.',
  'xlsx.too_large': (d: D) =>
    `Berkas ini terlalu besar untuk sebuah kuesioner (batas ${d.what}: ${d.most}). Buang lembar, kolom, dan baris yang tidak dipakai.`,
  'xlsx.unsafe': () =>
    'Berkas ini tidak dibuat seperti berkas Excel biasa, jadi tidak dibuka. Simpan ulang dari Excel lalu coba lagi.',
  'xlsx.damaged': () => 'Berkas Excel ini rusak. Simpan ulang dari Excel lalu coba lagi.',
  'instrument.has_errors': (d: D) =>
    `Kuesioner ini belum dapat diterbitkan: masih ada ${d.errors} kesalahan. Perbaiki di Excel lalu unggah lagi.`,
  'instrument.too_complex': (d: D) =>
    `Kuesioner ini terlalu rumit: setelah ${d.seconds} detik belum selesai dibaca. Pecah menjadi beberapa kuesioner.`,
  'instrument.changed_meanwhile': (d: D) =>
    `Kuesioner ${d.code} sementara itu sudah diterbitkan sampai versi ${d.newest}. Periksa lagi, lalu terbitkan.`,
  'instrument.must_stay_anonymous': (d: D) =>
    `Kuesioner ${d.code} dijanjikan anonim, dan janji itu tidak dapat ditarik. Pakai kode lain bila ingin bernama.`,
  'instrument.unknown': (d: D) =>
    `Kuesioner ${d.code} versi ${d.version} belum diterbitkan. Pilih yang lain.`,
  'instrument.wrong_kind': (d: D) =>
    `Kuesioner ${d.code} jenisnya tidak cocok di sini. Pilih survei untuk kios; observasi diberikan lewat penugasan.`,
  'event.has_responses': (d: D) =>
    `Kegiatan ini sudah menerima ${d.responses} isian, jadi surveinya tidak dapat diganti. Tambahkan sebagai formulir lain.`,
  'result.too_few': (d: D) =>
    `Isian belum cukup untuk ditampilkan tanpa membuka siapa yang menjawab (sedikitnya ${d.least}). Tunggu sampai cukup.`,
  'key.passphrase_short': (d: D) => `Frasa sandi terlalu pendek. Pakai sedikitnya ${d.min} karakter.`,
  'key.passphrase_wrong': () => 'Frasa sandi tidak cocok dengan salinan kunci ini. Periksa lalu coba lagi.',
  'record.hash': () => 'Isi catatan tidak cocok dengan sidik jarinya; rusak di perjalanan atau diubah.',
  'record.unreadable': (d: D) => `Isi catatan tidak dapat dibaca (${d.reason}).`,
  'record.sealed': () =>
    'Segel catatan ini tidak dapat dibuka; isinya rusak di perjalanan atau bukan untuk pusat ini.',
  'record.key_unknown': (d: D) =>
    `Kunci pembuka catatan ini (${d.key_id}) tidak ada di pusat. Minta operator memulihkannya dari salinan kunci.`,
  'record.unknown_kind': (d: D) =>
    `Jenis catatan "${d.kind}" belum dikenal pusat. Catatan ini terbaca setelah Lembar di pusat diperbarui.`,
  'record.unverified': () =>
    'Catatan ini datang lewat berkas dan tanda tangan perangkatnya tidak cocok. Periksa asal berkasnya.',
  'record.unknown_instrument': (d: D) =>
    `Instrumen ${d.instrument} versi ${d.version} tidak dikenal di pusat.`,
  'record.unknown_event': () => 'Kegiatan dalam catatan ini tidak dikenal di pusat.',
  'record.unknown_session': () => 'Sesi dalam catatan ini tidak dikenal di pusat.',
  'record.unknown_participant': () => 'Peserta dalam catatan ini tidak dikenal di pusat.',
  'record.unknown_assignment': () => 'Penugasan dalam catatan ini tidak dikenal di pusat.',
  'record.outside_scope': () => 'Perangkat pengirim tidak berwenang atas kegiatan ini.',
  'answer.out_of_range': (d: D) => `Jawaban "${d.answer}" pada "${d.question}" di luar pilihan yang ada.`,
  'answer.required': (d: D) => `Pertanyaan "${d.question}" wajib dijawab.`,
  'answer.unknown_question': (d: D) => `Pertanyaan "${d.question}" tidak ada dalam versi instrumen ini.`,
  'answer.too_long': (d: D) =>
    `Jawaban "${d.question}" terlalu panjang (${d.length}; paling panjang ${d.max}).`,
  'key.passphrase_differs': () => 'Kedua frasa sandi tidak sama. Ketik sekali lagi, sama persis.',
  'centre.unreachable': () =>
    'Pusat tidak terjangkau. Periksa sinyal lalu coba lagi; yang sudah diisi tidak hilang.',
  'storage.failed': (d: D) =>
    `Tablet ini tidak dapat menyimpan (${d.reason}). Jangan mulai mengisi: kosongkan ruang atau matikan mode penyamaran, lalu muat ulang.`,
  'storage.full': () =>
    'Penyimpanan perangkat ini penuh. Yang sudah tersimpan tidak hilang. Hapus foto, video, atau aplikasi lain, lalu muat ulang; jangan menghapus data Lembar.',
  'storage.newer': () =>
    'Lembar di perangkat ini sudah diperbarui di tab lain. Muat ulang untuk melanjutkan; isian yang tersimpan tidak hilang.',
  'storage.blocked': () =>
    'Lembar masih terbuka di tab lain dengan versi lama. Tutup semua tab Lembar yang lain, lalu muat ulang di sini.',
} satisfies Record<ProblemCode | LocalProblemCode, (details: D) => string>;

export default sentences;
