// A real Chromium with a profile on disk, which can be killed and started again as a tablet is.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from '../../browser/chromium.ts';

export type Tablet = {
  page: Page;
  /** Where this browser keeps everything on disk. */
  readonly profile: string;
  /** Ends every process of this browser at once, as a power cut would. */
  kill(): void;
  /** Ends only the process whose command line has these words; false where there is none. */
  killPart(words: string): boolean;
  /** After `kill`: starts it again, and opens `path` where one is given. */
  restart(path?: string): Promise<void>;
  killAndRestart(path: string): Promise<void>;
  /** Id of the browser's own process. */
  pid(): number;
  /** Errors that pages threw or that the content policy reported; a journey ends by wanting none. */
  complaints: string[];
  /** Closes the browser, and answers a copy of its profile that can be started as another tablet. */
  copyProfile(): Promise<string>;
  remove(): Promise<void>;
};

export const SIZES = {
  tablet: { width: 800, height: 1280 },
  landscape: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const;

export type TabletOptions = {
  size?: keyof typeof SIZES;
  flags?: string[];
  timezone?: string;
  /** Starts with this profile, and removes it at the end. */
  profile?: string;
  /** Runs at every start, before any page is opened. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

export async function switchOnTablet(origin: string, options: TabletOptions = {}): Promise<Tablet> {
  const profile = options.profile ?? newProfile();
  const complaints: string[] = [];
  let context: BrowserContext;
  let pid = 0;

  const start = async () => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: ensureChromium(),
      args: [...CHROMIUM_FLAGS, ...(options.flags ?? [])],
      viewport: SIZES[options.size ?? 'tablet'],
      locale: 'id-ID',
      timezoneId: options.timezone ?? 'Asia/Jakarta',
      hasTouch: true,
      baseURL: origin,
    });
    pid = findBrowser(profile);
    await options.prepare?.(context);
    context.on('page', listen);
    tablet.page = context.pages()[0] ?? (await context.newPage());
    listen(tablet.page);
  };
  const listen = (page: Page) => {
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('console', message => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
  };
  const tablet: Tablet = {
    page: undefined as unknown as Page,
    profile,
    complaints,
    pid: () => pid,
    // Its processes are a group of their own.
    kill: () => void process.kill(-pid, 'SIGKILL'),
    killPart(words) {
      const id = processes().find(one => one.session === pid && one.words.includes(words))?.id;
      if (id !== undefined) process.kill(id, 'SIGKILL');
      return id !== undefined;
    },
    async restart(path) {
      await context.close().catch(() => undefined);
      await start();
      if (path !== undefined) await tablet.page.goto(path);
    },
    async killAndRestart(path) {
      tablet.kill();
      await tablet.restart(path);
    },
    async copyProfile() {
      await context.close();
      const copy = newProfile();
      cpSync(profile, copy, { recursive: true, verbatimSymlinks: true });
      return copy;
    },
    async remove() {
      await context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await start();
  return tablet;
}

const newProfile = (): string => mkdtempSync(join(tmpdir(), 'lembar-tablet-'));

/** The process that was started with this profile and that started all the others. */
function findBrowser(profile: string): number {
  const found = processes().find(
    ({ words }) => words.includes(`--user-data-dir=${profile} `) && !words.includes('--type='),
  );
  if (!found) throw new Error('the browser is not running');
  return found.id;
}

const processes = (): { id: number; session: number; words: string }[] =>
  execFileSync('ps', ['-eo', 'pid=,sid=,args=', '-ww'], { encoding: 'utf8' })
    .split('\n')
    .map(line => /^ *(\d+) +(\d+) (.*)$/.exec(line))
    .map(found => ({ id: Number(found?.[1]), session: Number(found?.[2]), words: `${found?.[3]} ` }));
