// Runs the centre until it is told to stop, and says in plain sentences where it is and what to do first.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import type { World } from '../centre.ts';
import type { KeyRing } from '../identity/key-ring.ts';
import { newSecret } from '../identity/sign-in.ts';
import { keepBuilds } from '../keep-builds.ts';
import { beginRun, nameRun } from '../put-back.ts';
import type { Database } from '../store/database.ts';
import { countOperators } from '../store/people/accounts.ts';
import { buildsIn, runIn } from './data-folder.ts';
import { NO_ESCROW } from './keys.ts';

const TRIES_PER_MINUTE = 20;
const NAME_EVERY_MS = 3600_000;
/** For requests under way when told to stop. */
const PATIENCE_MS = 3000;

type Place = World & {
  db: Database;
  keys: KeyRing;
  dataFolder: string;
  port: number;
  host: string;
  appFolder: string;
  instrumentsFolder?: string | undefined;
};

/** Resolves with the exit code. */
export async function serve({ port, host, dataFolder, ...place }: Place): Promise<number> {
  const stopped = untilStopped();
  if (await beginRun(place, runIn(dataFolder))) process.stdout.write(PUT_BACK);
  const setupToken = (await countOperators(place.db, 'agency')) === 0 ? newSecret(place.random) : null;
  const appFolder = existsSync(join(place.appFolder, 'index.html')) ? place.appFolder : null;
  const olderAssets = appFolder ? keepBuilds(appFolder, buildsIn(dataFolder)) : [];
  const centre = { ...place, appFolder, olderAssets, setupToken, triesPerMinute: TRIES_PER_MINUTE };
  const app = await createApp(centre, { log: true });
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    process.stderr.write(`${cannotListen(error, port)}\n`);
    return 1;
  }
  const url = `http://localhost:${(app.server.address() as AddressInfo).port}`;
  process.stdout.write(`${greeting(url, setupToken, appFolder !== null)}\n`);
  if (place.keys.escrowedAt() === null) process.stdout.write(`\n${NO_ESCROW}`);
  // A plain copy of the files is told from the present ones by what has been written since.
  const naming = setInterval(
    () => void nameRun(place, runIn(dataFolder)).catch(() => undefined),
    NAME_EVERY_MS,
  );
  await stopped;
  clearInterval(naming);
  // A sender that has gone silent in mid-request would keep it open for ever.
  const patience = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
  await app.close();
  clearTimeout(patience);
  await nameRun(place, runIn(dataFolder));
  process.stdout.write('Lembar berhenti dengan rapi. / Lembar has stopped cleanly.\n');
  return 0;
}

const PUT_BACK = `Berkas data bukan yang terakhir dipakai di sini: tablet akan mengirim ulang yang belum ada.
The data files are not those last used here: tablets will send again what is missing.
`;

/** Listens for the signals at once, so that one that comes while starting is not missed. */
const untilStopped = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

function greeting(url: string, setupToken: string | null, hasApp: boolean): string {
  const lines = [`Lembar berjalan di ${url} / Lembar is running at ${url}`];
  if (!hasApp)
    lines.push('Hanya API: aplikasi belum dibangun (npm run build). / API only: the app is not built.');
  if (setupToken)
    lines.push(
      '',
      'Belum ada operator. Buka tautan sekali pakai ini untuk memulai:',
      'There is no operator yet. Open this one-time link to begin:',
      '',
      `  ${url}/setup#token=${setupToken}`,
      '',
    );
  return lines.join('\n');
}

function cannotListen(error: unknown, port: number): string {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} sudah dipakai program lain; pilih yang lain, misalnya PORT=8081. / Port ${port} is in use; choose another, for example PORT=8081.`;
  if (code === 'ERR_SOCKET_BAD_PORT')
    return 'PORT harus bilangan dari 0 sampai 65535. / PORT must be a number from 0 to 65535.';
  return `Tidak dapat dibuka di port ${port} (${code ?? error}). / Cannot listen on port ${port} (${code ?? error}).`;
}
