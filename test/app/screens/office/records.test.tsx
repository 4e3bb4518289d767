// Held records and files taken in: reasons in words, another look, and what needs somebody before the rest.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HeldRecords } from '../../../../src/app/screens/office/records/HeldRecords.tsx';
import { TakeIn } from '../../../../src/app/screens/office/records/TakeIn.tsx';
import { countWords } from '../../../../src/app/screens/office/records/taken.ts';
import { BATCH_FILE_MAX_BYTES } from '../../../../src/protocol/limits.ts';
import type { TakeInReport } from '../../../../src/protocol/office/device.ts';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, problem, showOffice } from './fake-centre.tsx';

let centre: FakeCentre;
let screen: Shown;
const open = async (page: preact.ComponentChild) => {
  screen = await showOffice(page, centre);
  await screen.pass(0);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

describe('held records', () => {
  const held = (id: string, code: string, kind = 'mark') => ({
    ...{ id, kind, received: '2026-11-23', reason: { code, details: { key_id: '0011223344556677' } } },
  });
  const answer = (records: unknown[], conflicts: unknown[] = []) =>
    centre.answer('GET /quarantine', { status: 200, body: { records, conflicts } });

  beforeEach(() => {
    centre = fakeCentre();
    answer([held('r1', 'record.key_unknown'), held('r2', 'record.sealed', 'walk-in')]);
  });

  test('tell their reason in words, and a kind of a later build by its name', async () => {
    await open(<HeldRecords />);
    expect(screen.text()).toContain('Kunci pembuka catatan ini (0011223344556677) tidak ada di pusat');
    expect(screen.text()).toContain('Segel catatan ini tidak dapat dibuka');
    expect(screen.text()).toContain('walk-in');
  });

  test.each([
    [
      'Coba lagi semuanya',
      'POST /quarantine/retry',
      2,
      [],
      '2 catatan kini masuk hitungan. Tidak ada yang tertahan',
    ],
    [
      'Coba lagi semuanya',
      'POST /quarantine/retry',
      1,
      [held('r2', 'record.sealed')],
      '1 catatan kini masuk hitungan; 1 masih tertahan',
    ],
    [
      'Coba lagi semuanya',
      'POST /quarantine/retry',
      0,
      [held('r2', 'record.sealed')],
      'Sebabnya belum teratasi',
    ],
  ])('"%s" (%s) that frees %i and leaves %j', async (words, route, freed, left, said) => {
    await open(<HeldRecords />);
    centre.answer(route, { status: 200, body: { freed, left } });
    answer(left);
    await screen.tap(words);
    await screen.pass(0);
    expect(screen.find('[role=status]').textContent).toContain(said);
    expect(screen.root.querySelectorAll('tbody tr')).toHaveLength(left.length);
  });

  test('one alone can be looked at again', async () => {
    await open(<HeldRecords />);
    centre.answer('POST /quarantine/r2/retry', { status: 200, body: { freed: 1, left: [] } });
    await screen.tap(screen.find('[aria-label="Coba lagi: r2"]'));
    expect(centre.asked.map(({ method, path }) => `${method} ${path}`)).toContain(
      'POST /quarantine/r2/retry',
    );
  });

  test('two contents under one number are told, and that the second is kept', async () => {
    answer([], [{ id: 'r9', kind: 'close-out', received: '2026-11-23T08:00:00Z' }]);
    await open(<HeldRecords />);
    expect(screen.text()).toContain('Nomor sama, isi berbeda');
    expect(screen.text()).toContain('Penutupan kegiatan');
    expect(screen.text()).toContain('tidak dibuang');
  });
});

describe('taking in a file', () => {
  const record = (result: string, more = {}) => ({
    ...{ id: `${result}-1`, result, kind: 'submission', device: 'Tablet 1' },
    ...more,
  });
  const taken = (report: Partial<TakeInReport>) =>
    centre.answer('POST /take-in', {
      status: 200,
      body: { batches: 1, counts: {}, records: [], problems: [], ...report },
    });
  const give = async (file: File) => {
    const input = screen.find<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.pass(0);
    await screen.pass(0);
  };
  const FILE = new File(['{"lembar":"batches","version":1}\n'], 'lembar-Tablet-1.lembar');

  beforeEach(async () => {
    centre = fakeCentre();
    await open(<TakeIn />);
  });

  test('sends the file as it is, under its own media type', async () => {
    taken({});
    await give(FILE);
    expect(centre.asked).toMatchObject([
      { path: '/take-in', media: 'application/vnd.lembar.batches+ndjson', body: await FILE.text() },
    ]);
  });

  test('says the sum in words, green only where nothing needs anybody', async () => {
    const records = [record('stored'), record('duplicate')] as TakeInReport['records'];
    taken({ counts: { duplicate: 1, stored: 1 }, records });
    await give(FILE);
    expect(screen.find('.notice--good').textContent).toContain(
      '2 catatan di dalam berkas: 1 baru masuk, 1 sudah ada sebelumnya.',
    );
  });

  test('shows what needs somebody before the rest, which is folded', async () => {
    const reason = { code: 'record.unverified', details: {} };
    const records = [record('stored'), record('quarantined', { reason }), record('retry')];
    taken({ counts: { stored: 1, quarantined: 1, retry: 1 }, records: records as TakeInReport['records'] });
    await give(FILE);
    expect(screen.root.querySelector('.notice--good')).toBeNull();
    const [attention, rest] = [...screen.root.querySelectorAll('table')];
    expect(attention?.textContent).toContain('tanda tangan perangkatnya tidak cocok');
    expect(attention?.textContent).toContain('unggah berkas ini sekali lagi');
    expect(rest?.closest('details')?.open).toBe(false);
    expect(screen.find('a[href="/office/quarantine"]')).toBeTruthy();
  });

  test('names each line that could not be read, and is not green', async () => {
    taken({
      counts: { stored: 1 },
      records: [record('stored')] as TakeInReport['records'],
      problems: [{ line: 7, problem: { code: 'file.torn', details: { line: 7 } } }],
    });
    await give(FILE);
    expect(screen.root.querySelector('.notice--good')).toBeNull();
    expect(screen.text()).toContain('Baris 7: Terpotong');
  });

  test('says what a file of another kind is, and what to choose', async () => {
    centre.answer('POST /take-in', problem(400, 'file.not_batches', { found: 'PNG' }));
    await give(new File(['x'], 'foto.png'));
    expect(screen.find('[role=alert]').textContent).toContain('namanya berakhiran .lembar');
  });

  test('sends no file that is larger than the centre takes, and names the other way', async () => {
    const huge = new File(['x'], 'besar.lembar');
    Object.defineProperty(huge, 'size', { value: BATCH_FILE_MAX_BYTES + 1 });
    await give(huge);
    expect(centre.asked).toEqual([]);
    expect(screen.text()).toContain('npm run lembar -- take-in');
  });

  test('tells a result of a newer centre as it is', () => {
    expect(countWords({ frozen: 2, stored: 1, too_large: 0 })).toContain('2 frozen');
    expect(countWords({ stored: 1, too_large: 0 })).toBe('1 baru masuk');
  });
});
