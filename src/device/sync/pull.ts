// Brings reference data down, page by page; an interrupted pull goes on where its last page ended.
import { FEED_SCHEMA, PROTO, PULL_MEDIA } from '../../protocol/limits.ts';
import type { PullRequest } from '../../protocol/pull.ts';
import { keepKey } from '../centre-key.ts';
import { adoptEpoch } from '../store/identity.ts';
import { type Identity, type Outbox, readLocal } from '../store/outbox.ts';
import { noteDemonstration, readCounters } from '../store/records.ts';
import { type Reference, readRows } from '../store/reference.ts';
import { basisOf, dropLeftovers, readCursors, type ScopeCursor, savePage } from '../store/snapshots.ts';
import { steadily } from '../store/steady.ts';
import type { Exchange, Failure } from './exchange.ts';
import { type PullReply, readPullReply } from './pull-reply.ts';

type Means = {
  outbox: Outbox;
  reference: Reference;
  exchange: Exchange;
  crypto: Crypto;
  newId: () => string;
};

/** Null once the centre has nothing more to say. */
export async function pullAll(means: Means, identity: Identity): Promise<Failure | null> {
  const once = createOnce();
  for (;;) {
    const asked = await readAsked(means, identity);
    const answer = await ask(means, identity, asked);
    if (answer.kind !== 'page') return answer;
    const saved = await take(means, asked, answer.reply, once);
    if (saved === 'nothing moves') return { kind: 'unreachable' };
    if (saved === 'whole') return finish(means, asked.basis);
  }
}

/** What starts over is let do so once in a pull; a centre that always asks for it would go round for ever. */
function createOnce(): (what: string) => boolean {
  const seen = new Set<string>();
  return what => seen.size < seen.add(what).size;
}

type Asked = { epoch: string; basis: string; cursors: ScopeCursor[] };

async function readAsked({ outbox, reference }: Means, identity: Identity): Promise<Asked> {
  const epoch = (await readLocal(outbox, 'epoch')) ?? '';
  const basis = basisOf(identity.device, epoch);
  return { epoch, basis, cursors: await readCursors(reference, basis) };
}

async function ask(
  { outbox, exchange, newId }: Means,
  identity: Identity,
  { epoch, cursors }: Asked,
): Promise<{ kind: 'page'; reply: PullReply } | Failure> {
  const { finalised, acknowledged } = await steadily(outbox, () => readCounters(outbox));
  const body: PullRequest = {
    proto: PROTO,
    schema: FEED_SCHEMA,
    epoch,
    device: identity.device,
    req: newId(),
    counters: { finalised, acknowledged },
    scopes: cursors,
  };
  const outcome = await exchange(identity, { path: '/api/v1/pull', media: PULL_MEDIA, body });
  if (outcome.kind === 'refused' || outcome.kind === 'busy') return outcome;
  const reply = outcome.kind === 'reply' ? readPullReply(outcome.body) : null;
  return reply ? { kind: 'page', reply } : { kind: 'unreachable' };
}

async function take(
  means: Means,
  asked: Asked,
  reply: PullReply,
  once: (what: string) => boolean,
): Promise<'whole' | 'more' | 'nothing moves'> {
  const { outbox, reference, newId } = means;
  await keepKey(means, reply.key);
  if (reply.epoch !== asked.epoch) {
    // A restored centre, which may not have looked at the cursors: ask again, in the sense of its new epoch.
    await adoptEpoch(outbox, reply.epoch);
    return once('epoch') ? 'more' : 'nothing moves';
  }
  const refetched = reply.scopes.filter(page => page.refetch);
  if (!refetched.every(page => once(`refetch ${page.scope}`))) return 'nothing moves';
  const { basis, cursors } = asked;
  if (!(await savePage(reference, { basis, asked: cursors, scopes: reply.scopes }, newId)))
    return once('another tab') ? 'more' : 'nothing moves';
  if (!reply.more && refetched.length === 0) return 'whole';
  return isMoving(reply, cursors) ? 'more' : 'nothing moves';
}

function isMoving({ scopes }: PullReply, asked: readonly ScopeCursor[]): boolean {
  const held = new Map(asked.map(({ scope, cursor }) => [scope, cursor]));
  return scopes.some(page => page.refetch || page.rows.length > 0 || held.get(page.scope) !== page.cursor);
}

async function finish({ outbox, reference }: Means, basis: string): Promise<null> {
  await dropLeftovers(reference, basis);
  const events = await steadily(reference, () => readRows(reference, 'event'));
  await noteDemonstration(
    outbox,
    events.some(event => event.demonstration),
  );
  return null;
}
