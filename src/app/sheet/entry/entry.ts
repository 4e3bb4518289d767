// One sheet while it is typed in from paper: where the keyboard stands, and going on, back and to the end of it.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { LiveRepeat } from '../../../domain/instrument/sheet/sheet.ts';
import type { FormFilling } from '../own/form-filling.ts';
import { focusStop } from './focus-stop.ts';
import { SAVE, type Stop, stopsOf } from './stops.ts';

export class Entry {
  readonly filling: FormFilling;
  readonly stops: ReadonlySignal<readonly Stop[]>;
  /** Saving was tried while nothing was filled in. */
  readonly wasEmpty = signal(false);
  readonly saving = signal(false);
  /** What was typed at the stop that the keyboard is at, and may be added to. */
  typed = '';
  #at = '';

  constructor(filling: FormFilling) {
    this.filling = filling;
    this.stops = stopsOf(filling.sheet);
  }

  /** The keyboard came to a stop, by key or by finger. */
  arrive(key: string): void {
    if (key !== this.#at) this.typed = '';
    this.#at = key;
  }

  stop(key: string): Stop | undefined {
    return this.stops.peek().find(stop => stop.key === key);
  }

  /** The first that has no answer yet: of a restored sheet, where it was left. */
  begin(): Promise<void> {
    const open = this.stops.peek().find(stop => stop.kind === 'question' && stop.question.raw.peek() === '');
    return focusStop(open?.key ?? SAVE);
  }

  next(from: string): void {
    void focusStop(this.stops.peek()[this.#placeOf(from) + 1]?.key ?? SAVE);
  }

  back(from: string): void {
    const stops = this.stops.peek();
    const place = from === SAVE ? stops.length : this.#placeOf(from);
    void focusStop(stops[Math.max(0, place - 1)]?.key ?? SAVE);
  }

  #placeOf(key: string): number {
    return this.stops.peek().findIndex(stop => stop.key === key);
  }

  add(repeat: LiveRepeat): void {
    repeat.add();
    const part = repeat.instances.peek().at(-1)?.key;
    const first = this.stops.peek().find(({ key }) => part !== undefined && key.startsWith(`${part}/`));
    if (first) void focusStop(first.key);
  }

  /** True where it is a record now; else the keyboard stands where something has to be done first. */
  async save(): Promise<boolean> {
    const { filling } = this;
    if (this.saving.peek()) return false;
    filling.tidy();
    this.wasEmpty.value = this.#isEmpty();
    filling.checked.value = !this.wasEmpty.value;
    if (this.wasEmpty.value) {
      await this.begin();
      return false;
    }
    const [wrong] = filling.sheet.violations();
    if (wrong) {
      await focusStop(wrong.key);
      return false;
    }
    this.saving.value = true;
    await filling.finish();
    return filling.finished.peek();
  }

  /** What begins with a value is no sheet before somebody has entered something. */
  #isEmpty(): boolean {
    const { draft, sheet } = this.filling;
    return Object.keys(draft.peek().answers).length === 0 || Object.keys(sheet.submission()).length === 0;
  }
}
