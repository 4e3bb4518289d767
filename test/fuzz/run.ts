// A run: every route by every caller in every way once, then as chance has it, with an eye on tables and memory.
import type { PushReply } from '../../src/protocol/push.ts';
import { HELD_RESULTS } from '../../src/protocol/push-result.ts';
import type { DeclaredRoute } from '../../src/server/access.ts';
import { type Chance, createChance } from './chance.ts';
import { consistency } from './consistency.ts';
import { type Answer, judge } from './judge.ts';
import { createHeap } from './memory.ts';
import { createReport, type Report } from './report.ts';
import { WAYS, type Way } from './requests/ask.ts';
import { type Made, makeAsk } from './requests/make-ask.ts';
import { type Caller, openWorld, type World } from './world.ts';

export type Outcome = {
  report: Report;
  heapGrownBytes: number;
  /** What does not hold in the tables afterwards. */
  inconsistent: string[];
  perSecond: number;
  cpuSeconds: number;
  routes: readonly DeclaredRoute[];
  callers: readonly Caller[];
};

/** Sessions and ids are put right so often. */
const MEND_EVERY = 1000;
/** After the sweep, so many more requests before memory is first weighed. */
const WARM_UP = 3000;
/** That many are under way together in a burst. */
const BURST = 8;

export async function run({ seed, bodies }: { seed: number; bodies: number }): Promise<Outcome> {
  const chance = createChance(seed);
  const world = await openWorld(chance);
  const report = createReport();
  const heap = createHeap();
  const started = performance.now();
  try {
    await sweep(world, chance, report);
    const routes = weighed(world.app.declaredRoutes);
    const more = async (until: () => boolean) => {
      for (let round = 0; !until(); round++) {
        if (round % MEND_EVERY === 0) await world.mend();
        const draw = () => drawAsk(world, chance, chance.weigh(routes), report);
        await (chance.hit(0.02)
          ? Promise.all(Array.from({ length: BURST }, () => draw()(false)))
          : draw()(true));
      }
    };
    const warm = report.asked + WARM_UP;
    await more(() => report.asked >= Math.min(warm, bodies));
    const before = heap.weigh();
    await more(() => report.bodies >= bodies);
    const heapGrownBytes = heap.weigh() - before;
    const perSecond = report.asked / ((performance.now() - started) / 1000);
    const cpuSeconds = process.cpuUsage().user / 1e6;
    const { callers, app } = world;
    const inconsistent = await consistency(world);
    return {
      report,
      heapGrownBytes,
      inconsistent,
      perSecond,
      cpuSeconds,
      routes: app.declaredRoutes,
      callers,
    };
  } finally {
    await world.close();
  }
}

/** Who may call a route tries it in every way; who may not, in the two that come nearest to being let in. */
async function sweep(world: World, chance: Chance, report: Report): Promise<void> {
  for (const route of world.app.declaredRoutes) {
    await world.mend();
    for (const caller of world.callers)
      for (const way of isLetIn(route, caller) ? WAYS : BARRED_WAYS)
        await tell(world, report, { route, caller, way }, chance, true);
  }
}

const BARRED_WAYS: readonly Way[] = ['good', 'headers'];

/** What costs a password's hash or a page of everything is asked seldom, what takes records in is asked often. */
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/push$/, 50],
  [/take-in$/, 5],
  [/(pull|have|fork|enrol)$/, 4],
  [/import$/, 4],
  // A thread each, where the file is one.
  [/instruments(\/check)?$/, 0.3],
  [/(sign-in|setup|accounts|escrow)$/, 0.05],
  [/openapi/, 0.1],
];

const weighed = (routes: readonly DeclaredRoute[]): (readonly [number, DeclaredRoute])[] =>
  routes.map(route => {
    const share = SHARES.find(([pattern]) => pattern.test(route.url))?.[1] ?? 1;
    return [/^(GET|HEAD)$/.test(route.method) ? share * 0.1 : share, route] as const;
  });

const WEIGHED_WAYS: readonly (readonly [number, Way])[] = WAYS.map(way => [
  way === 'good' ? 4 : way === 'value' ? 8 : way === 'text' || way === 'bytes' ? 4 : 1,
  way,
]);

/** Mostly by somebody who may. */
function drawAsk(world: World, chance: Chance, route: DeclaredRoute, report: Report) {
  const may = world.callers.filter(caller => isLetIn(route, caller));
  const caller = chance.pick(may.length > 0 && chance.hit(0.92) ? may : world.callers);
  const way = chance.weigh(WEIGHED_WAYS);
  return (isAlone: boolean) => tell(world, report, { route, caller, way }, chance, isAlone);
}

export const isLetIn = ({ access }: DeclaredRoute, { who }: Caller): boolean =>
  access.who === 'anyone' ||
  (access.who === 'device' ? who === 'device' : access.who.some(role => role === who));

type Told = { route: DeclaredRoute; caller: Caller; way: Way };

/** `isAlone`: nothing else is under way, so that a change of the tables is this request's. */
async function tell(
  world: World,
  report: Report,
  { route, caller, way }: Told,
  chance: Chance,
  isAlone: boolean,
): Promise<void> {
  const ask = makeAsk(world, route, caller, way, chance);
  const before = world.version();
  const answer = await send(world, ask);
  if (typeof answer === 'string') return report.find(answer, ask);
  const isChanged = isAlone && answer.statusCode >= 400 && world.version() !== before;
  if (answer.statusCode < 400) {
    await world.app.projector.idle();
    await ask.taken?.();
    if (route.url === '/api/v1/enrolment-codes') world.codes.push(JSON.parse(answer.body).code);
  }
  for (const code of codesIn(answer)) report.countResult(code);
  const wrong =
    judge(answer, route.url.startsWith('/api/') && way !== 'path', isChanged) ??
    lostOf(world, route.url, answer);
  if (wrong) report.find(`${route.method} ${route.url} by ${caller.who}, ${way}: ${wrong}`, ask);
  report.count(`${route.method} ${route.url}`, caller.who, way, ask.payload !== null, answer.statusCode);
}

/** What a push says that it keeps is there at once, for everybody. */
function lostOf(world: World, url: string, { statusCode, body }: Answer): string | null {
  if (url !== '/api/v1/push' || statusCode !== 200) return null;
  const { results } = JSON.parse(body) as PushReply;
  const told = results.filter(({ result }) => !isHeld(result)).map(({ id }) => id);
  const kept = world.countKept(told);
  return kept === told.length ? null : `acknowledged ${told.length} records and kept ${kept}`;
}

const isHeld = (result: string): boolean => HELD_RESULTS.some(held => held === result);

/** The code of a refusal; of a push the result of each record and why it was not used. */
function codesIn({ statusCode, body }: Answer): string[] {
  if (statusCode >= 400) return /^\{"code":"([^"]+)"/.exec(body)?.slice(1) ?? [];
  return [...body.matchAll(/"result":"(\w+)"(?:,"reason":\{"code":"([^"]+)")?/g)].map(found =>
    found.slice(1).filter(Boolean).join(' '),
  );
}

/** The answer, or what broke. */
async function send({ app }: World, { method, url, headers, payload }: Made): Promise<Answer | string> {
  try {
    return await app.inject({ method: method as 'POST', url, headers, ...(payload ? { payload } : {}) });
  } catch (error) {
    return `crashed: ${error instanceof Error ? error.stack : error}`;
  }
}
