// Saves the escrow copy of the centre's keys, and believes in it only once it has been read back and opened.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { ESCROW_PASSPHRASE_MIN } from '../../protocol/office/device.ts';
import type { World } from '../centre.ts';
import { writeDurably } from '../durable-file.ts';
import { openEscrow, sealEscrow } from '../identity/escrow.ts';
import type { KeyRing } from '../identity/key-ring.ts';
import type { Ask } from './ask.ts';

export type EscrowWorld = Pick<World, 'now' | 'random'> & {
  readonly keys: KeyRing;
  readonly dataFolder: string;
  readonly ask: Ask;
  readonly print: (text: string) => unknown;
};

/**
 * Asks for the passphrase, and for the file where `given` does not name it, until both will do; a script is told once.
 * True when a copy of every key lies in the file.
 */
export async function saveEscrow(world: EscrowWorld, given: string | undefined): Promise<boolean> {
  const named = await until(world, given, askPath, path => wrongPath(world, path));
  const path = named && resolve(named);
  const passphrase = path && (await until(world, undefined, askPassphrase, wrongPassphrase));
  if (!path || !passphrase) return false;
  const sealed = sealEscrow(world.keys.all(), passphrase, world);
  if (!sealed.ok) throw new Error(sealed.problem.code);
  mkdirSync(dirname(path), { recursive: true });
  writeDurably(path, sealed.value);
  if (!isWhole(world, path, passphrase)) {
    world.print(`${path} tidak dapat dibuka lagi setelah ditulis. / cannot be opened again after writing.\n`);
    return false;
  }
  world.keys.noteEscrow();
  world.print(saved(path));
  return true;
}

const askPath = async ({ ask }: EscrowWorld): Promise<string> =>
  (await ask.line('Berkas untuk salinan kunci pusat / file for the copy of the keys: ')).trim();

function wrongPath({ dataFolder }: EscrowWorld, typed: string): string | null {
  if (typed === '') return 'Sebutkan sebuah berkas. / Name a file.';
  const path = resolve(typed);
  if (!relative(dataFolder, path).startsWith('..'))
    return `Simpan di luar folder data (${dataFolder}), sebaiknya di stik USB: salinan di disk yang sama ikut hilang. / Save it outside the data folder, best on a USB stick: a copy on the same disk is lost with it.`;
  return existsSync(path) ? `${path} sudah ada. / It exists already.` : null;
}

/** What is typed twice by a person is once in a script. Null where the two differ. */
async function askPassphrase({ ask }: EscrowWorld): Promise<string | null> {
  const question = `Frasa sandi untuk salinan kunci / passphrase for the copy (min. ${ESCROW_PASSPHRASE_MIN}): `;
  const typed = await ask.line(question, 'hidden');
  if (!ask.isTerminal) return typed;
  return (await ask.line('Sekali lagi / once more: ', 'hidden')) === typed ? typed : null;
}

function wrongPassphrase(typed: string | null): string | null {
  if (typed === null) return 'Keduanya tidak sama. / The two differ.';
  return [...typed].length < ESCROW_PASSPHRASE_MIN
    ? `Frasa sandi terlalu pendek: sedikitnya ${ESCROW_PASSPHRASE_MIN} karakter. / The passphrase is too short: at least ${ESCROW_PASSPHRASE_MIN} characters.`
    : null;
}

/** The first answer in which nothing is wrong, or null where a script's is. */
async function until<T>(
  world: EscrowWorld,
  given: T | undefined,
  asking: (world: EscrowWorld) => Promise<T>,
  wrong: (answer: T) => string | null,
): Promise<T | null> {
  let next = given;
  for (;;) {
    const answer = next ?? (await asking(world));
    next = undefined;
    const sentence = wrong(answer);
    if (sentence === null) return answer;
    world.print(`${sentence}\n`);
    if (!world.ask.isTerminal) return null;
  }
}

/** Of the very bytes on the disk. */
function isWhole({ keys }: EscrowWorld, path: string, passphrase: string): boolean {
  const opened = openEscrow(readFileSync(path, 'utf8'), passphrase);
  return (
    opened.ok &&
    keys.all().every(({ private_key }) => opened.value.some(key => key.private_key === private_key))
  );
}

const saved = (path: string): string => `Salinan kunci disimpan dan sudah dicoba dibuka: ${path}
Pindahkan ke tempat lain yang aman, dan catat frasa sandinya di tempat yang berbeda.
The copy of the keys is saved and was opened as a trial: ${path}
Move it to another safe place, and note its passphrase in a different one.
`;
