// Ink on a canvas: follows a finger, a pen or a mouse.

const INK = '#1c1b18';
const WIDTH = 4;

export class Pen {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #isDown = false;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('a canvas without a context');
    this.#canvas = canvas;
    this.#context = context;
    Object.assign(context, { strokeStyle: INK, lineWidth: WIDTH, lineCap: 'round', lineJoin: 'round' });
  }

  down(event: PointerEvent): void {
    event.preventDefault();
    this.#canvas.setPointerCapture(event.pointerId);
    this.#isDown = true;
    const [x, y] = this.#at(event);
    this.#context.beginPath();
    this.#context.moveTo(x, y);
    // A dot for a touch that goes nowhere.
    this.#context.lineTo(x, y);
    this.#context.stroke();
  }

  move(event: PointerEvent): void {
    if (!this.#isDown) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) this.#context.lineTo(...this.#at(one));
    this.#context.stroke();
  }

  /** Whether a stroke ended. */
  up(): boolean {
    const wasDown = this.#isDown;
    this.#isDown = false;
    return wasDown;
  }

  wipe(): void {
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** From the screen's pixels to the canvas's own. */
  #at(event: PointerEvent): [number, number] {
    const box = this.#canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * this.#canvas.width) / box.width,
      ((event.clientY - box.top) * this.#canvas.height) / box.height,
    ];
  }
}

/** A typed name in the place of a signature. */
export function nameAsPicture(name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = 900;
  canvas.height = 320;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a canvas without a context');
  context.fillStyle = INK;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = 'italic 72px Georgia, "Noto Serif", serif';
  context.fillText(name, canvas.width / 2, canvas.height / 2, canvas.width - 60);
  return canvas;
}
