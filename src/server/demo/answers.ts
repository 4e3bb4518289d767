// What the demonstration's participants and supervisors have answered.
import type { Answers } from '../../domain/instrument/definition.ts';
import { UNSUR, type Unsur } from '../../domain/skm/unsur.ts';
import type { Seeded } from './seeded.ts';

/** How often 1, 2, 3, 4 is given, of a hundred: a good training in a hot hall with a thin complaints desk. */
const LEANINGS: Readonly<Record<Unsur, readonly number[]>> = {
  persyaratan: [0, 4, 56, 40],
  prosedur: [0, 8, 60, 32],
  waktu: [2, 14, 58, 26],
  biaya: [0, 2, 10, 88],
  produk: [0, 6, 56, 38],
  kompetensi: [0, 2, 48, 50],
  perilaku: [0, 0, 40, 60],
  pengaduan: [4, 20, 52, 24],
  sarana: [6, 34, 48, 12],
};

const COMMENTS = [
  'Kipas angin di aula kurang, siang hari panas sekali.',
  'Mohon contoh kasus dari loket Dukcapil diperbanyak.',
  'Narasumber jelas dan sabar. Terima kasih.',
  'Waktu praktik menangani keluhan terlalu singkat, sebaiknya satu hari penuh.',
  'Semoga ada pelatihan lanjutan tentang bahasa isyarat dasar untuk petugas loket.',
  'Materi cetak mohon dibagikan sebelum hari pertama.',
  'Pengeras suara sering mati, peserta di belakang tidak mendengar.',
  'Panitia ramah dan cekatan.',
  'Usul: peserta dari puskesmas dan kelurahan dipisah agar contohnya sesuai.',
  'Tidak tahu ke mana menyampaikan keluhan selama pelatihan.',
];

export function inventSurveys(count: number, random: Seeded): Answers[] {
  return Array.from({ length: count }, (_, index) => ({
    ...Object.fromEntries(UNSUR.map(unsur => [unsur, inventScore(unsur, random)])),
    saran: index % 2 === 0 ? (COMMENTS[index / 2] ?? null) : null,
  }));
}

/** Now and then a question is left blank. */
const inventScore = (unsur: Unsur, random: Seeded): string | null =>
  random.below(40) === 0 ? null : random.weighted(['1', '2', '3', '4'], LEANINGS[unsur]);

/** In the order of the assignments that were observed. */
export const OBSERVATIONS: readonly Answers[] = [
  {
    sikap: '3',
    komunikasi: '3',
    ketepatan: '2',
    keluhan: '2',
    bukti:
      'Selasa pagi di loket 2: menyapa semua warga dan menawarkan bantuan. Dua berkas KK selesai lewat dari satu jam.',
    rekomendasi: 'pendampingan',
    catatan: 'Didampingi Kasi Pelayanan selama dua minggu untuk alur berkas.',
  },
  {
    sikap: '4',
    komunikasi: '3',
    ketepatan: '3',
    keluhan: '3',
    bukti:
      'Saat antrean panjang Senin lalu tetap tenang, memanggil lansia lebih dahulu, dan mencatat tiga keluhan di buku.',
    rekomendasi: 'proyek',
    catatan: 'Layak memimpin perbaikan papan informasi syarat layanan.',
  },
  {
    sikap: '2',
    komunikasi: '2',
    ketepatan: '3',
    keluhan: '2',
    bukti: 'Mengikuti SOP dengan rapi, tetapi penjelasan syarat harus diulang dua kali kepada warga.',
    rekomendasi: 'pelatihan',
    catatan: null,
  },
];
