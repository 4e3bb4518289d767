// The same figures as bars; the chart's library comes only when there is something to draw.
import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../../../text/language.ts';
import { resultTexts } from '../../../text/office/texts.ts';
import { barsOf } from './bars.ts';
import type { ShownRow } from './unsur-rows.ts';

export function UnsurChart({ rows }: { rows: readonly ShownRow[] }) {
  const text = resultTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const bars = barsOf(rows, text.lowestTag);
  const spoken = bars.map(bar => `${bar.label} ${bar.figure}`).join('; ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the bars say, in this language, stands for the bars
  useEffect(() => {
    let wanted = true;
    let remove = () => {};
    import('./draw-bars.ts').then(
      ({ drawBars }) => {
        if (wanted && canvas.current) remove = drawBars(canvas.current, bars);
      },
      () => setFailed(true),
    );
    return () => {
      wanted = false;
      remove();
    };
  }, [spoken, language()]);

  if (bars.length === 0) return null;
  if (failed) return <p class="soft">{text.chartFailed}</p>;
  return (
    <div class="chart" style={{ '--bars': bars.length }}>
      <canvas ref={canvas} role="img" aria-label={text.chartLabel(spoken)} />
    </div>
  );
}
