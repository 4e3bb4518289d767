// What an officer is told of the difference between two versions.
import { describe, expect, it } from 'vitest';
import type { Instrument, QuestionNode } from '../../../src/domain/instrument/definition.ts';
import { differenceOf } from '../../../src/domain/instrument/difference.ts';

const question = (code: string, more: Partial<QuestionNode> = {}): QuestionNode => ({
  kind: 'question',
  name: code,
  code,
  parent: -1,
  type: 'text',
  label: { id: code },
  ...more,
});

const instrument = (nodes: Instrument['nodes'], more: Partial<Instrument> = {}): Instrument => ({
  format: 2,
  code: 'form',
  version: 1,
  kind: 'form',
  view: 'page',
  anonymous: false,
  scoring: 'none',
  languages: [{ code: 'id', name: 'Bahasa Indonesia' }],
  title: { id: 'Judul' },
  notice: null,
  nodes,
  lists: {},
  needs: [],
  ...more,
});

const [a, b, c] = [question('a'), question('b'), question('c')];

describe('difference', () => {
  it('is nothing between two versions of the same content', () => {
    expect(differenceOf(instrument([a, b]), instrument([a, b], { version: 2 }))).toEqual([]);
  });

  it('names questions that came and went', () => {
    expect(differenceOf(instrument([a, b]), instrument([b, c]))).toEqual([
      { kind: 'added', node: 'c' },
      { kind: 'removed', node: 'a' },
    ]);
  });

  it('names the one question that was moved, not those that it passed', () => {
    expect(differenceOf(instrument([a, b, c]), instrument([c, a, b]))).toEqual([
      { kind: 'moved', node: 'c' },
    ]);
  });

  it('names a question that went into a group', () => {
    const group = { kind: 'group', name: 'g', code: 'g', parent: -1 } as const;
    const before = instrument([group, a]);
    expect(differenceOf(before, instrument([group, { ...a, parent: 0 }]))).toEqual([
      { kind: 'moved', node: 'a' },
    ]);
  });

  it('names the language of a changed wording, and each other aspect once', () => {
    const after = question('a', {
      label: { id: 'A baru' },
      type: 'integer',
      required: true,
      constraint: ['>', ['.'], 0],
    });
    expect(differenceOf(instrument([a]), instrument([after]))).toEqual([
      { kind: 'changed', node: 'a', of: 'wording', language: 'id' },
      { kind: 'changed', node: 'a', of: 'type' },
      { kind: 'changed', node: 'a', of: 'rule' },
    ]);
  });

  it('does not take a reference for another because a question stands before it now', () => {
    const ruled = (to: number): QuestionNode =>
      question('b', { relevant: ['=', ['$', to], 'x'], label: { id: ['B ', ['$', to]] } });
    expect(differenceOf(instrument([a, ruled(0)]), instrument([c, a, ruled(1)]))).toEqual([
      { kind: 'added', node: 'c' },
    ]);
  });

  it('names choices that came, went, changed or stand in another order', () => {
    const lists = (...codes: string[]): Partial<Instrument> => ({
      lists: { l: codes.map(code => ({ code, label: { id: code } })) },
    });
    expect(
      differenceOf(instrument([a], lists('x', 'y', 'z')), instrument([a], lists('y', 'x', 'w'))),
    ).toEqual([
      { kind: 'choice_added', list: 'l', choice: 'w' },
      { kind: 'choice_removed', list: 'l', choice: 'z' },
      { kind: 'choices_reordered', list: 'l' },
    ]);
    const scored = instrument([a], { lists: { l: [{ code: 'x', label: { id: 'X' }, score: 2 }] } });
    expect(differenceOf(instrument([a], lists('x')), scored)).toEqual([
      { kind: 'choice_changed', list: 'l', choice: 'x', language: 'id' },
      { kind: 'choice_changed', list: 'l', choice: 'x' },
    ]);
  });

  it('names settings', () => {
    const after = instrument([a], {
      title: { id: 'Lain' },
      anonymous: true,
      notice: { version: 1, text: { id: 'Baca' } },
    });
    expect(differenceOf(instrument([a]), after)).toEqual([
      { kind: 'setting_changed', setting: 'title', language: 'id' },
      { kind: 'setting_changed', setting: 'notice', language: 'id' },
      { kind: 'setting_changed', setting: 'anonymous' },
    ]);
  });
});
