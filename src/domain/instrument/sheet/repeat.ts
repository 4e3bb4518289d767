// A repeat: as many instances as a person adds, or as the form counts.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { RepeatNode } from '../definition.ts';
import type { Engine } from './engine.ts';
import { ALWAYS, type Frame, LiveBase } from './live.ts';
import type { LiveGroup, LiveRepeat } from './sheet.ts';

/** More than anybody fills in; so that a slip of the finger in a count does not stop the tablet. */
export const INSTANCES_MAX = 1000;

type Instance = LiveGroup & {
  readonly frame: Frame;
  enter(): void;
  follow(): void;
  end(): void;
  text(): string;
};

export class Repeat<I extends Instance> extends LiveBase<RepeatNode> implements LiveRepeat {
  readonly kind = 'repeat' as const;
  readonly isOpen: boolean;
  readonly instances: Signal<readonly I[]>;
  /** With those beyond the count: who corrects a number on the way to a larger one loses nothing. */
  made: readonly I[] = [];
  readonly #make: (place: number, repeatKey: () => string) => I;
  #isFollowing = false;
  #stop: (() => void) | undefined;

  constructor(
    engine: Engine,
    node: RepeatNode,
    parent: LiveGroup,
    frame: Frame,
    make: (place: number, repeatKey: () => string) => I,
  ) {
    super(engine, node, parent, frame);
    this.#make = make;
    this.isOpen = node.count === undefined;
    const given = engine.given;
    const noted = given?.answers[this.key];
    const kept = given?.counts.get(this.key) ?? 0;
    // A new sheet offers the first instance of an open repeat at once.
    const first = noted === undefined && kept === 0 && this.isOpen ? 1 : kept;
    const count = bounded(Number(noted ?? first));
    this.#makeUpTo(Math.max(count, bounded(kept)));
    this.instances = signal(this.made.slice(0, count));
  }

  #makeUpTo(count: number): readonly I[] {
    const grown: I[] = [];
    for (let place = this.made.length; place < count; place += 1)
      grown.push(this.#make(place + 1, () => this.key));
    this.made = [...this.made, ...grown];
    return grown;
  }

  enter(): void {
    for (const instance of this.made) instance.enter();
    const { count } = this.node;
    if (count !== undefined) this.#stop = effect(() => this.#countTo(this.engine.number(count, this)));
  }

  follow(): void {
    this.#isFollowing = true;
    for (const instance of this.made) instance.follow();
  }

  /** No number changes nothing: whoever types a new count has an empty field on the way. */
  #countTo(count: number): void {
    if (Number.isNaN(count)) return;
    this.engine.change(() => {
      const grown = this.#makeUpTo(bounded(count));
      if (this.instances.peek().length !== bounded(count))
        this.instances.value = this.made.slice(0, bounded(count));
      for (const instance of grown) instance.enter();
      if (this.#isFollowing) for (const instance of grown) instance.follow();
    });
  }

  add(): void {
    if (this.isOpen) this.#countTo(this.made.length + 1);
  }

  remove(index: number): void {
    const removed = this.made[index];
    if (!this.isOpen || !removed) return;
    this.engine.change(() => {
      removed.end();
      this.made = this.made.filter(instance => instance !== removed);
      this.instances.value = this.made;
      this.made.forEach(({ frame }, place) => {
        frame.place.value = place + 1;
      });
    });
  }

  end(): void {
    this.#stop?.();
    for (const instance of this.made) instance.end();
  }

  /** Whether there is any; where there is none yet, whether one would be. */
  protected override makeRelevant(): ReadonlySignal<boolean> {
    const { relevant } = this.node;
    const above = this.parent?.relevant ?? ALWAYS;
    if (relevant === undefined) return above;
    return computed(() => {
      const instances = this.instances.value;
      if (!above.value || instances.length > 0) return instances.some(instance => instance.relevant.value);
      return this.engine.truth(relevant, this);
    });
  }

  override frames(): readonly Frame[] {
    return this.instances.value.map(({ frame }) => frame);
  }

  text(): string {
    return this.instances.value.map(instance => instance.text()).join('');
  }
}

const bounded = (count: number): number => Math.min(Math.max(Math.trunc(count) || 0, 0), INSTANCES_MAX);
