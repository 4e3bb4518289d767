// How many bytes must come before the kiosk's first question can be answered, and how many does the whole precache hold?
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type Figure, figure } from './figure.ts';

const app = join(import.meta.dirname, '../dist/app');

/** Reloads the locked kiosk with its service worker out of the way, and weighs every script and style it asked for. */
export async function measureKioskSize(page: Page): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked = new Map<string, Buffer>();
  const finished: Promise<void>[] = [];
  const listen = (reply: { url(): string; body(): Promise<Buffer> }) => {
    if (/\.(js|css)$/.test(new URL(reply.url()).pathname))
      finished.push(
        reply.body().then(
          body => void asked.set(reply.url(), body),
          () => undefined,
        ),
      );
  };
  page.on('response', listen);
  await page.reload();
  // The next question comes only when the answer is kept, so that everything which keeps it has come by then.
  await page.locator('[data-question="persyaratan"] [data-choice="1"]:enabled').click();
  await page.locator('[data-question="prosedur"]').waitFor();
  page.off('response', listen);
  await Promise.all(finished);
  await session.detach();
  const bytes = [...asked.values()].reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  return [
    figure('kiosk: JS and CSS until the first question can be answered', bytes / 1024, 'KB gzip', asked.size),
  ];
}

/** What the worker lists, weighed on the disk. */
export function measurePrecache(): Figure[] {
  const worker = readFileSync(join(app, 'sw.js'), 'utf8');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    name => statSync(join(app, name)).isFile() && worker.includes(`"${name.replaceAll('\\', '/')}"`),
  );
  const sizes = files.map(name => readFileSync(join(app, name)));
  const raw = sizes.reduce((sum, file) => sum + file.length, 0);
  const zipped = sizes.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  return [
    figure('precache: whole', raw / 1024, 'KB', files.length),
    figure('precache: whole, as it travels', zipped / 1024, 'KB gzip', files.length),
  ];
}
