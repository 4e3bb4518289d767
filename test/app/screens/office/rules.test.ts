// The office's small rules: next steps, order of units, finding people, figures.
// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { inOrder } from '../../../../src/app/screens/office/agency/unit-order.ts';
import { outlineQr } from '../../../../src/app/screens/office/devices/qr.ts';
import { findPeople } from '../../../../src/app/screens/office/event/find-people.ts';
import { byProgramme, nextStepOf, standingOf } from '../../../../src/app/screens/office/events/standing.ts';
import { fieldOf } from '../../../../src/app/screens/office/form/field-of.ts';
import { speak } from '../../../../src/app/text/language.ts';
import { formatDecimal, formatShare } from '../../../../src/app/text/office/figures.ts';
import { EVENT } from './samples.ts';

afterEach(() => speak('id'));

test.each([
  ['2026-11-22', 'coming'],
  ['2026-11-23', 'running'],
  ['2026-11-24', 'running'],
  ['2026-11-25', 'past'],
] as const)('on %s an event of 23 and 24 November is %s', (today, standing) => {
  expect(standingOf(EVENT, today)).toBe(standing);
});

test.each([
  [0, 0, 'past', 'nextRoster'],
  [24, 0, 'coming', 'nextPlan'],
  [24, 0, 'running', 'nextDevices'],
  [24, 0, 'past', 'nextDevices'],
  [24, 1, 'running', 'nextResult'],
  [0, 3, 'past', 'nextResult'],
] as const)('%i participants, %i responses, %s: %s', (participants, responses, standing, step) => {
  expect(nextStepOf({ ...EVENT, participants, responses }, standing)).toBe(step);
});

test('events stand under their programmes, the newest first', () => {
  const at = (id: string, programme_id: string, starts_on: string) => ({
    ...EVENT,
    id,
    programme_id,
    starts_on,
  });
  const groups = byProgramme([
    at('old', 'p', '2026-01-05'),
    at('other', 'q', '2026-06-01'),
    at('new', 'p', '2026-09-01'),
  ]);
  expect(groups.map(group => group.events.map(event => event.id))).toEqual([['new', 'old'], ['other']]);
});

test('units stand below what they belong to, codes in the order of their numbers', () => {
  const unit = (id: string, parent_id: string | null, code: string) => ({
    id,
    parent_id,
    code,
    name: id,
    demonstration: false,
  });
  const units = [
    unit('b', 'top', '16.10'),
    unit('a1', 'a', '16.3.1'),
    unit('a', 'top', '16.3'),
    unit('top', 'unseen', '16'),
  ];
  expect(inOrder(units).map(({ unit, level }) => `${level} ${unit.id}`)).toEqual([
    '1 top',
    '2 a',
    '3 a1',
    '2 b',
  ]);
});

describe('finding people', () => {
  const person = (id: string, name: string, nip: string | null) => ({
    ...{ id, name, nip, event_id: 'e', person_id: id, rank: '' },
    position: 'Petugas Loket',
    unit_name: 'Kelurahan Talang Kelapa',
  });
  const people = [person('1', 'Siti Rahayu', '198504172010012001'), person('2', 'Ahmad Réno', null)];
  test.each([
    ['', ['1', '2']],
    ['rahayu siti', ['1']],
    ['reno', ['2']],
    ['LOKET talang', ['1', '2']],
    ['19850417 2010', ['1']],
    ['zzz', []],
  ])('"%s" finds %j', (wanted, found) => {
    expect(findPeople(people, wanted).map(one => one.id)).toEqual(found);
  });
});

describe('figures', () => {
  test('are written with a comma in Indonesian and a point in English, digit for digit', async () => {
    expect(['77.50', '100.00', '0.111', '-1.25'].map(formatDecimal)).toEqual([
      '77,50',
      '100,00',
      '0,111',
      '-1,25',
    ]);
    await speak('en');
    expect(formatDecimal('77.50')).toBe('77.50');
  });

  test.each([
    [20, 20, '100%'],
    [1, 3, '33%'],
    [2, 3, '67%'],
    [1, 200, '1%'],
    [5, 0, null],
  ])('%i of %i is %s', (part, whole, share) => {
    expect(formatShare(part, whole)).toBe(share);
  });
});

test.each([
  ['request.invalid', { field: 'starts_on' }, 'starts_on'],
  ['request.invalid', { field: 'records.3.id' }, 'id'],
  ['nip.length', { nip: '1', length: 1 }, 'nip'],
  ['account.duplicate', { username: 'a' }, 'username'],
  ['server.failed', {}, null],
])('%s %j is shown at %s', (code, details, field) => {
  expect(fieldOf({ code, details })).toBe(field);
});

test('a QR code is a square outline with its three corners dark', () => {
  const { size, path } = outlineQr('https://lembar.example/enrol#code=ABCD-2345');
  expect(path.startsWith('M2 2h1v1h-1z')).toBe(true);
  expect(path).toContain(`M${size - 3} 2h`);
  expect(path).toContain(`M2 ${size - 3}h`);
});
