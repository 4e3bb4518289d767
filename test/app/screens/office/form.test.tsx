// Forms: nothing typed is lost, and a complaint stands where it belongs.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SignedInContext } from '../../../../src/app/screens/office/account.ts';
import { Units } from '../../../../src/app/screens/office/agency/Units.tsx';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, fill, problem, showOffice, submit } from './fake-centre.tsx';
import { signedIn } from './samples.ts';

const TOP = { id: 'unit-1', parent_id: null, code: '16', name: 'BPSDM Contoh', demonstration: false };
let centre: FakeCentre;
let screen: Shown;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  centre = fakeCentre({ 'GET /units': { status: 200, body: { units: [TOP] } } });
  const page = (
    <SignedInContext.Provider value={signedIn('operator')}>
      <Units />
    </SignedInContext.Provider>
  );
  screen = await showOffice(page, centre);
  await screen.pass(0);
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

const typed = () => [...screen.root.querySelectorAll('input')].map(input => input.value);
const complaintAt = (name: string) => {
  const control = screen.find(`[name=${name}]`);
  const about = document.getElementById(control.getAttribute('aria-describedby') ?? '');
  return control.getAttribute('aria-invalid') === 'true'
    ? about?.querySelector('[role=alert]')?.textContent
    : null;
};

describe('a form of the office', () => {
  test('asks for what is missing before it sends, and puts the cursor there', async () => {
    await fill(screen, 'name', 'Kecamatan Sukamaju');
    await submit(screen);
    expect(complaintAt('code')).toContain('belum lengkap');
    expect(document.activeElement).toBe(screen.find('[name=code]'));
    expect(centre.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test.each([
    ['a code that is taken', problem(409, 'unit.duplicate', { code: '16.71' }), 'code', 'sudah ada'],
    [
      'a field that the centre finds wrong',
      problem(400, 'request.invalid', { field: 'name', reason: 'x' }),
      'name',
      'belum benar',
    ],
  ])('keeps everything and complains at the field for %s', async (_what, reply, field, words) => {
    centre.answer('POST /units', reply);
    await fill(screen, 'name', 'Kecamatan Sukamaju');
    await fill(screen, 'code', '16.71');
    await submit(screen);
    expect(typed()).toEqual(['Kecamatan Sukamaju', '16.71']);
    expect(complaintAt(field)).toContain(words);
    expect(screen.root.querySelector('.notice--bad')).toBeNull();
  });

  test('keeps everything and says it once below when the centre cannot be reached', async () => {
    centre.answer('POST /units', null);
    await fill(screen, 'name', 'Kecamatan Sukamaju');
    await fill(screen, 'code', '16.71');
    await submit(screen);
    expect(typed()).toEqual(['Kecamatan Sukamaju', '16.71']);
    expect(screen.find('.notice--bad').textContent).toContain('tidak');
  });

  test('is empty again once the centre has taken it', async () => {
    centre.answer('POST /units', { status: 201, body: { ...TOP, id: 'unit-2', name: 'Kecamatan Sukamaju' } });
    await fill(screen, 'name', ' Kecamatan Sukamaju ');
    await fill(screen, 'code', '16.71');
    await submit(screen);
    const [sent] = centre.asked.filter(({ method }) => method === 'POST');
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      parent_id: 'unit-1',
      code: '16.71',
      name: 'Kecamatan Sukamaju',
    });
    expect(typed()).toEqual(['', '']);
    expect(screen.text()).toContain('Kecamatan Sukamaju ditambahkan');
  });
});
