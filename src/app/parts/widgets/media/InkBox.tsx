// The box to draw in. Each stroke is told at once, so that nothing drawn waits for a button.
import { useEffect, useRef } from 'preact/hooks';
import { Pen } from './pen.ts';

const WIDTH = 900;

type InkBoxProps = {
  label: string;
  height: number;
  closed: boolean | undefined;
  /** Nothing is drawn: wiped, or new. */
  isEmpty: boolean;
  /** After each stroke. */
  onInk: (canvas: HTMLCanvasElement) => void;
};

export function InkBox({ label, height, closed, isEmpty, onInk }: InkBoxProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = useRef<Pen | null>(null);
  useEffect(() => {
    if (canvas.current) pen.current = new Pen(canvas.current);
  }, []);
  useEffect(() => {
    if (isEmpty) pen.current?.wipe();
  }, [isEmpty]);
  const lift = () => {
    if (pen.current?.up() && canvas.current) onInk(canvas.current);
  };
  return (
    <>
      <canvas
        ref={canvas}
        class="widget-canvas"
        width={WIDTH}
        height={height}
        role="img"
        aria-label={label}
        onPointerDown={event => {
          if (!closed) pen.current?.down(event);
        }}
        onPointerMove={event => pen.current?.move(event)}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <p class="soft" aria-hidden="true">
        {label}
      </p>
    </>
  );
}
