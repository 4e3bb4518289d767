// What questions, groups and repeats in a live sheet have in common: a key, relevance, a label, and finding others from there.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Node } from '../definition.ts';
import type { Engine } from './engine.ts';
import type { Place } from './place.ts';
import type { LiveGroup } from './sheet.ts';

export const ALWAYS: ReadonlySignal<boolean> = signal(true);
export const NEVER: ReadonlySignal<boolean> = signal(false);
export const BLANK: ReadonlySignal<string> = signal('');

/** The form itself, or one instance of a repeat: within it every node stands once. */
export type Frame = {
  readonly outer: Frame | null;
  /** Index of the repeat; -1 for the form. */
  readonly repeat: number;
  readonly members: Map<number, AnyLive>;
  /** The group that it is, from when that group is there. */
  group: AnyLive | null;
  /** Code of the repeat, the keys of all that is around it before; '' for the form. */
  readonly repeatKey: () => string;
  /** 1-based. */
  readonly place: Signal<number>;
};

/** `anak[2]`, or '' for the form. */
export const frameKey = ({ outer, repeatKey, place }: Frame): string =>
  outer ? `${repeatKey()}[${place.peek()}]` : '';

/** What every live node offers to the others of its sheet. */
export type AnyLive = Place & {
  readonly relevant: ReadonlySignal<boolean>;
  /** A repeat's instances now; of all else none. */
  frames(): readonly Frame[];
  /** Follows what was entered or computed here, relevant or not. */
  touch(): void;
};

export abstract class LiveBase<N extends Node | null> implements AnyLive {
  readonly node: N;
  readonly parent: LiveGroup | null;
  protected readonly engine: Engine;
  /** Where its references are looked up from. */
  readonly frame: Frame;
  #relevant: ReadonlySignal<boolean> | undefined;
  #label: ReadonlySignal<string> | undefined;

  constructor(engine: Engine, node: N, parent: LiveGroup | null, frame: Frame) {
    this.engine = engine;
    this.node = node;
    this.parent = parent;
    this.frame = frame;
  }

  abstract text(): string;

  get key(): string {
    const around = frameKey(this.frame);
    return (around && `${around}/`) + (this.node?.code ?? '');
  }

  get relevant(): ReadonlySignal<boolean> {
    this.#relevant ??= this.makeRelevant();
    return this.#relevant;
  }

  protected makeRelevant(): ReadonlySignal<boolean> {
    const above = this.parent?.relevant ?? ALWAYS;
    const expression = this.node?.relevant;
    if (expression === undefined || expression === true) return above;
    return computed(() => above.value && this.engine.truth(expression, this));
  }

  get label(): ReadonlySignal<string> {
    const wording = this.node ? this.node.label : this.engine.instrument.title;
    if (!wording) return BLANK;
    this.#label ??= computed(() => this.engine.say(wording, this));
    return this.#label;
  }

  own(): string {
    return '';
  }

  frames(): readonly Frame[] {
    return [];
  }

  touch(): void {
    this.text();
  }

  /** Follows all of that node's instances from here. */
  protected touchAll(node: number): void {
    for (const place of this.#allOf(node, false)) place.touch();
  }

  find(node: number): Place | null {
    const repeats = this.#repeatsOf(node);
    let frame: Frame | undefined = commonFrame(this.frame, repeats);
    for (const repeat of repeats.slice(depthOf(frame))) frame = frame?.members.get(repeat)?.frames()[0];
    return frame ? memberOf(frame, node) : null;
  }

  all(node: number, isPicked = false): readonly Place[] {
    return this.#allOf(node, isPicked).filter(member => member.relevant.value);
  }

  #allOf(node: number, isPicked: boolean): readonly AnyLive[] {
    const repeats = this.#repeatsOf(node);
    // The instances of a repeat belong to whoever holds it; a predicate picks among those of the innermost repeat.
    const shared = repeats.filter(repeat => repeat !== node);
    const here = commonFrame(this.frame, shared);
    const isInner = here.repeat >= 0 && isPicked && here.repeat !== node;
    const outermost = isInner && here.outer ? here.outer : here;
    let frames: readonly Frame[] = [outermost];
    for (const repeat of repeats.slice(depthOf(outermost)))
      frames = frames.flatMap(frame => frame.members.get(repeat)?.frames() ?? []);
    return frames.flatMap(frame => memberOf(frame, node) ?? []);
  }

  at(node: number, places: readonly number[]): Place | null {
    let frame: Frame | undefined = commonFrame(this.frame, []);
    for (const [depth, repeat] of this.#repeatsOf(node).entries())
      frame = frame?.members.get(repeat)?.frames()[(places[depth] ?? 1) - 1];
    return frame ? memberOf(frame, node) : null;
  }

  position(repeat: number): number {
    for (let frame: Frame | null = this.frame; frame; frame = frame.outer)
      if (frame.repeat === repeat) return frame.place.value;
    return 0;
  }

  #repeatsOf(node: number): readonly number[] {
    return this.engine.shape.repeatsOf[node] ?? [];
  }
}

/** The innermost frame around `from` that lies in nothing but these repeats. */
function commonFrame(from: Frame, repeats: readonly number[]): Frame {
  let frame = from;
  while (frame.outer && repeats[depthOf(frame) - 1] !== frame.repeat) frame = frame.outer;
  return frame;
}

function depthOf(frame: Frame | undefined): number {
  let depth = 0;
  for (let next = frame?.outer; next; next = next.outer) depth += 1;
  return depth;
}

const memberOf = (frame: Frame, node: number): AnyLive | null =>
  frame.repeat === node ? frame.group : (frame.members.get(node) ?? null);
