// Every finding as Indonesian sentences: what is wrong in the spreadsheet, and what to do.
import type { FindingSentences, Instead } from './sentence.ts';

const INSTEAD: Instead = {
  nothing: 'Bagian ini dilewati.',
  empty: 'Nilainya tetap kosong.',
  today: 'Hanya tanggalnya yang disimpan.',
  text: 'Sebagai gantinya diminta jawaban tertulis.',
  group: 'Sebagai gantinya dipakai kelompok biasa.',
  plain: 'Pertanyaan tampil seperti biasa.',
};

const maybe = (similar: unknown): string => (similar ? ` Maksudnya "${similar}"?` : '');
const known = (words: unknown): string => (words ? ` Yang dikenal: ${words}.` : '');

const WHATS: Readonly<Record<string, string>> = { group: 'Kelompok', repeat: 'Ulangan', loop: 'Loop' };
const whatOf = (what: unknown): string => WHATS[String(what)] ?? String(what);

const sentences: FindingSentences = {
  'findings.more': d => `Masih ada ${d.left} catatan lain yang tidak ditampilkan. Perbaiki dahulu yang ini.`,

  'sheet.missing': d => `Lembar "${d.sheet}" tidak ada.${maybe(d.similar)} Ganti nama lembarnya.`,
  'sheet.misspelt': d =>
    `Lembar "${d.similar}" tidak dipakai. Bila ini lembar ${d.sheet}, ganti namanya menjadi "${d.sheet}".`,
  'sheet.duplicate': d => `Ada dua lembar bernama "${d.sheet}". Hanya yang pertama dipakai.`,
  'sheet.foreign': d => `Lembar "${d.sheet}" milik alat lain dan tidak dipakai di sini.`,
  'column.missing': d => `Kolom "${d.column}" tidak ada. Tambahkan kolom itu di baris pertama.`,
  'column.duplicate': d => `Kolom "${d.column}" sama artinya dengan kolom "${d.other}". Hapus salah satunya.`,
  'column.unknown': d =>
    `Kolom "${d.column}" tidak dikenal. Isinya tetap ada di berkas, tetapi tidak dipakai.`,
  'column.foreign': d => `Kolom "${d.column}" milik alat lain dan tidak dipakai di sini.`,
  'column.without_heading': () =>
    'Ada isi di kolom tanpa judul. Isi itu tidak dipakai; beri judul bila diperlukan.',
  'cell.too_long': d => `Isi sel terlalu panjang (${d.length} huruf; paling banyak ${d.most}). Persingkat.`,
  'cell.control_characters': () => 'Tanda yang tidak kelihatan di dalam sel sudah dibuang.',

  'setting.unknown': d =>
    `Pengaturan "${d.setting}" tidak dikenal.${maybe(d.similar)}${known(d.known)} Perbaiki tulisannya.`,
  'setting.duplicate': d => `Pengaturan "${d.setting}" tertulis dua kali. Hapus salah satunya.`,
  'setting.invalid': d =>
    `"${d.value}" tidak dapat dipakai untuk pengaturan "${d.setting}".${known(d.known)} Pilih salah satu.`,
  'setting.unsupported': d => `Pengaturan "${d.setting}" tidak didukung.`,
  'settings.further_rows': () => 'Hanya baris pertama di bawah judul kolom yang dipakai.',
  'form.code': d => `Kode kuesioner "${d.written}" ditulis sebagai "${d.code}".`,
  'languages.too_many': d => `Ada ${d.count} bahasa; paling banyak ${d.most}. Kurangi kolom bahasanya.`,
  'language.no_code': d =>
    `Bahasa "${d.language}" tanpa kode. Tulis kodenya dalam kurung, misalnya "Bahasa Indonesia (id)".`,
  'language.missing': d =>
    `Kolom "${d.column}" belum ada dalam bahasa ${d.language}. Bahasa utama tampil di tempat itu.`,

  'survey.empty': () => 'Lembar survey tidak berisi pertanyaan. Tambahkan sedikitnya satu baris.',
  'survey.too_large': d => `Terlalu banyak baris (paling banyak ${d.most}). Bagi menjadi beberapa kuesioner.`,
  'row.disabled': () => 'Baris ini ditandai tidak aktif (disabled), jadi dilewati.',
  'row.comment': () => 'Baris ini tidak punya jenis (type), jadi dianggap catatan dan dilewati.',
  'type.missing': d => `Jenis pertanyaan "${d.name}" kosong. Isi kolom type, misalnya "text".`,
  'type.unknown': d => `Jenis "${d.type}" tidak dikenal.${maybe(d.similar)} Perbaiki kolom type.`,
  'type.written': d => `Jenis "${d.written}" dibaca sebagai "${d.type}".`,
  'type.unsupported': d => `Jenis "${d.type}" belum dapat dipakai di sini.`,
  'type.from_answers': () => 'Pilihan yang diambil dari jawaban sebelumnya belum dapat dipakai di sini.',
  'metadata.unsupported': d => `Data perangkat "${d.type}" tidak dicatat di sini.`,
  'name.missing': d => `Baris dengan jenis "${d.type}" tidak punya nama. Isi kolom name.`,
  'name.invalid': d =>
    `Nama "${d.name}" tidak dapat dipakai. Mulai dengan huruf; pakai huruf, angka, dan garis bawah, tanpa spasi.`,
  'name.blanks': d => `Nama "${d.written}" ditulis sebagai "${d.name}", tanpa spasi.`,
  'name.reserved': d => `Nama "${d.name}" dipakai oleh sistem. Pilih nama lain.`,
  'name.duplicate': d => `Nama "${d.name}" sudah dipakai di kelompok yang sama. Pilih nama lain.`,
  'name.duplicate_repeat': d => `Nama ulangan "${d.name}" sudah dipakai. Pilih nama lain.`,
  'name.differs_by_case': d =>
    `Nama "${d.name}" hanya berbeda huruf besar-kecil dari "${d.other}". Mudah tertukar; sebaiknya diganti.`,
  'group.unclosed': d =>
    `${whatOf(d.what)} "${d.name}" tidak ditutup. Tambahkan baris end_${d.what} di akhirnya.`,
  'group.unopened': d =>
    d.inside
      ? `Baris penutup ini bukan untuk "${d.inside}", yang masih terbuka. Tutup bagian terdalam dahulu.`
      : `Baris penutup ini tidak punya pembuka. Hapus, atau tambahkan begin_${d.what} sebelumnya.`,
  'group.too_deep': d =>
    `Kelompok bersarang terlalu dalam (paling banyak ${d.most} tingkat). Sederhanakan susunannya.`,
  'group.column': d => `Kolom "${d.column}" tidak berlaku untuk kelompok.`,
  'label.missing': d => `Pertanyaan "${d.name}" tidak punya tulisan. Isi kolom label atau hint.`,
  'calculation.missing': d => `Perhitungan "${d.name}" kosong. Isi kolom calculation.`,
  'calculation.not_allowed': d => `Jenis "${d.type}" tidak boleh berisi perhitungan. Kosongkan sel ini.`,
  'media.big_image_alone': d => `Pertanyaan "${d.name}" punya big-image tanpa image. Isi juga kolom image.`,
  'appearance.unsupported': d => `Tampilan "${d.appearance}" belum dapat dipakai di sini.`,
  'max_length.invalid': d => `Panjang "${d.value}" tidak dapat dipakai. Tulis angka 1 sampai ${d.most}.`,

  'parameters.malformed': d =>
    `Parameter "${d.parameters}" tidak terbaca. Tulis seperti "start=0 end=10 step=1".`,
  'parameter.unknown': d =>
    `Parameter "${d.parameter}" tidak dikenal untuk jenis "${d.type}".${known(d.known)} Perbaiki atau hapus.`,
  'parameter.invalid': d => `"${d.value}" bukan nilai yang sah untuk parameter "${d.parameter}".`,
  'parameter.unsupported': d => `Parameter "${d.parameter}" belum dapat dipakai di sini.`,
  'parameter.seed_alone': () => 'Parameter seed hanya berlaku bersama randomize=true.',
  'range.step_zero': () => 'Langkah (step) tidak boleh nol. Tulis misalnya step=1.',
  'range.step_too_large': d => `Langkah ${d.step} lebih besar dari rentangnya. Perkecil step.`,
  'range.off_step': d =>
    `Parameter "${d.parameter}" bernilai ${d.value}, yang tidak tercapai dengan langkah ${d.step}.`,
  'range.label_off_step': d => `Pilihan "${d.choice}" di daftar "${d.list}" tidak jatuh pada langkah skala.`,

  'choices.missing': d =>
    `Daftar "${d.list}" tidak ada di lembar ${d.sheet || 'choices'}.${maybe(d.similar)} Tambahkan pilihannya.`,
  'choices.too_many': d => `Ada ${d.count} pilihan; paling banyak ${d.most}. Kurangi barisnya.`,
  'choice.no_name': d => `Ada pilihan tanpa kode di daftar "${d.list}". Isi kolom name.`,
  'choice.no_list': d => `Pilihan "${d.choice}" tidak masuk daftar mana pun, jadi tidak dipakai.`,
  'choice.no_label': d =>
    `Pilihan "${d.choice}" di daftar "${d.list}" tidak punya tulisan. Kodenya yang tampil.`,
  'choice.blank_in_name': d =>
    `Kode pilihan "${d.choice}" (daftar "${d.list}") berisi spasi. Ganti spasi dengan garis bawah.`,
  'choice.repeated': d =>
    `Pilihan "${d.choice}" di daftar "${d.list}" sama dengan baris ${d.first}. Baris ini dilewati.`,
  'choice.shared_name': d =>
    `Kode "${d.choice}" di daftar "${d.list}" juga dipakai di baris ${d.first}. Di data keduanya tidak dapat dibedakan.`,
  'choice.duplicate': d =>
    `Kode "${d.choice}" di daftar "${d.list}" sudah dipakai di baris ${d.first}. Beri kode lain.`,
  'score.invalid': d => `Nilai "${d.score}" bukan angka. Tulis angka, atau kosongkan.`,
  'choice.unknown': d =>
    `Daftar "${d.list}" tidak punya pilihan "${d.choice}". Samakan dengan lembar choices.`,
  'list.file_missing': d =>
    `Berkas "${d.file}" belum ada. Pilih berkas itu bersama berkas Excel, atau tambahkan isinya sebagai lembar bernama "${d.file}".`,
  'list.two_files': d => `Nama daftar "${d.list}" dipakai oleh dua berkas. Ganti nama salah satunya.`,
  'list.no_column': d =>
    `Berkas "${d.file}" tidak punya kolom "${d.column}". Tambahkan kolomnya di lembar "${d.sheet}".`,
  'list.unknown': d => `Daftar "${d.name}" tidak ada. Periksa namanya atau tambahkan daftarnya.`,
  'filter.missing': d => `Jenis "${d.type}" biasanya memakai choice_filter. Semua pilihan ditampilkan.`,
  'filter.no_column': d =>
    `Daftar "${d.list}" tidak punya kolom "${d.column}" untuk penyaring. Periksa namanya.`,
  'or_other.filtered': () =>
    'or_other tidak dapat digabung dengan choice_filter. Tulis pilihan "Lainnya" sendiri.',
  'table_list.filtered': () => 'Tabel (table-list) tidak dapat memakai choice_filter. Kosongkan sel ini.',
  'table_list.mixed': d =>
    `Semua pertanyaan dalam tabel harus memakai daftar yang sama: "${d.list}" dan "${d.other}" berbeda.`,

  'expression.broken': d =>
    `Rumus tidak terbaca pada huruf ke-${d.at}: ada ${d.found || 'akhir rumus'}, seharusnya ${d.expected}.`,
  'expression.too_long': d => `Rumus terlalu panjang (${d.length} huruf; paling banyak ${d.most}). Bagi dua.`,
  'expression.too_deep': d =>
    `Rumus bersarang terlalu dalam pada huruf ke-${d.at} (paling banyak ${d.most} tingkat). Bagi dua.`,
  'expression.repaired': d =>
    d.what === 'quote'
      ? 'Tanda kutip miring dibaca sebagai tanda kutip biasa.'
      : 'Spasi khusus dibaca sebagai spasi biasa.',
  'expression.unsupported': d => `"${d.what}" belum dapat dihitung di sini.`,
  'expressions.too_many': d =>
    `Terlalu banyak rumus (paling banyak ${d.most}). Bagi menjadi beberapa kuesioner.`,
  'reference.unknown': d =>
    `Tidak ada pertanyaan bernama "${d.name}".${maybe(d.similar)} Perbaiki nama di dalam \${…}.`,
  'reference.ambiguous': d =>
    `Ada beberapa pertanyaan bernama "${d.name}". Beri nama yang berbeda agar jelas mana yang dimaksud.`,
  'path.unknown': d => `Alamat "${d.path}" tidak ditemukan di kuesioner ini. Pakai \${nama} saja.`,
  'function.arity': d =>
    `Fungsi ${d.name}() diisi ${d.found} nilai; seharusnya ${d.fewest === d.most ? d.fewest : `${d.fewest} sampai ${d.most}`}.`,
  'regex.broken': d => `Pola "${d.pattern}" tidak terbaca. Periksa tanda kurungnya.`,
  cycle: d => `Pertanyaan ini saling menunggu: ${d.names}. Putuskan lingkarannya.`,
  'cycle.opened': d =>
    `Pertanyaan ini saling menunggu: ${d.names}. Lingkarannya diputus di kolom "${d.column}".`,
  'trigger.malformed': d => `Pemicu "${d.trigger}" tidak terbaca. Tulis seperti \${nama}.`,
  'trigger.missing': d => `Jenis "${d.type}" memerlukan pemicu. Isi kolom trigger.`,
  'trigger.not_visible': d => `Pemicu "${d.name}" tidak pernah tampil. Pilih pertanyaan yang tampil.`,

  'anonymous.metadata': d => `"${d.type}" tidak dicatat, karena kuesioner ini tanpa nama.`,
  'anonymous.time': () => 'Jam tidak dicatat, karena kuesioner ini tanpa nama.',
  'anonymous.may_tell': d =>
    `Jawaban berjenis "${d.type}" dapat menunjukkan siapa yang mengisi. Periksa apakah benar diperlukan.`,

  'code.gone': d =>
    `Pertanyaan "${d.code}" tidak ada lagi. Jawaban lamanya tetap ada di ekspor, di kolom terakhir.`,
  'code.retyped': d =>
    `Jenis "${d.code}" berubah dari ${d.before} menjadi ${d.after}. Di ekspor, jawaban lama dan baru ada di satu kolom.`,
};

export default { sentences, INSTEAD };
