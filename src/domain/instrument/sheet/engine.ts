// What every part of one live sheet shares: the definition made quick to walk, evaluation at a place, and the language.
import { batch, type Signal, signal, untracked } from '@preact/signals-core';
import type { Answers, FormLanguage, Instrument, ListRow, Template, Wording } from '../definition.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { FunctionTable } from '../evaluate/function-table.ts';
import { toBoolean, toNumber, toText } from '../evaluate/value.ts';
import type { Expression } from '../expression.ts';
import type { Place, Scope, Surroundings, Value } from './place.ts';

export type SheetOptions = {
  /** What an earlier sheet gave by `answers()`. What it does not name begins as in a new sheet. */
  readonly answers?: Answers;
  readonly surroundings: Surroundings;
  /** All that `Instrument.needs` names. */
  readonly functions: FunctionTable;
  /** Code of one of the form's languages; the first where it is absent. */
  readonly language?: string;
};

export class Engine {
  readonly instrument: Instrument;
  readonly shape: Shape;
  readonly language: Signal<string>;
  /** What was entered before, while the sheet comes into being; nothing later. */
  given: Given | null;
  readonly surroundings: Surroundings;
  readonly #functions: FunctionTable;
  readonly #scope: Omit<Scope, 'place'>;

  constructor(instrument: Instrument, { answers, surroundings, functions, language }: SheetOptions) {
    this.instrument = instrument;
    this.shape = shapeOf(instrument);
    this.language = signal(known(instrument.languages, language)?.code ?? firstOf(instrument));
    this.given = answers ? { answers, counts: countsIn(answers) } : null;
    this.surroundings = surroundings;
    this.#functions = functions;
    this.#scope = {
      ...surroundings,
      list: name => this.rows(name) ?? null,
      labelOf: row => this.labelOf(row, null),
      listOf: index => {
        const node = instrument.nodes[index];
        return (node?.kind === 'question' && node.list) || null;
      },
      untracked,
      language: () => this.language.value,
    };
  }

  rows(list: string | undefined): readonly ListRow[] | undefined {
    const { lists } = this.instrument;
    return list !== undefined && Object.hasOwn(lists, list) ? lists[list] : undefined;
  }

  value(expression: Expression, place: Place, row?: ListRow): Value {
    if (typeof expression !== 'object') return expression;
    return evaluate(expression, { ...this.#scope, place }, this.#functions, row);
  }

  text(expression: Expression, place: Place): string {
    return toText(this.value(expression, place));
  }

  /** A number that is none computes to nothing, as in JavaRosa. */
  computed(expression: Expression, place: Place): string {
    const text = this.text(expression, place);
    return text === 'NaN' ? '' : text;
  }

  number(expression: Expression, place: Place): number {
    return toNumber(this.value(expression, place));
  }

  truth(expression: Expression, place: Place, row?: ListRow): boolean {
    return toBoolean(this.value(expression, place, row));
  }

  /** In the sheet's language, else in the form's first. */
  say(wording: Wording | undefined, place: Place): string {
    const template = wording?.[this.language.value] ?? wording?.[firstOf(this.instrument)];
    return template === undefined ? '' : this.fill(template, place);
  }

  fill(template: Template, place: Place): string {
    if (typeof template === 'string') return template;
    return template.map(part => (typeof part === 'string' ? part : this.text(part, place))).join('');
  }

  /** Without a place only what is written out is said. */
  labelOf(row: ListRow, place: Place | null): string {
    if (!row.label) return row.code;
    const template = row.label[this.language.value] ?? row.label[firstOf(this.instrument)] ?? row.code;
    if (place) return this.fill(template, place);
    return typeof template === 'string'
      ? template
      : template.filter(part => typeof part === 'string').join('');
  }

  /** Changes that belong together; nothing that follows them sees half. */
  change(make: () => void): void {
    untracked(() => batch(make));
  }
}

/** Tables over `Instrument.nodes`, by index. */
export type Shape = {
  readonly childrenOf: readonly (readonly number[])[];
  /** At the form's own level. */
  readonly top: readonly number[];
  /** The repeats that a node is in, the outermost first; of a repeat: with itself. */
  readonly repeatsOf: readonly (readonly number[])[];
};

const shapes = new WeakMap<Instrument, Shape>();

function shapeOf(instrument: Instrument): Shape {
  const made = shapes.get(instrument) ?? makeShape(instrument);
  shapes.set(instrument, made);
  return made;
}

function makeShape({ nodes }: Instrument): Shape {
  const childrenOf: number[][] = nodes.map(() => []);
  const top: number[] = [];
  const repeatsOf: (readonly number[])[] = [];
  nodes.forEach((node, index) => {
    (childrenOf[node.parent] ?? top).push(index);
    const above = repeatsOf[node.parent] ?? [];
    repeatsOf.push(node.kind === 'repeat' ? [...above, index] : above);
  });
  return { childrenOf, top, repeatsOf };
}

/** Earlier answers, and by repeat key how many instances they speak of. */
export type Given = { readonly answers: Answers; readonly counts: ReadonlyMap<string, number> };

function countsIn(answers: Answers): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of Object.keys(answers))
    for (const { index, 1: place } of key.matchAll(/\[(\d{1,5})\]/g)) {
      const repeat = key.slice(0, index);
      counts.set(repeat, Math.max(counts.get(repeat) ?? 0, Number(place)));
    }
  return counts;
}

const known = (languages: readonly FormLanguage[], code: string | undefined) =>
  languages.find(language => language.code === code);

const firstOf = ({ languages }: Instrument): string => languages[0]?.code ?? '';
