// Circles: a filter that reads its own question, and what is left of one that reads the rest.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a form refers to a question
import { describe, expect, it } from 'vitest';
import { compileTable, questionOf, told } from './form.ts';

const LIST = '| choices |\n| | list_name | name | label | g |\n| | l | x | X | 1 |';

describe('choice filters', () => {
  it('may ask for what their own question has chosen', () => {
    const md = `| survey |\n| | type | name | label | choice_filter |\n| | select_one l | a | A | g = '1' or name = \${a} |\n${LIST}`;
    expect(questionOf(md, 'a').choice_filter).toEqual([
      'or',
      ['=', ['col', 'g'], '1'],
      ['=', ['col', 'name'], ['.']],
    ]);
  });

  it('are left out, and told, where they depend on what is computed from their question', () => {
    const md = `
      | survey |
      | | type | name | label | choice_filter | calculation |
      | | select_one l | a | A | g != \${b} | |
      | | calculate | b | | | concat(\${a}, 'x') |
      ${LIST}`;
    const { instrument, findings } = compileTable(md);
    expect(told(findings)).toEqual(['unsupported cycle.opened 2 choice_filter']);
    expect(instrument?.nodes[0]).not.toHaveProperty('choice_filter');
  });
});
