// Runs inside the browser: opens a form again and again and answers it, as a person's screen would have to wait for it.
import type { Instrument, QuestionNode } from '../../src/domain/instrument/definition.ts';
import type { FunctionTable } from '../../src/domain/instrument/evaluate/function-table.ts';
import type { Sheet } from '../../src/domain/instrument/sheet/sheet.ts';
import { createSheet, loadFunctions, pagesOf } from './entry.ts';

export type Timings = { setUpMs: number[]; answerMs: number[]; pages: number };

declare global {
  interface Window {
    /** `form`: an `Instrument` as JSON, as a tablet keeps it. */
    measureEngine: (form: string, runs: { opened: number; answered: number }) => Promise<Timings>;
  }
}

const SURROUNDINGS = {
  now: () => Date.now(),
  random: Math.random,
  offsetAt: () => 420,
  newId: () => crypto.randomUUID(),
};

window.measureEngine = async (form, { opened, answered }) => {
  const instrument = JSON.parse(form) as Instrument;
  const functions = await loadFunctions(instrument.needs);
  const timings: Timings = { setUpMs: [], answerMs: [], pages: 0 };
  for (let run = 0; run < opened; run += 1) {
    const before = performance.now();
    const sheet = openSheet(instrument, functions);
    timings.setUpMs.push(performance.now() - before);
    sheet.end();
  }
  answerAll(openSheet(instrument, functions), answered, timings);
  return timings;
};

/** Until the first page could be drawn. */
function openSheet(instrument: Instrument, functions: FunctionTable): Sheet {
  const sheet = createSheet(instrument, { surroundings: SURROUNDINGS, functions });
  const first = pagesOf(sheet).value[0]?.questions[0];
  void first?.label.value;
  void first?.choices.value;
  return sheet;
}

/** Each in turn, while the pages are followed; from the touch until the pages are right again. */
function answerAll(sheet: Sheet, count: number, timings: Timings): void {
  const pages = pagesOf(sheet);
  const stop = pages.subscribe(() => undefined);
  for (let done = 0; done < count; done += 1) {
    const open = sheet.questions().filter(question => question.relevant.value && !question.readonly.value);
    const question = open[(done * 31) % open.length];
    if (!question) break;
    const text = question.choices.value[done % 3]?.row.code ?? plausible(question.node, done);
    const before = performance.now();
    question.answer(text);
    void pages.value;
    void question.violation.value;
    timings.answerMs.push(performance.now() - before);
  }
  timings.pages = pages.value.length;
  stop();
  sheet.end();
}

function plausible({ type }: QuestionNode, done: number): string {
  if (type === 'integer' || type === 'decimal' || type === 'range') return String(done % 5);
  return type === 'date' ? '2026-01-02' : `jawaban ${done}`;
}
