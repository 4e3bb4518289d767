// Files beside a sheet: kept before they count as an answer, exchanged, taken away, and refused in words.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Attachments, FILE_MAX_BYTES } from '../../../../src/app/parts/widgets/attachments.ts';
import { shrink } from '../../../../src/app/parts/widgets/media/shrink.ts';
import { speak } from '../../../../src/app/text/language.ts';
import type { QuestionNode } from '../../../../src/domain/instrument/definition.ts';
import { instrumentOf, question } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

type Kept = Attachments & { files: Map<string, Blob>; fails: boolean };

function cupboard(): Kept {
  const files = new Map<string, Blob>();
  let count = 0;
  const kept: Kept = {
    files,
    fails: false,
    async keep(key, file, name) {
      if (kept.fails) throw new Error('no room');
      const stored = `${key}-${++count}-${name}`;
      files.set(stored, file);
      return stored;
    },
    find: async name => files.get(name) ?? null,
    drop: async name => void files.delete(name),
  };
  return kept;
}

const one = (type: QuestionNode['type'], ...appearance: string[]) =>
  instrumentOf([question('q', { type, label: { id: 'Bukti' }, appearance })]);

/** A canvas that makes a file of so many bytes for a quality and a width. */
function canvasMakes(size: (quality: number, width: number) => number): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    fillRect: () => undefined,
    drawImage: () => undefined,
    fillText: () => undefined,
    ...{ beginPath: () => undefined, moveTo: () => undefined, lineTo: () => undefined },
    ...{ stroke: () => undefined, clearRect: () => undefined },
  } as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    type,
    quality,
  ) {
    done(new Blob([new Uint8Array(size(Number(quality ?? 1), this.width))], { type: type ?? '' }));
  });
}
const pictureOf = (width: number, height: number) =>
  vi.stubGlobal('createImageBitmap', async () => ({ width, height, close: () => undefined }));

async function choose(screen: Awaited<ReturnType<typeof showWidgets>>, file: File): Promise<void> {
  const input = screen.find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await screen.arrive();
}

beforeEach(async () => {
  HTMLElement.prototype.setPointerCapture = () => undefined;
  await speak('id');
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:shown');
});
afterEach(() => {
  takeAway();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a file', () => {
  test('is the answer by its name once it is kept', async () => {
    const attachments = cupboard();
    const screen = await showWidgets(one('file'), { attachments });
    await choose(screen, new File(['isi'], 'rencana.pdf'));
    expect(screen.raw('q')).toBe('q-1-rencana.pdf');
    expect(attachments.files.size).toBe(1);
  });

  test('that takes the place of another leaves the other nowhere', async () => {
    const attachments = cupboard();
    const screen = await showWidgets(one('file'), { attachments });
    await choose(screen, new File(['satu'], 'a.pdf'));
    await choose(screen, new File(['dua'], 'b.pdf'));
    expect([...attachments.files.keys()]).toEqual([screen.raw('q')]);
    await screen.tap('Hapus berkas');
    await screen.arrive();
    expect([screen.raw('q'), attachments.files.size]).toEqual(['', 0]);
  });

  test('that is too large is refused in words, and the one before stays', async () => {
    const attachments = cupboard();
    const screen = await showWidgets(one('audio'), { attachments });
    await choose(screen, new File(['satu'], 'a.webm'));
    await choose(screen, new File([new Uint8Array(FILE_MAX_BYTES + 1)], 'panjang.webm'));
    expect(screen.text()).toContain('terlalu besar. Paling besar 180 kB');
    expect(screen.raw('q')).toBe('q-1-a.webm');
  });

  test('chosen while the one before is still being kept comes after it', async () => {
    const attachments = cupboard();
    const { keep } = attachments;
    let isFirst = true;
    attachments.keep = async (...given) => {
      const wait = isFirst ? 40 : 0;
      isFirst = false;
      await new Promise(resolve => setTimeout(resolve, wait));
      return keep(...given);
    };
    const screen = await showWidgets(one('file'), { attachments });
    await choose(screen, new File(['satu'], 'a.pdf'));
    screen.find<HTMLInputElement>('input[type=file]').disabled = false;
    await choose(screen, new File(['dua'], 'b.pdf'));
    await vi.waitFor(() => expect(screen.raw('q')).toContain('b.pdf'));
    await vi.waitFor(() => expect([...attachments.files.keys()]).toEqual([screen.raw('q')]));
    expect(screen.raw('q')).toContain('b.pdf');
  });

  test('that could not be kept is no answer, and says so', async () => {
    const attachments = cupboard();
    attachments.fails = true;
    const screen = await showWidgets(one('file'), { attachments });
    await choose(screen, new File(['isi'], 'a.pdf'));
    expect(screen.raw('q')).toBe('');
    expect(screen.text()).toContain('Berkas belum tersimpan');
  });

  test('has no place where nobody keeps files, and the screen says so', async () => {
    const screen = await showWidgets(one('image'));
    expect(screen.text()).toContain('Berkas tidak dapat disimpan di sini');
  });
});

