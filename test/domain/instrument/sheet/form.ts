// A small way of writing instruments for tests of the live sheet: nodes by name, references by name.
import type {
  Instrument,
  ListRow,
  Node,
  QuestionNode,
  QuestionType,
  RepeatNode,
} from '../../../../src/domain/instrument/definition.ts';
import { CORE } from '../../../../src/domain/instrument/evaluate/sets/core.ts';
import { NUMBERS } from '../../../../src/domain/instrument/evaluate/sets/numbers.ts';
import { TEXTS } from '../../../../src/domain/instrument/evaluate/sets/texts.ts';
import type { Expression } from '../../../../src/domain/instrument/expression.ts';
import { createSheet } from '../../../../src/domain/instrument/sheet/create-sheet.ts';
import type { SheetOptions } from '../../../../src/domain/instrument/sheet/engine.ts';
import type { LiveQuestion, LiveRepeat, Sheet } from '../../../../src/domain/instrument/sheet/sheet.ts';

export type Lists = Readonly<Record<string, readonly ListRow[]>>;

/** Adds nodes in document order and knows their indices by name. */
export class Form {
  readonly nodes: Node[] = [];
  readonly lists: Lists;
  readonly #open: number[] = [];

  constructor(lists: Lists = {}) {
    this.lists = lists;
  }

  ask(name: string, type: QuestionType = 'text', more: Partial<QuestionNode> = {}): this {
    return this.#add({ kind: 'question', type, ...this.#base(name), ...more });
  }

  group(name: string, inside: (form: this) => void, more: Partial<Omit<Node, 'kind'>> = {}): this {
    return this.#within({ kind: 'group', ...this.#base(name), ...more } as Node, inside);
  }

  repeat(name: string, inside: (form: this) => void, more: Partial<RepeatNode> = {}): this {
    return this.#within({ kind: 'repeat', ...this.#base(name), ...more }, inside);
  }

  /** Index of a node, for references. */
  at(name: string): number {
    return this.nodes.findIndex(node => node.name === name);
  }

  /** The value of another question. */
  $(name: string): Expression {
    return ['$', this.at(name)];
  }

  get instrument(): Instrument {
    return {
      format: 2,
      code: 'uji',
      version: 1,
      kind: 'form',
      view: 'sheet',
      anonymous: false,
      scoring: 'none',
      languages: [
        { code: 'id', name: 'Bahasa Indonesia' },
        { code: 'en', name: 'English' },
      ],
      title: { id: 'Uji', en: 'Test' },
      notice: null,
      nodes: this.nodes,
      lists: this.lists,
      needs: [],
    };
  }

  #base(name: string) {
    return { name, code: name, parent: this.#open.at(-1) ?? -1 };
  }

  #add(node: Node): this {
    this.nodes.push(node);
    return this;
  }

  #within(node: Node, inside: (form: this) => void): this {
    this.#open.push(this.nodes.push(node) - 1);
    inside(this);
    this.#open.pop();
    return this;
  }
}

export const FUNCTIONS = { ...CORE, ...NUMBERS, ...TEXTS };

/** A world in which nothing happens by itself: the moment stands still and chance runs through a fixed row. */
export function stillWorld(): SheetOptions['surroundings'] {
  let drawn = 0;
  let made = 0;
  return {
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    random: () => {
      drawn += 1;
      return (drawn * 0.618_033_988_75) % 1;
    },
    offsetAt: () => 420,
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
  };
}

export const fill = (
  form: Form | Instrument,
  options: Partial<Pick<SheetOptions, 'answers' | 'language'>> = {},
): Sheet =>
  createSheet(form instanceof Form ? form.instrument : form, {
    surroundings: stillWorld(),
    functions: FUNCTIONS,
    ...options,
  });

export function question(sheet: Sheet, key: string): LiveQuestion {
  const node = sheet.find(key);
  if (node?.kind !== 'question') throw new Error(`no question ${key}`);
  return node;
}

export function repeat(sheet: Sheet, key: string): LiveRepeat {
  const node = sheet.find(key);
  if (node?.kind !== 'repeat') throw new Error(`no repeat ${key}`);
  return node;
}

export const valueAt = (sheet: Sheet, key: string): string => question(sheet, key).value.value;
