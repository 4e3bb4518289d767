// Gives every node its permanent code: what its answers are kept under, from one version of a form to the next.
import type { Instrument, Node } from '../../../domain/instrument/definition.ts';
import type { Draft } from './draft.ts';

/** In the drafts' order, each once. A node on the path that it had before keeps its code. */
export const giveCodes = (drafts: readonly Draft[], previous: Instrument | undefined): string[] => {
  const before = codesByPath(previous);
  const counts = new Map<string, number>();
  for (const { name } of drafts) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set(drafts.flatMap(({ path }) => before.get(path) ?? []));
  const codes: string[] = [];
  for (const draft of drafts) {
    const wish = counts.get(draft.name) === 1 ? draft.name : draft.path;
    const code = before.get(draft.path) ?? firstFree([wordsOf(draft, codes), wish, draft.path], taken);
    taken.add(code);
    codes.push(code);
  }
  return codes;
};

/** Of the words for "Lainnya": after the code of their question. */
const wordsOf = (draft: Draft, codes: readonly string[]): string | undefined => {
  const other = draft.kind === 'question' && draft.otherOf !== undefined ? codes[draft.otherOf] : undefined;
  return other === undefined ? undefined : `${other}_other`;
};

/** Where a question elsewhere has kept the code, a number tells them apart. */
const firstFree = (wishes: readonly (string | undefined)[], taken: ReadonlySet<string>): string => {
  const free = wishes.find(wish => wish !== undefined && !taken.has(wish));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${wishes.at(-1)}.${number}`)) number += 1;
  return `${wishes.at(-1)}.${number}`;
};

/** Of the last version: from names down the tree to the code. */
export const codesByPath = (instrument: Instrument | undefined): ReadonlyMap<string, string> => {
  const paths = pathsOf(instrument?.nodes ?? []);
  return new Map((instrument?.nodes ?? []).map((node, index) => [paths[index] ?? node.name, node.code]));
};

const pathsOf = (nodes: readonly Node[]): string[] => {
  const paths: string[] = [];
  for (const node of nodes) {
    const parent = paths[node.parent];
    paths.push(parent === undefined ? node.name : `${parent}/${node.name}`);
  }
  return paths;
};
