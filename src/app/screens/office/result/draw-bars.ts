// Draws horizontal bars with Chart.js, of which only what bars need is taken.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  type Plugin,
} from 'chart.js';
import type { Bar } from './bars.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const SCALE = { min: 25, max: 100 };
const LINE_LETTERS = 22;
/** Where names would take half of a narrow drawing, which Chart.js would cut off. */
const NARROW = { width: 370, letters: 17 };

/** Draws, and gives back how to take it away again. */
export function drawBars(canvas: HTMLCanvasElement, bars: readonly Bar[]): () => void {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = { family: style.fontFamily, size: 14 };
  const fill = bars.map(bar =>
    bar.lowest ? hatch(canvas, colour('--amber'), colour('--amber-pale')) : colour('--leaf'),
  );
  const options: ChartConfiguration<'bar'>['options'] = {
    indexAxis: 'y',
    animation: false,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { right: 8 } },
    scales: {
      x: {
        ...SCALE,
        ticks: { stepSize: 25, font, color: colour('--ink-soft') },
        grid: { color: colour('--line') },
      },
      y: {
        ticks: {
          font,
          color: colour('--ink'),
          autoSkip: false,
          callback(_value, index) {
            const isNarrow = this.chart.width < NARROW.width;
            return breakLines(bars[index]?.label ?? '', isNarrow ? NARROW.letters : LINE_LETTERS);
          },
        },
        grid: { display: false },
      },
    },
  };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(bar => bar.label),
      datasets: [
        {
          data: bars.map(bar => bar.length),
          backgroundColor: fill,
          borderColor: bars.map(bar => colour(bar.lowest ? '--amber' : '--leaf')),
          borderWidth: 1,
          barPercentage: 0.72,
          categoryPercentage: 1,
        },
      ],
    },
    options,
    plugins: [figures(bars, `600 14px ${style.fontFamily}`, colour('--ink'))],
  });
  return () => chart.destroy();
}

/** Writes each bar's figure into it, or behind it where it is too short. */
const figures = (bars: readonly Bar[], font: string, ink: string): Plugin<'bar'> => ({
  id: 'figures',
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = font;
    ctx.textBaseline = 'middle';
    for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
      const bar = bars[index];
      if (!bar) continue;
      const width = ctx.measureText(bar.figure).width;
      const { x, y } = element.getProps(['x', 'y'], true);
      const fits = x + width + 12 > chartArea.right;
      const start = fits ? x - width - 8 : x + 8;
      if (fits && bar.lowest) {
        ctx.fillStyle = '#fff';
        ctx.fillRect(start - 4, y - 10, width + 8, 20);
      }
      ctx.fillStyle = fits && !bar.lowest ? '#fff' : ink;
      ctx.fillText(bar.figure, start, y);
    }
    ctx.restore();
  },
});

/** Slanting lines, so that the lowest bar is known without its colour. */
function hatch(canvas: HTMLCanvasElement, line: string, ground: string): CanvasPattern | string {
  const tile = canvas.ownerDocument.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext('2d');
  const paper = canvas.getContext('2d');
  if (!pen || !paper) return line;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = line;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
  }
  pen.stroke();
  return paper.createPattern(tile, 'repeat') ?? line;
}

/** Breaks a label at its spaces, so that names leave room for the bars. */
export function breakLines(label: string, letters = LINE_LETTERS): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
