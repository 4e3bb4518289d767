// Invented participants with well-formed numbers, golongan and positions that fit one another.
import type { CheckedRow } from '../../domain/roster/check-row.ts';
import type { Seeded } from './seeded.ts';

const MEN = [
  'Ahmad',
  'Andika',
  'Bambang',
  'Dedi',
  'Eko',
  'Fauzan',
  'Hasan',
  'Irwan',
  'Joko',
  'Kurniawan',
  'M. Rizki',
  'Rudi',
  'Sapriadi',
  'Toni',
  'Wahyu',
  'Yudi',
];
const WOMEN = [
  'Ayu',
  'Desi',
  'Dwi',
  'Eka',
  'Fitri',
  'Halimah',
  'Indah',
  'Lestari',
  'Maya',
  'Nurul',
  'Puspita',
  'Rina',
  'Siti',
  'Sri',
  'Tri',
  'Yuliana',
];
const LAST = [
  'Agustina',
  'Anggraini',
  'Apriani',
  'Effendi',
  'Febrianti',
  'Handayani',
  'Hidayat',
  'Kurnia',
  'Maharani',
  'Novita',
  'Oktaviani',
  'Pratama',
  'Ramadhan',
  'Rahmawati',
  'Saputra',
  'Setiawan',
  'Susanti',
  'Utami',
  'Wijaya',
  'Yulianti',
];
const MEN_LAST = LAST.filter(
  name => !/(a|i)$/.test(name) || ['Effendi', 'Kurnia', 'Pratama', 'Saputra', 'Wijaya'].includes(name),
);
const WOMEN_LAST = LAST.filter(name => !MEN_LAST.includes(name) || name === 'Kurnia');

const OFFICES = [
  'Kecamatan Indralaya',
  'Kecamatan Pemulutan',
  'Kecamatan Tanjung Raja',
  'Kelurahan Indralaya Mulya',
  'Puskesmas Indralaya',
  'Dinas Dukcapil Ogan Ilir',
  'DPMPTSP Ogan Ilir',
  'Kecamatan Sukarami',
  'Kelurahan Sukajaya',
  'UPTD Samsat Palembang I',
];
/** Golongan with positions that go with it. */
const PNS: readonly (readonly [string, readonly string[]])[] = [
  ['II/c', ['Pengadministrasi Umum', 'Petugas Loket']],
  ['II/d', ['Petugas Loket', 'Pranata Komputer Terampil']],
  ['III/a', ['Pengelola Pelayanan', 'Analis Pelayanan Publik']],
  ['III/b', ['Pengelola Pelayanan', 'Analis Pelayanan Publik']],
  ['III/c', ['Analis Pelayanan Publik', 'Kepala Subbagian Umum']],
  ['III/d', ['Kepala Seksi Pelayanan Umum']],
];
const PPPK: readonly (readonly [string, readonly string[]])[] = [
  ['V', ['Operator Layanan Operasional']],
  ['VII', ['Pengelola Layanan Operasional', 'Pranata Komputer Terampil']],
  ['IX', ['Penata Layanan Operasional']],
];

/** No name and no number twice; about one in four is PPPK, and the last two have no number. */
export function inventPeople(count: number, random: Seeded): CheckedRow[] {
  const names = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const sex = random.weighted([1, 2] as const, [9, 11]);
    let name = '';
    do name = inventName(sex, random);
    while (names.has(name));
    names.add(name);
    const isPppk = random.below(4) === 0;
    const [rank, positions] = random.pick(isPppk ? PPPK : PNS);
    const unit_name = random.pick(OFFICES);
    const honorary = { name, nip: null, rank: '', position: 'Tenaga honorer', unit_name, warning: null };
    if (index >= count - 2) return honorary;
    const serial = String(index + 1).padStart(3, '0');
    const nip = inventNumber(sex, isPppk, serial, random);
    return { name, nip, rank, position: random.pick(positions), unit_name, warning: null };
  });
}

const inventName = (sex: 1 | 2, random: Seeded): string =>
  sex === 1
    ? `${random.pick(MEN)} ${random.pick(MEN_LAST)}`
    : `${random.pick(WOMEN)} ${random.pick(WOMEN_LAST)}`;

function inventNumber(sex: 1 | 2, isPppk: boolean, serial: string, random: Seeded): string {
  const born = 1970 + random.below(27);
  const two = (number: number) => String(number).padStart(2, '0');
  const birth = `${born}${two(1 + random.below(12))}${two(1 + random.below(28))}`;
  const appointed = isPppk
    ? `${2021 + random.below(4)}21`
    : `${born + 22 + random.below(7)}${random.pick(['01', '02', '03', '04', '12'])}`;
  return `${birth}${appointed}${sex}${serial}`;
}
