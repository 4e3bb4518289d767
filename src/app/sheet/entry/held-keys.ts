// Keys that are pressed while one sheet is being saved belong to the next: they wait until it is there.

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey'>;

export class HeldKeys {
  #keys: Pressed[] = [];
  #isHolding = false;
  #isPlaying = false;
  /** A key that was played saved the next sheet too: what follows it belongs to the one after. */
  #isAnew = false;

  hold(): void {
    this.#isAnew = true;
    if (this.#isHolding) return;
    this.#isHolding = true;
    addEventListener('keydown', this.#keep, true);
  }

  /** Presses them again, one after another, where the keyboard is by now. */
  async release(): Promise<void> {
    if (!this.#isHolding) return;
    this.#isAnew = false;
    for (let key = this.#keys.shift(); key !== undefined; key = this.#keys.shift()) {
      this.#isPlaying = true;
      play(key);
      this.#isPlaying = false;
      if (this.#isAnew) return;
      await new Promise(resolve => setTimeout(resolve));
    }
    this.drop();
  }

  drop(): void {
    removeEventListener('keydown', this.#keep, true);
    this.#isHolding = false;
    this.#keys = [];
  }

  #keep = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, repeat } = event;
    if (this.#isPlaying || (key.length > 1 && key !== 'Enter' && key !== 'Backspace')) return;
    const isSave = key === 'Enter' && (ctrlKey || metaKey);
    if ((ctrlKey || metaKey || altKey) && !isSave) return;
    event.preventDefault();
    event.stopPropagation();
    if (!repeat) this.#keys.push({ key, ctrlKey: isSave });
  };
}

function play({ key, ctrlKey }: Pressed): void {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true });
  const isUsed = !target.dispatchEvent(event);
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (isUsed || !isField || key.length > 1 || !['text', 'textarea'].includes(target.type)) return;
  // Only a real key writes by itself.
  target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  target.dispatchEvent(new Event('input', { bubbles: true }));
}
