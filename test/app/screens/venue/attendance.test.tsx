// Attendance of a session: finding people, marking them, and counts that are always right.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findParticipants } from '../../../../src/app/screens/venue/find-participants.ts';
import Session from '../../../../src/app/screens/venue/Session.tsx';
import { type FakeTablet, fakeTablet, participant } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

const PEOPLE = [
  participant('p1', 'Anisa Nurul Rahmawati', '198503142010012001'),
  participant('p2', 'Dewi Nur’aini, S.Pd.', '199001052015032002'),
  participant('p3', 'Hénoch Siregar'),
  participant('p4', 'Nurul Siti Aminah', '198812012012122003'),
  participant('p5', 'Zainuddin', '197705212003121004'),
];
const PARAMS = { event: 'event-1', session: 'session-1' };

describe('finding people', () => {
  test.each([
    ['', ['p1', 'p2', 'p3', 'p4', 'p5']],
    ['nur', ['p1', 'p2', 'p4']],
    ['siti nurul', ['p4']],
    ['AMI sit', ['p4']],
    ['henoch', ['p3']],
    ['nudd', ['p5']],
    ['ni', ['p1', 'p2']],
    ['s.pd', ['p2']],
    ['0314', ['p1']],
    ['1985 0314', ['p1']],
    ['19850314.201001', ['p1']],
    ['200312', ['p5']],
    ['siregar x', []],
    ['.', ['p1', 'p2', 'p3', 'p4', 'p5']],
  ])('"%s" finds %j', (typed, ids) => {
    expect(findParticipants(PEOPLE, typed).map(person => person.id)).toEqual(ids);
  });

  test('a name of which a word begins so comes before one that holds the letters elsewhere', () => {
    expect(findParticipants(PEOPLE, 'ain').map(person => person.id)).toEqual(['p2', 'p5']);
    expect(findParticipants(PEOPLE, 'a').map(person => person.id)).toEqual(['p1', 'p2', 'p4', 'p3', 'p5']);
  });
});

describe('marking', () => {
  let tablet: FakeTablet;
  let screen: Shown;
  const line = (id: string) => screen.find(`[data-participant="${id}"]`);
  const within = (id: string, words: string) => {
    const found = [...line(id).querySelectorAll('button')].find(one => one.textContent?.includes(words));
    if (!found) throw new Error(`${id} has no button "${words}"`);
    return found;
  };
  const count = (filter: string) => screen.find(`[data-filter="${filter}"] b`).textContent;

  const open = async (people = PEOPLE) => {
    tablet = fakeTablet({ participants: people });
    screen = await show(<Session params={PARAMS} />, appOn(tablet));
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00') });
  });
  afterEach(() => {
    screen.end();
    vi.useRealTimers();
  });

  test('one tap marks present, another tap corrects it, and the counts follow', async () => {
    await open();
    await screen.tap(within('p1', 'Hadir'));
    expect([count('present'), count('unmarked'), count('all')]).toEqual(['1', '4', '5']);
    await screen.tap(within('p1', 'Hadir'));
    await screen.tap(within('p1', 'Terlambat'));
    expect([count('present'), count('late'), count('unmarked')]).toEqual(['0', '1', '4']);
    expect(line('p1').textContent).toContain('Terlambat');
    expect(tablet.marksOf('session-1').get('p1')).toBe('late');
  });

  test('someone who was not there is marked without being marked present first', async () => {
    await open();
    await screen.tap(line('p2').querySelector<HTMLElement>('[aria-expanded]') as HTMLElement);
    await screen.tap(within('p2', 'Sakit'));
    expect(tablet.marksOf('session-1').get('p2')).toBe('sick');
  });

  test('a person who is marked keeps the place in a filtered list until the filter or search changes', async () => {
    await open();
    await screen.tap(screen.find('[data-filter="unmarked"]'));
    await screen.tap(within('p1', 'Hadir'));
    expect(line('p1').textContent).toContain('Hadir');
    expect(screen.root.querySelectorAll('.person')).toHaveLength(5);
    await screen.tap(screen.find('[data-filter="all"]'));
    await screen.tap(screen.find('[data-filter="unmarked"]'));
    expect(screen.root.querySelector('[data-participant="p1"]')).toBeNull();
  });

  test('of 2,000 people it shows the first 60 and says how many more there are', async () => {
    await open(Array.from({ length: 2000 }, (_, index) => participant(`n${index}`, `Nama ${index}`)));
    expect(screen.root.querySelectorAll('.person')).toHaveLength(60);
    expect(screen.text()).toContain('Masih ada 1.940 nama lagi');
    await screen.type(screen.find<HTMLInputElement>('#find'), 'nama 1234');
    expect(screen.root.querySelectorAll('.person')).toHaveLength(1);
  });

  test('nobody found is said in a sentence', async () => {
    await open();
    await screen.type(screen.find<HTMLInputElement>('#find'), 'xyz');
    expect(screen.text()).toContain('Tidak ada nama atau NIP yang cocok');
  });
});
