// What a new version loses against the one before: codes under which answers were kept.
import type { Instrument, Node } from '../../domain/instrument/definition.ts';
import { NOWHERE, ofSheet, type Report } from './report.ts';

/** Answers that were given stay; these findings say that nobody gives more of them. */
export const sayOfLostCodes = (
  nodes: readonly Node[],
  previous: Instrument | undefined,
  report: Report,
): void => {
  const now = new Map(nodes.map(node => [node.code, node]));
  for (const before of previous?.nodes ?? []) {
    const after = now.get(before.code);
    if (after === undefined) report.warn('code.gone', NOWHERE, { code: before.code });
    else if (typeOf(after) !== typeOf(before))
      report.warn('code.retyped', ofSheet('survey'), {
        code: before.code,
        before: typeOf(before),
        after: typeOf(after),
      });
  }
};

const typeOf = (node: Node): string => (node.kind === 'question' ? node.type : node.kind);
