// How heavy is the engine, how long does a large form take to open on a slow tablet, and how long until an answer has its effect?

import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import type { Instrument } from '../src/domain/instrument/definition.ts';
import { switchOnTablet, type Tablet } from '../test/journeys/driver/browser.ts';
import { generatedForm, largestFieldForm } from './engine/forms.ts';
import type { Timings } from './engine/page.ts';
import { type Figure, figure, quantile } from './figure.ts';
import { buildPage } from './page-server.ts';

const RUNS = { opened: 20, answered: 400 };
const WARM_UP = { opened: 2, answered: 20 };
const SLOWDOWNS = [1, 6];
const QUESTIONS = 1300;

export async function measureEngine(): Promise<Figure[]> {
  const page = await buildPage('engine');
  const tablet = await switchOnTablet(page.origin);
  try {
    await tablet.page.goto('/');
    await tablet.page.waitForFunction(() => 'measureEngine' in window);
    const field = largestFieldForm();
    return [
      await weigh(),
      ...(await measureForm(tablet, generatedForm(QUESTIONS), 'generated form')),
      ...(field ? await measureForm(tablet, field, 'largest field form') : []),
    ];
  } finally {
    await tablet.remove();
    await page.remove();
  }
}

/** With signals and the core of the functions; the sets that only some forms need come beside it. */
async function weigh(): Promise<Figure> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'engine/entry.ts'), formats: ['es'] },
    },
  });
  const chunks = (built as Rollup.RollupOutput[]).flatMap(({ output }) => output).filter(isChunk);
  const needed = chunks.filter(
    chunk => chunk.isEntry || chunks.some(one => one.isEntry && one.imports.includes(chunk.fileName)),
  );
  const bytes = needed.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return figure('engine: sheet, pages, expressions and signals', bytes / 1024, 'KB gzip', needed.length);
}

const isChunk = (file: Rollup.OutputChunk | Rollup.OutputAsset): file is Rollup.OutputChunk =>
  file.type === 'chunk';

async function measureForm({ page }: Tablet, form: Instrument, name: string): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page);
  const figures: Figure[] = [];
  const text = JSON.stringify(form);
  for (const rate of SLOWDOWNS) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await measure(page, text, WARM_UP);
    const timed = await measure(page, text, RUNS);
    const about = `engine: ${name} of ${form.nodes.length} nodes, ${rate}x slow-down`;
    const mean = timed.answerMs.reduce((sum, each) => sum + each, 0) / timed.answerMs.length;
    figures.push(
      figure(`${about}, opened, p50`, quantile(timed.setUpMs, 0.5), 'ms', timed.setUpMs.length),
      figure(`${about}, an answer, mean`, mean, 'ms', timed.answerMs.length),
      figure(`${about}, an answer, worst`, Math.max(...timed.answerMs), 'ms', timed.answerMs.length),
    );
  }
  await session.detach();
  return figures;
}

const measure = (page: Page, form: string, runs: typeof RUNS): Promise<Timings> =>
  page.evaluate(([one, each]) => window.measureEngine(one, each), [form, runs] as const);
