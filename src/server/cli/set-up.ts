// Makes an operator account at the machine itself: the first one, or a new one when every password is forgotten.
import { parseArgs } from 'node:util';
import { Compile } from 'typebox/compile';
import { PASSWORD_MIN_LENGTH } from '../../protocol/limits.ts';
import { Setup } from '../../protocol/office/account.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { World } from '../centre.ts';
import { makeOperator } from '../identity/make-operator.ts';
import type { Database } from '../store/database.ts';
import { findAgency } from '../store/unit-tree.ts';
import { type EscrowWorld, saveEscrow } from './save-escrow.ts';

const { agency: Agency, name: Name, username: Username } = Setup.properties;
const FIELDS = {
  agency: { question: 'Nama instansi / agency: ', check: Compile(Agency) },
  name: { question: 'Nama lengkap operator / full name: ', check: Compile(Name) },
  username: { question: 'Nama pengguna / username (a-z 0-9 . _ -, 3-40): ', check: Compile(Username) },
};
type Field = keyof typeof FIELDS;

/**
 * `--agency`, `--name`, `--username` and `--escrow` answer beforehand; the password is always asked, or is the next line
 * of a piped input, so that it stays out of the list of processes, and so is the passphrase after it. No operator is
 * made before a copy of the centre's keys is saved. Resolves with the exit code.
 */
export async function setUp(world: SetUpWorld, args: readonly string[]): Promise<number> {
  const { db, ask, print } = world;
  const given = readOptions(args);
  if (!given) {
    print('Pemakaian / usage: setup [--agency X] [--name X] [--username X] [--escrow BERKAS]\n');
    return 2;
  }
  try {
    const agency = (await findAgency(db))?.name ?? (await answer(world, 'agency', given.agency));
    const name = await answer(world, 'name', given.name);
    const username = await answer(world, 'username', given.username);
    const password = await ask.line(`Kata sandi / password (min. ${PASSWORD_MIN_LENGTH}): `, 'hidden');
    const isLong = [...password].length >= PASSWORD_MIN_LENGTH;
    if (isLong && world.keys.escrowedAt() === null && !(await saveKeys(world, given.escrow))) return 1;
    const made = await makeOperator(world, { agency, name, username, password }, 'another');
    print(made.ok ? DONE : `${explain(made.problem)}\n`);
    return made.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    print(`${error.message}\n`);
    return 1;
  }
}

export type SetUpWorld = World & EscrowWorld & { readonly db: Database };

async function saveKeys(world: SetUpWorld, file: string | undefined): Promise<boolean> {
  world.print(WHY_ESCROW);
  if (await saveEscrow(world, file)) return true;
  world.print(NO_ESCROW);
  return false;
}

const WHY_ESCROW = `
Catatan disegel untuk kunci pusat ini. Tanpa kunci itu tidak ada yang dapat membukanya, juga dari cadangan.
Records are sealed to this centre's keys. Without them nobody can open one, not even from a backup.
`;
const NO_ESCROW = `Salinan kunci belum tersimpan, jadi akun belum dibuat. Ulangi dengan --escrow BERKAS.
The copy of the keys is not saved, so the account is not made. Try again with --escrow FILE.
`;

const DONE = `Akun operator dibuat. Jalankan "npm start", lalu masuk.
The operator account is made. Run "npm start", then sign in.
`;

/** Null where they cannot be understood. */
function readOptions(args: readonly string[]): Partial<Record<Field | 'escrow', string>> | null {
  const text = { type: 'string' } as const;
  try {
    const options = { agency: text, name: text, username: text, escrow: text };
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

class NoAnswer extends Error {}

/** Asks until the answer fits; a script is told once, since its next line answers something else. */
async function answer({ ask, print }: SetUpWorld, field: Field, given: string | undefined): Promise<string> {
  const { question, check } = FIELDS[field];
  for (;;) {
    const typed = (given ?? (await ask.line(question))).trim();
    if (check.Check(typed)) return typed;
    const sentence = `"${typed}" tidak dapat dipakai sebagai ${field}. / "${typed}" cannot be used as ${field}.`;
    if (given !== undefined || !ask.isTerminal) throw new NoAnswer(sentence);
    print(`${sentence}\n`);
  }
}

function explain({ code, details }: Problem): string {
  if (code === 'account.duplicate')
    return `Nama pengguna "${details.username}" sudah dipakai. / The username "${details.username}" is taken.`;
  if (code === 'account.password_short')
    return `Kata sandi terlalu pendek: sedikitnya ${details.min} karakter. / The password is too short: at least ${details.min} characters.`;
  return code;
}
