// Builds the gallery and takes its pictures in three sizes of screen: `npx tsx test/gallery/look.ts [filter] [folder]`.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { CHROMIUM_FLAGS, ensureChromium } from '../browser/chromium.ts';
import { SECTIONS } from './specimens.ts';

const SCREENS = [
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];
type Shot = { name: string; query: string; width: number; height: number; rootSize?: string; tap?: string };

function* shots(): Generator<Shot> {
  for (const section of SECTIONS)
    for (const look of ['kiosk', 'page', 'entry'])
      for (const screen of SCREENS)
        yield {
          name: `${section}-${look}-${screen.width}`,
          query: `section=${section}&look=${look}`,
          ...screen,
        };
  for (const { width, height } of SCREENS)
    for (const look of ['kiosk', 'page'])
      yield {
        name: `open-${look}-${width}`,
        ...{
          query: `section=lists&look=${look}`,
          width,
          height,
          tap: '[data-appearance=autocomplete] input',
        },
      };
  for (const section of SECTIONS) {
    const query = `section=${section}&look=page`;
    yield {
      name: `${section}-english`,
      query: `${query}&language=en&complaining=yes`,
      width: 800,
      height: 1280,
    };
    yield { name: `${section}-rtl`, query: `${query}&dir=rtl`, width: 360, height: 740 };
    yield {
      name: `${section}-large`,
      query: query,
      width: 800,
      height: 1280,
      rootSize: '200%',
    };
  }
}

async function take(page: Page, address: string, shot: Shot, folder: string): Promise<void> {
  await page.setViewportSize({ width: shot.width, height: shot.height });
  await page.goto(`${address}?${shot.query}`);
  await page.waitForSelector('[data-ready]');
  if (shot.rootSize) await page.addStyleTag({ content: `:root { font-size: ${shot.rootSize} }` });
  if (shot.tap) await page.click(shot.tap);
  await page.waitForTimeout(150);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) console.log(`${shot.name}: ${overflow} px wider than the screen`);
  for (const small of await smallTargets(page, shot.query.includes('kiosk') ? 56 : 44))
    console.log(`${shot.name}: ${small} is small to touch`);
  await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: true });
}

/** Without their borders. What a finger has to meet: the whole label, where a box or radio button stands in one. */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    wanted =>
      [...document.querySelectorAll('button, input, select, textarea, summary, [role=option]')]
        .map(one => one.closest('label') ?? one)
        .filter(one => one.clientWidth > 2 && (one.clientHeight < wanted - 6 || one.clientWidth < 38))
        .map(one => `${one.className} ${one.textContent?.slice(0, 20)}`),
    least,
  );
async function main(filter = '', given?: string): Promise<void> {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'lembar-gallery-'));
  mkdirSync(folder, { recursive: true });
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  const built = { outDir: join(folder, 'built'), emptyOutDir: true };
  await build({ configFile, build: built });
  const server = await preview({ configFile, build: built, preview: { port: 0 } });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    page.on('pageerror', error => console.error(error));
    const address = server.resolvedUrls?.local[0] ?? '';
    for (const shot of shots())
      if (new RegExp(filter).test(shot.name)) await take(page, address, shot, folder);
    console.log(folder);
  } finally {
    await browser.close();
    await server.close();
  }
}

await main(process.argv[2], process.argv[3]);