describe('a photo', () => {
  test('is made small on the device and shown', async () => {
    pictureOf(4000, 3000);
    canvasMakes((quality, width) => Math.round(width * 200 * quality));
    const attachments = cupboard();
    const screen = await showWidgets(one('image'), { attachments });
    await choose(screen, new File([new Uint8Array(5_000_000)], 'IMG_1.HEIC'));
    expect(screen.raw('q')).toBe('q-1-foto.jpg');
    expect([...attachments.files.values()][0]?.size).toBeLessThanOrEqual(FILE_MAX_BYTES);
    expect(screen.find<HTMLImageElement>('img').getAttribute('src')).toBe('blob:shown');
  });

  test('loses quality first, then size, and never the promise of its limit', async () => {
    pictureOf(4000, 3000);
    const seen: [number, number][] = [];
    canvasMakes((quality, width) => {
      seen.push([width, quality]);
      return width > 1000 ? 500 : 90;
    });
    const made = await shrink(new Blob(['x']), 1280, 100);
    expect(made).toMatchObject({ name: 'foto.jpg' });
    expect(seen.map(([width]) => width)).toEqual([1280, 1280, 1280, 1280, 960]);
  });

  test('smaller than the limit is not made larger', async () => {
    pictureOf(300, 200);
    const widths: number[] = [];
    canvasMakes((_, width) => {
      widths.push(width);
      return 10;
    });
    await shrink(new Blob(['x']), 1280, 100);
    expect(widths).toEqual([300]);
  });

  test('that never fits, or is no picture, is refused', async () => {
    pictureOf(4000, 3000);
    canvasMakes(() => 1000);
    expect(await shrink(new Blob(['x']), 1280, 100)).toBe('too_large');
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')));
    expect(await shrink(new Blob(['x']), 1280, 100)).toBe('unreadable');
  });
});

describe('a signature', () => {
  test('can be typed by whom a finger on glass is no way to write', async () => {
    canvasMakes(() => 40);
    const attachments = cupboard();
    const screen = await showWidgets(one('image', 'signature'), { attachments });
    await screen.type(screen.find<HTMLInputElement>('details input'), 'Sri Wahyuni');
    await screen.tap('Pakai nama ini');
    await screen.arrive();
    expect(screen.raw('q')).toBe('q-1-tanda-tangan.png');
    await screen.tap('Ulangi');
    await screen.arrive();
    expect([screen.raw('q'), attachments.files.size]).toEqual(['', 0]);
    expect(screen.find('canvas')).toBeDefined();
  });

  test('is kept after each stroke without a button, and wiped away without a trace', async () => {
    let strokes = 0;
    canvasMakes(() => 40 + strokes++);
    const attachments = cupboard();
    const screen = await showWidgets(one('image', 'signature'), { attachments });
    const stroke = async () => {
      for (const type of ['pointerdown', 'pointermove', 'pointerup'])
        await act(() => {
          screen.find('canvas').dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1 }));
        });
    };
    await stroke();
    await stroke();
    await screen.arrive();
    expect([...attachments.files].map(([name, file]) => [name, file.size])).toEqual([[screen.raw('q'), 41]]);
    expect(screen.text()).toContain('Tersimpan.');
    await screen.tap('Bersihkan');
    await screen.arrive();
    expect([screen.raw('q'), attachments.files.size]).toEqual(['', 0]);
  });

  test('a pen that only passes over is no stroke', async () => {
    const attachments = cupboard();
    canvasMakes(() => 40);
    const screen = await showWidgets(one('image', 'signature'), { attachments });
    await act(() => {
      screen.find('canvas').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    });
    await screen.arrive();
    expect(attachments.files.size).toBe(0);
  });
});
