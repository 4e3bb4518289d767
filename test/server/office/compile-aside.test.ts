// A spreadsheet is read in a thread that can be stopped: the centre goes on whatever it was sent.
import { describe, expect, it } from 'vitest';
import { compileAside } from '../../../src/server/instrument/compile-aside.ts';
import { spreadsheet } from './spreadsheet.ts';

const nobody = async () => null;
/** Rows enough for some seconds of work. */
const long = () =>
  spreadsheet({
    survey: Array.from({ length: 60_000 }, (_, n) => ['text', `tanya_${n}`, `Tanya ${n} \${tanya_${n}}`]),
  });

describe('a thread', () => {
  it('is stopped when its time is over, and the next spreadsheet is read', async () => {
    const stopped = compileAside(long(), nobody, { seconds: 0.01, memoryMb: 512 });
    const next = compileAside(spreadsheet(), nobody);
    expect(await stopped).toEqual({
      ok: false,
      problem: { code: 'instrument.too_complex', details: { seconds: 0.01 } },
    });
    expect(await next).toMatchObject({ ok: true, value: { instrument: { code: 'uji' } } });
  });

  it('is stopped when its memory is full', async () => {
    expect(await compileAside(long(), nobody, { seconds: 60, memoryMb: 24 })).toMatchObject({
      ok: false,
      problem: { code: 'instrument.too_complex' },
    });
  });

  it('that cannot learn of the newest version ends with the reason', async () => {
    const broken = () => Promise.reject(new Error('no database'));
    await expect(compileAside(spreadsheet(), broken)).rejects.toThrow('no database');
  });
});

it('more spreadsheets at once than can wait are asked to come again', async () => {
  const outcomes = await Promise.all(Array.from({ length: 7 }, () => compileAside(spreadsheet(), nobody)));
  expect(outcomes.map(outcome => (outcome.ok ? 'read' : outcome.problem.code)).sort()).toEqual([
    'read',
    'read',
    'read',
    'read',
    'read',
    'request.too_many',
    'request.too_many',
  ]);
});
