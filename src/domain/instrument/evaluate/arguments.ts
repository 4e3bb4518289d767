// The arguments of one call: each is computed when the function asks for it, and in the form that it asks for.
import type { Scope, Value } from '../sheet/place.ts';
import type { Call } from './function-table.ts';
import { toBoolean, toNumber, toText, toTexts } from './value.ts';

export class Arguments implements Call {
  readonly scope: Scope;
  readonly count: number;
  readonly value: (index: number) => Value;

  constructor(scope: Scope, count: number, value: (index: number) => Value) {
    this.scope = scope;
    this.count = count;
    this.value = value;
  }

  text(index: number): string {
    return toText(this.value(index));
  }

  number(index: number): number {
    return toNumber(this.value(index));
  }

  boolean(index: number): boolean {
    return toBoolean(this.value(index));
  }

  texts(index: number): string[] {
    return toTexts(this.value(index));
  }

  rest(from: number): string[] {
    const texts: string[] = [];
    for (let index = from; index < this.count; index += 1) texts.push(...this.texts(index));
    return texts;
  }
}
