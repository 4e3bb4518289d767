// The command `demo`: loads the demonstration agency, or takes it out again, and says what to do next.
import { CODE_ALPHABET, CODE_LIFE_MINUTES } from '../../protocol/limits.ts';
import { makeEnrolmentCode } from '../identity/enrolment-code.ts';
import { hashPassword } from '../identity/password.ts';
import { removeDemonstration } from '../store/demonstration.ts';
import { changeAccount, findAccount, findPassword } from '../store/people/accounts.ts';
import { holdsDemonstration } from '../store/unit-tree.ts';
import { ACCOUNTS } from './agency.ts';
import { type DemoWorld, loadDemonstration } from './load.ts';

export type DemoPlace = DemoWorld & {
  /** Where the centre is reached, for the links. */
  readonly address: string;
  readonly print: (text: string) => void;
};

/**
 * Without arguments: loads it where it is not there, and in any case sets a new password and new codes. `--remove`: all of
 * it goes, records included. Works beside a running centre. Resolves with the exit code.
 */
export async function demo(place: DemoPlace, args: readonly string[]): Promise<number> {
  const [option, ...rest] = args;
  if (rest.length > 0 || (option !== undefined && option !== '--remove')) {
    place.print('Pemakaian / usage: npm run lembar -- demo [--remove]\n');
    return 2;
  }
  if (option === '--remove') {
    const removed = await removeDemonstration(place.db);
    place.print(removed ? REMOVED : NOTHING_TO_REMOVE);
    return 0;
  }
  const isNew = !(await holdsDemonstration(place.db));
  const password = drawPassword(place);
  const hashed = await hashPassword(password);
  if (!hashed.ok) throw new Error(hashed.problem.code);
  if (isNew) await loadDemonstration(place, today(place), hashed.value);
  else await resetPasswords(place, hashed.value);
  place.print(await instructions(place, isNew, password));
  return 0;
}

/** Twelve symbols of the same alphabet as codes, 59 bits: the centre may be reachable by others on the network. */
function drawPassword({ random }: DemoPlace): string {
  const symbols: string[] = [];
  while (symbols.length < 12)
    for (const byte of random(12))
      if (symbols.length < 12 && byte < 8 * CODE_ALPHABET.length)
        symbols.push(CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length));
  return [symbols.slice(0, 4), symbols.slice(4, 8), symbols.slice(8)].map(part => part.join('')).join('-');
}

/** In Western Indonesian Time, where the demonstration's venues are. */
const today = ({ now }: DemoPlace): string =>
  new Date(now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

async function resetPasswords({ db }: DemoPlace, password_hash: string): Promise<void> {
  for (const { username } of ACCOUNTS) {
    const account = await findPassword(db, username);
    if (account) await changeAccount(db, account.id, { password_hash });
  }
}

async function instructions(place: DemoPlace, isNew: boolean, password: string): Promise<string> {
  const tablet = await codeFor(place, 'demo.operator', 'unit');
  const phone = await codeFor(place, 'demo.atasan1', 'phone');
  const accounts = ACCOUNTS.map(({ username, role }) => `  ${username.padEnd(20)} ${ROLE_WORDS[role]}`);
  const lines = [
    isNew
      ? 'Data DEMONSTRASI dimuat: semua orang dan angkanya karangan.'
      : 'Data DEMONSTRASI sudah ada; kata sandi dan kode diperbarui.',
    isNew
      ? 'DEMONSTRATION data loaded: every person and figure is invented.'
      : 'The DEMONSTRATION was there already; password and codes are new.',
    '',
    `1. Kantor / office: ${place.address}/sign-in`,
    ...accounts,
    `   Kata sandi semua akun / password of every account: ${password}`,
    '',
    `2. Tablet (${CODE_LIFE_MINUTES} menit / minutes): ${place.address}/enrol#code=${tablet}`,
    `3. Ponsel atasan / supervisor's phone: ${place.address}/enrol#code=${phone}`,
    '   Pakai profil peramban yang berbeda untuk 2 dan 3. / Use a different browser profile for 2 and 3.',
    '',
    'Belum berjalan? Jalankan "npm start". / Not running yet? Run "npm start".',
    'Hapus lagi / remove again: npm run lembar -- demo --remove',
    '',
  ];
  return lines.join('\n');
}

/** Accounts of the demonstration may have been closed while playing with it; then there is no code for them. */
async function codeFor(place: DemoPlace, username: string, whose: 'unit' | 'phone'): Promise<string> {
  const known = await findPassword(place.db, username);
  const account = known && (await findAccount(place.db, known.id));
  if (!account) return '-';
  const { code } = await makeEnrolmentCode(place, account.unit_id, whose === 'phone' ? account.id : null);
  return code;
}

const ROLE_WORDS = {
  operator: 'operator',
  officer: 'penyelenggara / officer',
  facilitator: 'fasilitator / facilitator',
  supervisor: 'atasan / supervisor',
} as const;

const REMOVED = `Data demonstrasi sudah dihapus seluruhnya.
The demonstration is gone, records included.
`;
const NOTHING_TO_REMOVE = `Tidak ada data demonstrasi.
There is no demonstration to remove.
`;
