// The demonstration agency: who and what it consists of. Everybody in it is invented.
import type { Role } from '../../domain/person/role.ts';

/** Keys of the demonstration's units; codes are marked, so that a real agency can use its own wilayah codes. */
export const UNITS = [
  { key: 'agency', above: null, code: 'DEMO-16', name: 'BPSDM Provinsi Sumatera Selatan (Demonstrasi)' },
  { key: 'palembang', above: 'agency', code: 'DEMO-16.71', name: 'UPTD Pelatihan Palembang (Demonstrasi)' },
  { key: 'muaraenim', above: 'agency', code: 'DEMO-16.03', name: 'Bakorwil Muara Enim (Demonstrasi)' },
  { key: 'oganilir', above: 'agency', code: 'DEMO-16.10', name: 'Bakorwil Ogan Ilir (Demonstrasi)' },
  {
    key: 'indralaya',
    above: 'oganilir',
    code: 'DEMO-16.10.05',
    name: 'Kecamatan Indralaya (Demonstrasi)',
  },
] as const;
export type UnitKey = (typeof UNITS)[number]['key'];

export const ACCOUNTS: readonly { username: string; name: string; role: Role; unit: UnitKey }[] = [
  { username: 'demo.operator', name: 'Operator Demonstrasi', role: 'operator', unit: 'agency' },
  { username: 'demo.penyelenggara', name: 'Ratna Kusumawati', role: 'officer', unit: 'agency' },
  { username: 'demo.fasilitator', name: 'Hendra Saputra', role: 'facilitator', unit: 'agency' },
  { username: 'demo.atasan1', name: 'Yusnidar Hasan', role: 'supervisor', unit: 'indralaya' },
  { username: 'demo.atasan2', name: 'Firmansyah Akbar', role: 'supervisor', unit: 'oganilir' },
  { username: 'demo.atasan3', name: 'Lidya Marpaung', role: 'supervisor', unit: 'muaraenim' },
  { username: 'demo.atasan4', name: 'Zainal Arifin', role: 'supervisor', unit: 'palembang' },
];

export const PROGRAMME = 'Pelayanan Prima';

/** Days are told from today: one event is over, the other begins today. */
export const EVENTS = [
  {
    key: 'past',
    unit: 'oganilir',
    name: 'Pelayanan Prima Angkatan I',
    venue: 'Balai Desa Tanjung Seteko, Indralaya',
    startsIn: -36,
  },
  {
    key: 'today',
    unit: 'palembang',
    name: 'Pelayanan Prima Angkatan II',
    venue: 'Aula Kantor Camat Sukarami, Palembang',
    startsIn: 0,
  },
] as const satisfies readonly { key: string; unit: UnitKey; name: string; venue: string; startsIn: number }[];

/** `day` counts from the event's first. */
export const SESSIONS = [
  { name: 'Pembukaan dan budaya melayani', day: 0, starts_at: '08:30', ends_at: '12:00' },
  { name: 'Komunikasi dengan warga', day: 0, starts_at: '13:00', ends_at: '16:00' },
  { name: 'Menangani keluhan dan menyusun rencana aksi', day: 1, starts_at: '08:30', ends_at: '12:00' },
] as const;

/** Who observes participants of the past event (by place on the roster), due so many days from today. */
export const ASSIGNMENTS: readonly {
  participant: number;
  supervisor: string;
  dueIn: number;
  observedIn: number | null;
}[] = [
  { participant: 0, supervisor: 'demo.atasan1', dueIn: -9, observedIn: -12 },
  { participant: 1, supervisor: 'demo.atasan1', dueIn: -4, observedIn: null },
  { participant: 2, supervisor: 'demo.atasan1', dueIn: 3, observedIn: null },
  { participant: 3, supervisor: 'demo.atasan1', dueIn: 24, observedIn: null },
  { participant: 4, supervisor: 'demo.atasan2', dueIn: -2, observedIn: -5 },
  { participant: 5, supervisor: 'demo.atasan2', dueIn: -1, observedIn: null },
  { participant: 6, supervisor: 'demo.atasan3', dueIn: 5, observedIn: -3 },
  { participant: 7, supervisor: 'demo.atasan3', dueIn: 14, observedIn: null },
  { participant: 8, supervisor: 'demo.atasan4', dueIn: 2, observedIn: null },
  { participant: 9, supervisor: 'demo.atasan4', dueIn: 30, observedIn: null },
];
