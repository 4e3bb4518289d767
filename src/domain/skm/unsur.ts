// The nine unsur of a satisfaction survey. Many questionnaires print sarana before pengaduan, so nothing here counts positions.

/** Permanent codes, in the order of PermenPANRB 14/2017. */
export const UNSUR = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
] as const;
export type Unsur = (typeof UNSUR)[number];
