// A workbook written as tables in a test, and what the compiler makes of it.

import type { Finding } from '../../../src/authoring/finding.ts';
import { type Compiled, type Compiling, compile } from '../../../src/authoring/xlsform/compile.ts';
import type { Instrument, QuestionNode } from '../../../src/domain/instrument/definition.ts';
import { sheetsOfMarkdown } from '../../outside/tables/to-workbook.ts';

export const compileTable = (md: string, compiling: Compiling = { version: 1 }): Compiled =>
  compile({ sheets: sheetsOfMarkdown(md) }, compiling);

/** The instrument of a table that is no error; throws with the findings where it is. */
export const instrumentOf = (md: string, compiling?: Compiling): Instrument => {
  const { instrument, findings } = compileTable(md, compiling);
  if (instrument === null) throw new Error(JSON.stringify(findings));
  return instrument;
};

export const questionOf = (md: string, code: string): QuestionNode => {
  const node = instrumentOf(md).nodes.find(each => each.code === code);
  if (node?.kind !== 'question') throw new Error(`no question ${code}`);
  return node;
};

/** Level, code, row and column of each finding. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, code, row, column }) =>
    [level, code, row, column].filter(part => part !== null).join(' '),
  );
