// Rosters as files: separators, headers, quotes and lines in every bad mixture.
import type { Chance } from '../chance.ts';
import { hostileText } from '../hostile.ts';
import type { Body } from './ask.ts';

const HEADERS = ['Nama', 'NIP', 'Golongan', 'Jabatan', 'Unit', 'nama', '"Nama"', '\uFEFFNama', ''];
const NIPS = ['', '198501012010011001', '198513322010011001', '1985010120100110010', '１９８５', "'1985"];

/** Null where the route takes no roster. */
export function drawRoster(route: string, chance: Chance): Body | null {
  if (route !== 'POST /api/v1/events/:id/participants/import') return null;
  const separator = chance.pick([',', ';', '\t', '|']);
  const columns = chance.hit(0.8) ? ['Nama', 'NIP'] : Array.from({ length: 3 }, () => chance.pick(HEADERS));
  const row = (): string => [cell(chance), chance.pick(NIPS), cell(chance)].join(separator);
  const rows = Array.from(
    {
      length: chance.weigh([
        [10, chance.below(6)],
        [0.05, 2500],
      ]),
    },
    row,
  );
  const text = [columns.join(separator), ...rows].join(chance.pick(['\n', '\r\n', '\r']));
  const content = chance.hit(0.9) ? Buffer.from(text) : Buffer.from(text, chance.pick(['utf16le', 'latin1']));
  return { media: 'text/csv', content };
}

const cell = (chance: Chance): string =>
  chance.pick<() => string>([
    () => `Peserta ${chance.below(1e6)}`,
    () => hostileText(chance).slice(0, 400),
    () => `"${hostileText(chance).slice(0, 100)}"`,
    () => '"belum ditutup',
  ])();
