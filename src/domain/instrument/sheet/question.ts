// One question in one instance: what was entered or computed, what of it counts, and what stands in its way.
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core';
import type { Answer, ListRow, QuestionNode } from '../definition.ts';
import type { Expression } from '../expression.ts';
import { chosen, offeredRows } from './choices.ts';
import { asComputed, type Computing, computing } from './computing.ts';
import type { Engine } from './engine.ts';
import { ALWAYS, BLANK, type Frame, LiveBase, NEVER } from './live.ts';
import type { LiveGroup, LiveQuestion, Offered, Violation } from './sheet.ts';
import { findViolation } from './violation.ts';

const NOTHING: ReadonlySignal<readonly never[]> = signal([]);

export class Question extends LiveBase<QuestionNode> implements LiveQuestion {
  readonly kind = 'question' as const;
  readonly raw: ReadonlySignal<string>;
  readonly #computing: Computing;
  /** What raw is where nothing computes it lazily. */
  readonly #entered: Signal<string>;
  /** Whether `#entered` came from an earlier sheet: then neither default nor calculation is entered anew. */
  readonly #isRestored: boolean;
  readonly #stops: (() => void)[] = [];
  #value: ReadonlySignal<string> | undefined;
  #required: ReadonlySignal<boolean> | undefined;
  #readonly: ReadonlySignal<boolean> | undefined;
  #hint: ReadonlySignal<string> | undefined;
  #violation: ReadonlySignal<Violation | null> | undefined;
  #message: ReadonlySignal<string> | undefined;
  #offered: ReadonlySignal<readonly ListRow[]> | undefined;
  #choices: ReadonlySignal<readonly Offered[]> | undefined;

  constructor(engine: Engine, node: QuestionNode, parent: LiveGroup, frame: Frame) {
    super(engine, node, parent, frame);
    const given = engine.given?.answers;
    const key = given ? this.key : '';
    this.#isRestored = given !== undefined && Object.hasOwn(given, key);
    const { calculation, default: first } = node;
    // What is written out is there before any other default asks for it.
    const written =
      first === undefined || typeof first === 'object' || this.#isRestored
        ? ''
        : asComputed(String(first), node);
    this.#entered = signal(given?.[key] ?? written);
    this.#computing = computing(node);
    this.raw =
      this.#computing === 'lazily' && calculation !== undefined
        ? computed(() => this.#calculate(calculation))
        : this.#entered;
  }

  /** Enters a default that must be computed; once, when everything of its instance is there. */
  enter(): void {
    const { default: first } = this.node;
    if (typeof first === 'object' && !this.#isRestored) this.#entered.value = this.#calculate(first);
  }

  /** Follows what its value depends on, where that cannot wait until somebody reads it. */
  follow(): void {
    if (this.#computing === 'at once') this.#stops.push(effect(() => this.#keepUp()));
    if (this.#computing === 'when triggered') this.#stops.push(this.#awaitTriggers());
    // Once in document order: asked for from its end, a chain of a thousand would be deeper than the call stack.
    if (this.#computing === 'lazily') this.raw.peek();
  }

  /** Whatever the calculation came to last; a value entered over it stays until it comes to something else. */
  #outcome: string | undefined;

  #keepUp(): void {
    const { calculation } = this.node;
    if (calculation === undefined || (this.node.type === 'calculate' && !this.relevant.value)) return;
    const outcome = this.#calculate(calculation);
    const isKept = outcome === this.#outcome || (this.#outcome === undefined && this.#isRestored);
    this.#outcome = outcome;
    if (!isKept) this.#entered.value = outcome;
  }

  #awaitTriggers(): () => void {
    const { triggers = [], calculation = '' } = this.node;
    let isFirst = true;
    return effect(() => {
      for (const trigger of triggers) this.touchAll(trigger);
      if (!isFirst)
        untracked(() => {
          this.#entered.value = this.#calculate(calculation);
        });
      isFirst = false;
    });
  }

  #calculate(expression: Expression): string {
    return asComputed(this.engine.computed(expression, this), this.node);
  }

  end(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  get value(): ReadonlySignal<string> {
    this.#value ??= this.#makeValue();
    return this.#value;
  }

  #makeValue(): ReadonlySignal<string> {
    const { node, raw, relevant } = this;
    if (node.list !== undefined)
      return computed(() =>
        relevant.value ? chosen(raw.value, node, () => this.#rows.value, this.#all) : '',
      );
    return relevant === ALWAYS ? raw : computed(() => (relevant.value ? raw.value : ''));
  }

  get #all(): readonly ListRow[] {
    return this.engine.rows(this.node.list) ?? [];
  }

  get #rows(): ReadonlySignal<readonly ListRow[]> {
    this.#offered ??= offeredRows(this.engine, this.node, this);
    return this.#offered;
  }

  get choices(): ReadonlySignal<readonly Offered[]> {
    if (this.node.list === undefined) return NOTHING;
    this.#choices ??= computed(() =>
      this.#rows.value.map(row => ({ row, label: this.engine.labelOf(row, this) })),
    );
    return this.#choices;
  }

  get required(): ReadonlySignal<boolean> {
    this.#required ??= this.#truth(this.node.required);
    return this.#required;
  }

  get readonly(): ReadonlySignal<boolean> {
    const { type } = this.node;
    this.#readonly ??= type === 'note' || type === 'calculate' ? ALWAYS : this.#truth(this.node.readonly);
    return this.#readonly;
  }

  #truth(expression: Expression | undefined): ReadonlySignal<boolean> {
    if (expression === undefined || expression === false) return NEVER;
    return expression === true ? ALWAYS : computed(() => this.engine.truth(expression, this));
  }

  get hint(): ReadonlySignal<string> {
    const { hint } = this.node;
    if (!hint) return BLANK;
    this.#hint ??= computed(() => this.engine.say(hint, this));
    return this.#hint;
  }

  get violation(): ReadonlySignal<Violation | null> {
    this.#violation ??= computed(() => findViolation(this.engine, this, this));
    return this.#violation;
  }

  get message(): ReadonlySignal<string> {
    this.#message ??= computed(() => {
      const { required_message, constraint_message } = this.node;
      const found = this.violation.value;
      if (found === 'required') return this.engine.say(required_message, this);
      return found === 'constraint' ? this.engine.say(constraint_message, this) : '';
    });
    return this.#message;
  }

  answer(value: Answer): void {
    // Composed, so that the same word is the same text whichever keyboard it came from.
    if (!this.readonly.peek()) this.#entered.value = (value ?? '').normalize('NFC');
  }

  text(): string {
    return this.value.value;
  }

  override own(): string {
    return this.raw.peek();
  }

  override touch(): void {
    void this.raw.value;
  }
}
