// A centre's feed in memory, by the rules of protocol/pull.ts: rows by scope and version, pages, restores, moves.
import type { PullReply, PullRequest } from '../../src/protocol/pull.ts';

type Held = { version: number; name: string | null };
type Scope = { version: number; rows: Map<string, Held> };

export class Feed {
  epoch = 'epoch-0';
  /** In the order in which pages list them. */
  visible = ['public'];
  pageRows = 3;
  scopes = new Map<string, Scope>();
  #values = 0;

  scope(name: string): Scope {
    const scope = this.scopes.get(name) ?? { version: 0, rows: new Map() };
    this.scopes.set(name, scope);
    return scope;
  }

  put(scope: string, id: string): void {
    this.#write(scope, id, `${id} ${++this.#values}`);
  }

  remove(scope: string, id: string): void {
    if (this.scope(scope).rows.has(id)) this.#write(scope, id, null);
  }

  #write(scope: string, id: string, name: string | null): void {
    const held = this.scope(scope);
    held.version++;
    held.rows.set(id, { version: held.version, name });
  }

  /** The scope's own history is lost: cursors may be ahead of it. */
  forget(scope: string): void {
    const kept = [...this.scope(scope).rows].filter(([, row], n) => row.name !== null && n % 2 === 0);
    this.scopes.delete(scope);
    for (const [id] of kept) this.put(scope, id);
  }

  /** An older copy of the whole centre is put back. */
  restore(from: Map<string, Scope>, epoch: string): void {
    this.scopes = structuredClone(from);
    this.epoch = epoch;
  }

  answer({ req, epoch, scopes: asked }: PullRequest): Omit<PullReply, 'key'> {
    const cursors = new Map(asked.map(({ scope, cursor }) => [scope, cursor]));
    let room = this.pageRows;
    const scopes = this.visible.map(name => {
      const { version, rows } = this.scope(name);
      const cursor = cursors.get(name) ?? '';
      if (cursor !== '' && (epoch !== this.epoch || Number(cursor) > version))
        return { scope: name, cursor: '', refetch: true, whole: false, rows: [] };
      const newer = [...rows].filter(([, row]) => row.version > Number(cursor));
      newer.sort(([, a], [, b]) => a.version - b.version);
      const page = newer.slice(0, room);
      room -= page.length;
      const whole = page.length === newer.length;
      const reached = whole ? version : (page.at(-1)?.[1].version ?? Number(cursor));
      return {
        scope: name,
        cursor: reached === 0 ? '' : String(reached),
        refetch: false,
        whole,
        rows: page.map(([id, { name: said }]) => ({
          kind: 'unit' as const,
          id,
          body: said === null ? null : { id, parent_id: null, name: said },
        })),
      };
    });
    const more = scopes.some(scope => !scope.whole);
    return { req, epoch: this.epoch, server_time: '2026-11-23T05:00:00.000Z', more, scopes };
  }
}
