// A tablet that loses its power in every moment of its work: while answering, while finishing a sheet, while sending.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';
import { PUSH_MEDIA } from '../../../src/protocol/limits.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';
import { chance, pass, seed, Tally } from './chance.ts';

const ROUNDS = 14;
const QUESTIONS = skm9.questions.map(question => question.code);
const LAST = QUESTIONS.length;

const { between } = chance();
const kills = { answering: new Tally(), finishing: new Tally(), sending: new Tally() };
/** What each sheet answers: known beforehand, so that the centre's tallies can be foretold. */
const sheets = Array.from({ length: ROUNDS }, (_, index) => ({
  text: `lembar ke-${index + 1}.`,
  choices: QUESTIONS.slice(0, -1).map(() => between(1, 4)),
}));

let venue: Venue;
/** What the page has told since it was started: the screen that a person saw last. */
let told: number | 'thanks' = 0;
let pressed = 0;
const passed = { up: 0, down: 0 };

beforeAll(async () => {
  venue = await prepareVenue(2, {
    async prepare(context) {
      await context.clock.install();
      await context.addInitScript(tellScreens);
      context.on('console', message => hear(message.text()));
    },
  });
  venue.line.listen((road, piece) => {
    if (piece.includes(road === 'up' ? 'POST /api/v1/push' : PUSH_MEDIA)) passed[road] += 1;
  });
  await people.openKiosk(page());
  venue.line.cut();
});

afterAll(() => venue?.remove());

const page = () => venue.tablet.page;

/** In the page: every screen is told at the moment at which it stands. */
function tellScreens(): void {
  let last = '';
  new MutationObserver(() => {
    const main = document.querySelector<HTMLElement>('main[data-stage]');
    const now = `${main?.dataset.stage ?? ''} ${main?.dataset.question ?? ''}`;
    if (now !== last) console.debug(`told ${now}`);
    last = now;
  }).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener('click', () => console.debug('pressed'), true);
}

function hear(text: string): void {
  if (text === 'pressed') pressed += 1;
  const [word, stage, question = ''] = text.split(' ');
  if (word !== 'told') return;
  if (stage === 'thanks') told = 'thanks';
  else if (stage) told = QUESTIONS.indexOf(question) + 1;
}

/** Where the tablet stands after a start: 0 the notice, else the question's number. */
async function shown(): Promise<number> {
  const main = page().locator('main[data-stage]');
  await main.waitFor().catch(async cause => {
    throw new Error(`the kiosk did not come back: ${await page().locator('body').innerText()}`, { cause });
  });
  return QUESTIONS.indexOf((await main.getAttribute('data-question')) ?? '') + 1;
}

test(`${3 * ROUNDS} power cuts lose no sheet that was told as done, double none, and give each half-filled one back (seed ${seed})`, async () => {
  for (const sheet of sheets) {
    const at = await cutWhileAnswering(sheet.choices);
    await cutWhileFinishing(sheet, at);
    await cutWhileSending();
  }
  console.log(
    `seed ${seed}; power cuts`,
    kills.answering.counts,
    kills.finishing.counts,
    kills.sending.counts,
  );
  for (const tally of Object.values(kills)) expect(tally.sum()).toBe(ROUNDS);

  venue.line.mend();
  await wake();
  await expect.poll(() => responses(), { timeout: 30_000 }).toBe(ROUNDS);
  const { survey } = await venue.office.result(venue.planned.event.id);
  expect(survey.comments?.map(comment => comment.text).sort()).toEqual(
    sheets.map(sheet => sheet.text).sort(),
  );
  for (const [index, { choices }] of survey.questions.slice(0, LAST - 1).entries())
    expect(choices?.map(choice => choice.n)).toEqual(
      [1, 2, 3, 4].map(code => sheets.filter(sheet => sheet.choices[index] === code).length),
    );
  const sent = { finalised: ROUNDS, acknowledged: ROUNDS };
  await expect.poll(() => devices(), { timeout: 30_000 }).toMatchObject([sent]);
  expect(venue.tablet.complaints).toEqual([]);
}, 400_000);

/** Begins a sheet, goes on to some question, and cuts the power while a person answers. */
async function cutWhileAnswering(choices: readonly number[]): Promise<number> {
  await people.inNoTime(page(), () => people.begin(page()));
  const already = between(0, LAST - 3);
  for (const choice of choices.slice(0, already))
    await people.inNoTime(page(), () => people.answer(page(), choice));
  const answering = (async () => {
    for (const choice of choices.slice(already)) await people.answer(page(), choice);
  })().catch(() => undefined);
  await pass(between(0, 1200));
  venue.tablet.kill();
  await answering;
  const seen = told as number;
  await venue.tablet.restart('/');
  const at = await shown();
  kills.answering.add(`question ${seen}`);
  // The tap on "Mulai" alone is no answer; every question told after it stands on durable answers.
  expect(at).toBeGreaterThanOrEqual(seen === 1 ? 0 : seen);
  expect(at).toBeLessThanOrEqual(seen + 1);
  return at;
}

async function cutWhileFinishing({ text, choices }: (typeof sheets)[number], from: number): Promise<void> {
  await fillUpTo(choices, from);
  await page().getByRole('textbox').fill(text);
  // A letter that the power cut overtakes is nobody's fault; what was kept of it must come back.
  await expect.poll(() => people.keptDrafts(page())).toContain(text);
  const finish = page().getByRole('button', { name: 'Kirim', exact: true });
  await page().clock.runFor(400);
  await finish.and(page().locator(':enabled')).waitFor();
  pressed = 0;
  const pressing = finish.click().catch(() => undefined);
  if (between(1, 4) > 1) await until(() => pressed > 0);
  await pass(between(0, 30));
  venue.tablet.kill();
  await pressing;
  const wasTold = told === 'thanks';
  await venue.tablet.restart('/');
  const isKept = (await shown()) === 0;
  kills.finishing.add(
    wasTold ? 'told as done' : isKept ? 'kept, not told' : pressed ? 'pressed, not kept' : 'not pressed',
  );
  if (wasTold) expect(isKept).toBe(true);
  if (isKept) return;
  expect(await page().getByRole('textbox').inputValue()).toBe(text);
  await people.inNoTime(page(), () => people.finishSurvey(page(), text));
}

async function fillUpTo(choices: readonly number[], from: number): Promise<void> {
  if (from === 0) await people.inNoTime(page(), () => people.begin(page()));
  for (const choice of choices.slice(Math.max(from - 1, 0)))
    await people.inNoTime(page(), () => people.answer(page(), choice));
}

async function cutWhileSending(): Promise<void> {
  Object.assign(passed, { up: 0, down: 0 });
  venue.line.mend();
  await wake();
  if (between(1, 4) > 1) await until(() => passed.up > 0);
  await pass(between(0, 25));
  venue.tablet.kill();
  const { up, down } = passed;
  venue.line.cut();
  kills.sending.add(down > 0 ? 'after the reply' : up > 0 ? 'before the reply' : 'before the request');
  await venue.tablet.restart('/');
  expect(await shown()).toBe(0);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 2000 && !isSo(); waited += 1) await pass(1);
}

/** As a signal that comes back does. */
const wake = () => page().evaluate(() => void dispatchEvent(new Event('online')));

async function responses(): Promise<number> {
  return (await venue.office.result(venue.planned.event.id)).survey.responses;
}

async function devices(): Promise<unknown[]> {
  return (await venue.office.call<{ devices: unknown[] }>('GET', '/devices')).devices;
}
