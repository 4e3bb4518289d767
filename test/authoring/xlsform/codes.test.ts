// Codes are permanent: what a question was called in the last version, its answers are kept under in the next.
import { describe, expect, it } from 'vitest';
import { compileTable, instrumentOf, told } from './form.ts';

const HEAD = '| survey |\n| | type | name | label |\n';

describe('codes', () => {
  it('are names where they are unique, else paths', () => {
    const md = `${HEAD}| | begin group | g | G |\n| | text | a | A |\n| | end group | | |\n| | begin group | h | H |\n| | text | a | A |\n| | text | b | B |\n| | end group | | |`;
    expect(instrumentOf(md).nodes.map(node => node.code)).toEqual(['g', 'g/a', 'h', 'h/a', 'b']);
  });

  it('stay when a second question of the name comes', () => {
    const before = instrumentOf(`${HEAD}| | begin group | g | G |\n| | text | a | A |\n| | end group | | |`);
    const md = `${HEAD}| | text | a | New |\n| | text | a.2 | Newer |\n| | begin group | g | G |\n| | text | a | A |\n| | end group | | |`;
    const after = instrumentOf(md, { version: 2, previous: before });
    expect(after.nodes.map(node => node.code)).toEqual(['a.2', 'a.2.2', 'g', 'a']);
  });

  it('that vanish or change their type are told', () => {
    const previous = instrumentOf(`${HEAD}| | text | a | A |\n| | text | b | B |`);
    const { findings } = compileTable(`${HEAD}| | integer | a | A |`, { version: 2, previous });
    expect(told(findings)).toEqual(['warning code.gone', 'warning code.retyped']);
  });
});
