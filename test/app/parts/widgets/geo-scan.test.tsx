// Places taken from the device or typed, and codes read or typed.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPoint, writePoint } from '../../../../src/app/parts/widgets/geo/place-text.ts';
import { speak } from '../../../../src/app/text/language.ts';
import type { QuestionNode } from '../../../../src/domain/instrument/definition.ts';
import { instrumentOf, question, questionOf } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

const one = (type: QuestionNode['type']) =>
  instrumentOf([question('q', { type, label: { id: 'Di mana?' } })]);

/** The device stands here, or refuses to say where. */
function stands(
  place: { latitude: number; longitude: number; accuracy: number } | 'refused' | 'unknown',
): void {
  const geolocation = {
    getCurrentPosition(found: (position: unknown) => void, failed: (error: unknown) => void) {
      if (typeof place === 'string') failed({ code: place === 'refused' ? 1 : 2, PERMISSION_DENIED: 1 });
      else found({ coords: { ...place, altitude: null } });
    },
  };
  vi.stubGlobal('navigator', { geolocation });
}

beforeEach(() => speak('id'));
afterEach(() => {
  takeAway();
  vi.unstubAllGlobals();
});

describe('a place', () => {
  test('is taken from the device, with how exact it is', async () => {
    stands({ latitude: -7.250314, longitude: 112.750833, accuracy: 8.4 });
    const screen = await showWidgets(one('geopoint'));
    await screen.tap('Ambil lokasi');
    await screen.arrive();
    expect(screen.raw('q')).toBe('-7.25031 112.75083 0.0 8.4');
    expect(screen.text()).toContain('Ketelitian sekitar 9 meter.');
    expect(questionOf(screen.sheet, 'q').violation.value).toBeNull();
  });

  test.each([
    ['refused', 'Izin lokasi tidak diberikan'],
    ['unknown', 'Lokasi belum ditemukan'],
  ] as const)('%s is said, and it can be typed', async (place, sentence) => {
    stands(place);
    const screen = await showWidgets(one('geopoint'));
    await screen.tap('Ambil lokasi');
    await screen.arrive();
    expect(screen.text()).toContain(sentence);
    await screen.type(screen.find<HTMLInputElement>('[id="q-q-lat"]'), '-7,25');
    expect(questionOf(screen.sheet, 'q').violation.value).toBe('type');
    await screen.type(screen.find<HTMLInputElement>('[id="q-q-lon"]'), '112,75');
    expect([screen.raw('q'), questionOf(screen.sheet, 'q').violation.value]).toEqual(['-7.25 112.75', null]);
  });

  test('typed over, it is no longer as exact as it was measured', async () => {
    const screen = await showWidgets(one('geopoint'), { answers: { q: '-7.25 112.75 10.0 8.4' } });
    await screen.type(screen.find<HTMLInputElement>('[id="q-q-lat"]'), '-7.3');
    expect(screen.raw('q')).toBe('-7.3 112.75');
  });

  test.each(['-7.25 112.75', '-7.25 112.75 10.0 8.4', '-7.25', '_ 112.75', ''])(
    '%j is read and written back',
    text => {
      expect(writePoint(readPoint(text))).toBe(text);
    },
  );
});

describe('several places', () => {
  const add = async (screen: Awaited<ReturnType<typeof showWidgets>>, lat: string, lon: string) => {
    await screen.type(screen.find<HTMLInputElement>('[id="q-q-lat"]'), lat);
    await screen.type(screen.find<HTMLInputElement>('[id="q-q-lon"]'), lon);
    await screen.tap('Tambah titik yang diketik');
  };

  test('make a line, one after another, and the last can be taken back', async () => {
    const screen = await showWidgets(one('geotrace'));
    await add(screen, '-7.1', '112.1');
    expect(screen.text()).toContain('Perlu 1 titik lagi');
    await add(screen, '-7.2', '112.2');
    expect(screen.raw('q')).toBe('-7.1 112.1; -7.2 112.2');
    await screen.tap('Hapus titik terakhir');
    expect(screen.raw('q')).toBe('-7.1 112.1');
  });

  test('make an area, which ends where it began', async () => {
    const screen = await showWidgets(one('geoshape'), { answers: { q: '-7.1 112.1; -7.2 112.2' } });
    await add(screen, '-7.3', '112.1');
    expect(screen.raw('q')).toBe('-7.1 112.1; -7.2 112.2; -7.3 112.1; -7.1 112.1');
    expect(screen.root.querySelectorAll('li')).toHaveLength(3);
    await screen.tap('Hapus titik terakhir');
    expect(screen.raw('q')).toBe('-7.1 112.1; -7.2 112.2');
  });

  test('a point off the earth is not added', async () => {
    const screen = await showWidgets(one('geotrace'));
    await add(screen, '95', '112.1');
    expect(screen.raw('q')).toBe('');
  });
});

describe('a code', () => {
  test('is typed where the browser cannot read it', async () => {
    const screen = await showWidgets(one('barcode'));
    expect(screen.root.querySelector('button')).toBeNull();
    await screen.type(screen.find<HTMLInputElement>('input'), 'K-0042');
    await screen.press(screen.find('input'), 'Enter');
    expect([screen.raw('q'), screen.answered()]).toEqual(['K-0042', 1]);
  });

  test('is read by the camera where it can, and the camera is let go of', async () => {
    const stop = vi.fn();
    const stream = { getTracks: () => [{ stop }] };
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => stream } });
    vi.stubGlobal(
      'BarcodeDetector',
      class {
        detect = async () => [{ rawValue: 'K-0042' }];
      },
    );
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      set: () => undefined,
      configurable: true,
    });
    const screen = await showWidgets(one('barcode'));
    await screen.tap('Pindai kode');
    await screen.arrive();
    expect(screen.raw('q')).toBe('K-0042');
    expect(screen.root.querySelector('video')).toBeNull();
    expect(stop).toHaveBeenCalled();
  });

  test('a refused camera is said', async () => {
    vi.stubGlobal('BarcodeDetector', class {});
    vi.stubGlobal('navigator', {
      mediaDevices: { getUserMedia: () => Promise.reject(new Error('NotAllowedError')) },
    });
    const screen = await showWidgets(one('barcode'));
    await screen.tap('Pindai kode');
    await screen.arrive();
    expect(screen.text()).toContain('Kamera tidak dapat dipakai');
  });
});
