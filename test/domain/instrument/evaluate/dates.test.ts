// Dates and times at a place seven hours east of UTC, on 9 March 2026 at five past six in the morning.
import { describe, expect, test } from 'vitest';
import { readMoment } from '../../../../src/domain/instrument/evaluate/moment.ts';
import { ask } from '../../../authoring/expression/paper.ts';

describe('days are numbers from 1970', () => {
  test.each([
    ['today()', '2026-03-09'],
    ['now()', '2026-03-09T06:05:04.003+07:00'],
    ["number('1970-01-02')", 1],
    ["number('1969-12-31')", -1],
    ["number('2024-02-30')", Number.NaN],
    ["number('1970-01-02T12:00:00.000+07:00')", 1.5],
    ["number('06:00')", 0.25],
    ["today() - '2026-03-01'", 8],
    ['date(today() + 1)', '2026-03-10'],
    ["date('2026-03-09T23:30:00.000Z')", '2026-03-10'],
    ["date('')", ''],
    ["date('besok')", ''],
    ['date(0)', '1970-01-01'],
    ["'2026-03-09' < today()", false],
    ["'2026-03-08' < today()", true],
    ['today() <= now()', true],
    ["int((today() - date('2000-03-10')) div 365.25)", 25],
    ["date-time('2026-03-09')", '2026-03-09T00:00:00.000+07:00'],
    ["date-time('2026-03-09T01:00:00.000Z')", '2026-03-09T08:00:00.000+07:00'],
    ["decimal-date-time('1970-01-03')", 2],
    ["decimal-date-time('1970-01-01T17:00:00.000Z')", 1],
    ["decimal-date-time('')", Number.NaN],
    ["decimal-time('18:00:00.000+07:00')", 0.75],
    ["decimal-time('2026-03-09T18:00:00.000+07:00')", 0.75],
    ["'08:00' < '13:30:00.000+07:00'", true],
  ])('%s', (text, value) => expect(ask(text)).toBe(value));
});

describe('written by signs', () => {
  test.each([
    ["format-date('2026-03-09', '%Y %y %m %n %d %e')", '2026 26 03 3 09 9'],
    ["format-date('2026-08-09', '%b %B, %a %A')", 'Agu Agustus, Min Minggu'],
    ["format-date-time(now(), '%Y-%m-%dT%H:%M:%S.%3')", '2026-03-09T06:05:04.003'],
    ["format-date-time(now(), '%h:%M')", '6:05'],
    ["format-date-time('2026-03-08T23:05:00.000Z', '%H:%M')", '06:05'],
    ["format-date-time('13:45:00.000+07:00', '%H.%M')", '13.45'],
    ["format-date(today(), '100%% %Q')", '100% %Q'],
    ["format-date(20521, '%d/%m/%Y')", '09/03/2026'],
    ["format-date('2027-01-01', '%W')", '53'],
    ["format-date('', '%Y')", ''],
    ["format-date('tidak tahu', '%Y')", ''],
  ])('%s', (text, value) => expect(ask(text)).toBe(value));
});

test('only a day that the calendar has is a day', () => {
  expect(readMoment('2024-02-29')?.days).toBe(19782);
  expect(
    ['2023-02-29', '2024-13-01', '2024-00-10', '24:61', '2024-01-01T', '12', 'a'].map(readMoment),
  ).toEqual(Array.from({ length: 7 }, () => null));
});
