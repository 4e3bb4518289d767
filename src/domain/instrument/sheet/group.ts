// A group, one instance of a repeat, or the form itself: it makes what it holds and passes on what concerns all of it.
import { signal } from '@preact/signals-core';
import type { GroupNode, RepeatNode } from '../definition.ts';
import type { Engine } from './engine.ts';
import { type Frame, frameKey, LiveBase } from './live.ts';
import { Question } from './question.ts';
import { Repeat } from './repeat.ts';
import type { LiveGroup } from './sheet.ts';

type Child = Question | Group | Repeat<Group>;

export class Group extends LiveBase<GroupNode | RepeatNode | null> implements LiveGroup {
  readonly kind = 'group' as const;
  readonly children: readonly Child[];

  constructor(
    engine: Engine,
    node: GroupNode | RepeatNode | null,
    parent: LiveGroup | null,
    { frame, children }: { frame: Frame; children: readonly number[] },
  ) {
    super(engine, node, parent, frame);
    if (node?.kind !== 'group') frame.group = this;
    this.children = children.map(index => this.#make(index));
  }

  #make(index: number): Child {
    const child = this.#childOf(index);
    this.frame.members.set(index, child);
    return child;
  }

  #childOf(index: number): Child {
    const { engine, frame } = this;
    const node = engine.instrument.nodes[index];
    if (!node) throw new Error(`the instrument has no node ${index}`);
    if (node.kind === 'question') return new Question(engine, node, this, frame);
    const children = engine.shape.childrenOf[index] ?? [];
    if (node.kind === 'group') return new Group(engine, node, this, { frame, children });
    return new Repeat(engine, node, this, frame, (place, repeatKey) => {
      const inner = {
        outer: frame,
        repeat: index,
        members: new Map(),
        group: null,
        place: signal(place),
        repeatKey,
      };
      return new Group(engine, node, this, { frame: inner, children });
    });
  }

  override get key(): string {
    return this.node?.kind === 'group' ? super.key : frameKey(this.frame);
  }

  enter(): void {
    for (const child of this.children) child.enter();
  }

  follow(): void {
    for (const child of this.children) child.follow();
  }

  end(): void {
    for (const child of this.children) child.end();
  }

  text(): string {
    return this.children.map(child => child.text()).join('');
  }
}
