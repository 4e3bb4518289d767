// Plays the sessions that ODK Web Forms' own suite recorded on our engine: the same answers must come to the same state.
import { describe, expect, test } from 'vitest';
import { ALL_FUNCTIONS } from '../../../src/domain/instrument/evaluate/all.ts';
import { OTHERWISE, OUT_OF_SCOPE } from './out-of-scope.ts';
import { replay } from './replay.ts';
import { nameOf, readTraces, type Trace } from './trace.ts';
import { OutOfScope } from './xform/out-of-scope-error.ts';

const traces = readTraces();

/** Null where they agree to the end; else where and in what they part. */
function partingOf(trace: Trace): string | null {
  try {
    return replay(trace, ALL_FUNCTIONS);
  } catch (error) {
    if (error instanceof OutOfScope) return `out of scope: ${error.message}`;
    throw error;
  }
}

if (traces === null)
  test('the recorded sessions do not lie beside this clone; only the project’s own case is played', () => {
    expect(traces).toBeNull();
  });
else
  describe('recorded sessions', () => {
    const partings = new Map(traces.map((trace, index) => [nameOf(trace, index), partingOf(trace)]));
    const excused = Object.values(OUT_OF_SCOPE).flat();
    const otherwise = Object.values(OTHERWISE).flat();

    test('every session agrees but those that are named, and every one named parts', () => {
      const parted = [...partings].filter(([, parting]) => parting !== null);
      const named = new Set([...excused, ...otherwise]);
      expect(parted.filter(([name]) => !named.has(name))).toEqual([]);
      expect([...named].filter(name => partings.get(name) === null || !partings.has(name))).toEqual([]);
    });

    test('at least 95 in a hundred of those within scope agree', () => {
      const within = [...partings].filter(([name]) => !excused.includes(name));
      const agreeing = within.filter(([, parting]) => parting === null).length;
      console.info(
        `recorded sessions: ${agreeing} of ${within.length} within scope agree; ${excused.length} are out of scope`,
      );
      expect(agreeing / within.length).toBeGreaterThanOrEqual(0.95);
      expect(excused.length / partings.size).toBeLessThan(0.1);
    });
  });

const OWN: Trace = {
  test: 'own',
  suite: 'own',
  file: 'own',
  forms: [
    {
      xml: `<h:html><h:head><model><instance><data id="a"><punya/><anak jr:template=""><umur/></anak><total/></data></instance>
        <bind nodeset="/data/anak" relevant="/data/punya = 'ya'"/><bind nodeset="/data/anak/umur" type="int" constraint=". &lt; 100"/>
        <bind nodeset="/data/total" calculate="sum(/data/anak/umur)"/></model></h:head>
        <h:body><input ref="/data/punya"><label>Punya anak?</label></input>
        <repeat nodeset="/data/anak"><input ref="umur"/></repeat></h:body></h:html>`,
    },
  ],
  steps: [
    {
      op: 'init',
      delta: {
        '/data': { t: 'root', v: '' },
        '/data/punya': { t: 'input', v: '', lab: 'Punya anak?' },
        '#/data/anak': { t: 'repeat-range:uncontrolled', v: '', rel: 0, n: 0 },
        '/data/total': { t: 'model-value', v: '0' },
      },
    },
    {
      op: 'answer',
      at: '/data/punya',
      args: ['/data/punya', 'ya'],
      delta: {
        '/data/punya': { t: 'input', v: 'ya', lab: 'Punya anak?' },
        '#/data/anak': { t: 'repeat-range:uncontrolled', v: '', n: 0 },
      },
    },
    {
      op: 'createNewRepeat',
      at: '/data/anak[1]',
      args: ['/data/anak'],
      delta: {
        '#/data/anak': { t: 'repeat-range:uncontrolled', v: '', n: 1 },
        '/data/anak[1]': { t: 'repeat-instance', v: '' },
        '/data/anak[1]/umur': { t: 'input', v: '' },
      },
    },
    {
      op: 'answer',
      at: '/data/anak[1]/umur',
      args: ['/data/anak[1]/umur', 120],
      delta: {
        '/data/anak[1]/umur': { t: 'input', v: '120', bad: 'constraint' },
        '/data/total': { t: 'model-value', v: '120' },
      },
    },
  ],
};

describe('the player', () => {
  test('finds agreement where every change is as recorded', () => {
    expect(partingOf(OWN)).toBeNull();
  });

  test('finds the step and the node where one is not', () => {
    const [first, ...rest] = OWN.steps;
    const delta = { ...first?.delta, '/data/total': { t: 'model-value', v: '1' } };
    expect(partingOf({ ...OWN, steps: [{ op: 'init', delta }, ...rest] })).toMatch(
      /^step 0 init .*\/data\/total/,
    );
  });
});
