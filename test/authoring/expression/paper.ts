// A filled form as plain data, so that an expression can be asked of any place in it without the live sheet.
import { parseExpression } from '../../../src/authoring/expression/parse.ts';
import { resolve } from '../../../src/authoring/expression/resolve.ts';
import type { ScopeNode } from '../../../src/authoring/expression/scope.ts';
import type { ListRow } from '../../../src/domain/instrument/definition.ts';
import { ALL_FUNCTIONS } from '../../../src/domain/instrument/evaluate/all.ts';
import { evaluate } from '../../../src/domain/instrument/evaluate/evaluate.ts';
import type { Place, Scope, Value } from '../../../src/domain/instrument/sheet/place.ts';

/** A text is an answer, an array a repeat's instances, an object a group. */
export type Filled = { readonly [name: string]: string | Filled | readonly Filled[] };

export type Paper = {
  readonly nodes: readonly ScopeNode[];
  readonly filled: Filled;
  readonly lists: Readonly<Record<string, readonly ListRow[]>>;
};

/** The nodes are those of each repeat's first instance. */
export function newPaper(filled: Filled, lists: Paper['lists'] = {}): Paper {
  const nodes: ScopeNode[] = [];
  const add = (inside: Filled, parent: number): void => {
    for (const [name, value] of Object.entries(inside)) {
      const kind = typeof value === 'string' ? 'question' : Array.isArray(value) ? 'repeat' : 'group';
      nodes.push({ kind, name, parent });
      const within = Array.isArray(value) ? value[0] : value;
      if (typeof within === 'object') add(within, nodes.length - 1);
    }
  };
  add(filled, -1);
  return { nodes, filled, lists };
}

export const nodeOf = (paper: Paper, name: string): number =>
  paper.nodes.findIndex(node => node.name === name);

/** Below each repeat the 0-based instance. */
type Instances = ReadonlyMap<number, number>;

class PaperPlace implements Place {
  readonly paper: Paper;
  readonly node: number;
  readonly instances: Instances;

  constructor(paper: Paper, node: number, instances: Instances) {
    this.paper = paper;
    this.node = node;
    this.instances = instances;
  }

  #above(node: number): number[] {
    const above: number[] = [];
    for (let each = node; each >= 0; each = this.paper.nodes[each]?.parent ?? -1) above.unshift(each);
    return above;
  }

  #value(): unknown {
    let value: unknown = this.paper.filled;
    for (const each of this.#above(this.node)) {
      value = (value as Filled | undefined)?.[this.paper.nodes[each]?.name ?? ''];
      if (Array.isArray(value)) value = value[this.instances.get(each) ?? 0];
    }
    return value;
  }

  text(): string {
    const value = this.#value();
    return typeof value === 'string' ? value : '';
  }

  own(): string {
    return this.text();
  }

  find(node: number): Place | null {
    const found = new PaperPlace(this.paper, node, this.instances);
    return found.#value() === undefined ? null : found;
  }

  all(node: number, isPicked = false): readonly Place[] {
    const repeats = this.#above(node).filter(each => this.paper.nodes[each]?.kind === 'repeat');
    let places: PaperPlace[] = [new PaperPlace(this.paper, node, new Map())];
    for (const repeat of repeats) {
      const own = isPicked || repeat === node ? undefined : this.instances.get(repeat);
      places = places.flatMap(place => place.#instancesOf(repeat, own));
    }
    return places.filter(place => place.#value() !== undefined);
  }

  #instancesOf(repeat: number, own: number | undefined): PaperPlace[] {
    const numbers = own === undefined ? [0, 1, 2, 3, 4] : [own];
    return numbers
      .map(each => new PaperPlace(this.paper, this.node, new Map([...this.instances, [repeat, each]])))
      .filter(place => new PaperPlace(this.paper, repeat, place.instances).#value() !== undefined);
  }

  at(node: number, places: readonly number[]): Place | null {
    const repeats = this.#above(node).filter(each => this.paper.nodes[each]?.kind === 'repeat');
    const instances = new Map(repeats.map((repeat, index) => [repeat, (places[index] ?? 0) - 1]));
    const found = new PaperPlace(this.paper, node, instances);
    return found.#value() === undefined ? null : found;
  }

  position(repeat: number): number {
    return (this.instances.get(repeat) ?? -1) + 1;
  }
}

/** Where the expression stands: the node, and 1-based instances of its repeats by their names. */
export type Standing = { readonly on?: string; readonly in?: Readonly<Record<string, number>> };

/** 2026-03-09T06:05:04.003 on the wall, seven hours east of UTC. */
const NOW = Date.UTC(2026, 2, 8, 23, 5, 4, 3);

export function scopeAt(paper: Paper, standing: Standing = {}): Scope {
  const instances = Object.entries(standing.in ?? {}).map(
    ([name, place]) => [nodeOf(paper, name), place - 1] as const,
  );
  return {
    now: () => NOW,
    random: () => 0.25,
    offsetAt: () => 420,
    newId: () => 'd2719b5e-0000-4000-8000-000000000001',
    place: new PaperPlace(paper, standing.on ? nodeOf(paper, standing.on) : -1, new Map(instances)),
    list: name => paper.lists[name] ?? null,
    labelOf: row => (typeof row.label?.id === 'string' ? row.label.id : ''),
    listOf: node => (paper.nodes[node]?.name === 'buah' ? 'buah' : null),
    untracked: read => read(),
    language: () => 'id',
  };
}

/** Read, resolved and computed; what is refused throws, as no test here expects it. */
export function ask(text: string, paper: Paper = newPaper({}), standing: Standing = {}): Value {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  const node = standing.on ? nodeOf(paper, standing.on) : -1;
  const lists = new Set(Object.keys(paper.lists));
  const resolved = resolve(parsed.value.syntax, { nodes: paper.nodes, lists, node });
  if (!resolved.ok) throw new Error(`${text}: ${JSON.stringify(resolved.problem)}`);
  return evaluate(resolved.value.expression, scopeAt(paper, standing), ALL_FUNCTIONS);
}
