// Resolves what asks a list of the form: `instance('l')/root/item[...]/col` and `pulldata('l', 'col', 'key', value)`.
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { CallSyntax, PathSyntax, Step, Syntax } from '../syntax.ts';
import type { Found, ResolvePart, Where } from './found.ts';
import { allOf, isNumeric, isPositional } from './predicates.ts';

/** After `instance('l')` stand the root, its items, and a column of them; without a column it is their code. */
export function resolveRows(
  found: Found,
  path: PathSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  const [root, item, column, ...others] = path.steps;
  const list = listOf(found, path.from);
  if (list === PROBLEM && found.problem) return '';
  const isPlain = [root, column].every(
    step => !step || (step.axis === 'child' && step.predicates.length === 0),
  );
  if (list === null || !root || item?.axis !== 'child' || !isPlain || others.length > 0)
    return found.leaveOut(path.source);
  const rows = chosen(found, item, where, resolvePart);
  if (!rows) return found.leaveOut(path.source);
  const set: Expression = ['rows', list, rows.condition, column?.name ?? 'name'];
  if (rows.place === null) return set;
  found.need('member-at');
  return ['()', 'member-at', set, rows.place];
}

/** Null: its name is not written there. */
function listOf(found: Found, from: Syntax | string): string | null {
  const name = typeof from === 'object' && from.kind === 'call' ? from.args[0] : undefined;
  return name?.kind === 'text' ? knownList(found, name.text, name.at) : null;
}

const PROBLEM = 'problem';

/** A list of a file may be called with the file's ending. */
function knownList(found: Found, name: string, at: number): string {
  const { lists } = found.scope;
  const list = lists.has(name) ? name : name.replace(/\.(?:csv|xml)$/i, '');
  if (lists.has(list)) return list;
  found.refuse('list.unknown', at, { list: name });
  return PROBLEM;
}

type Chosen = { readonly condition: Expression | null; readonly place: Expression | null };

/** A number as the last of several predicates asks for a place among what the others leave. Null: another one counts too. */
function chosen(found: Found, { predicates }: Step, where: Where, resolvePart: ResolvePart): Chosen | null {
  const last = predicates.at(-1);
  const isPlaced = predicates.length > 1 && last !== undefined && isNumeric(last);
  const conditions = isPlaced ? predicates.slice(0, -1) : predicates;
  if (predicates.length > 1 && conditions.some(isPositional)) return null;
  const inRow = { ...where, wantsSet: false, here: 'row' } as const;
  const resolved = conditions.map(predicate => resolvePart(found, predicate, inRow));
  return {
    condition: resolved.length === 0 ? null : allOf(resolved),
    place: isPlaced ? resolvePart(found, last, inRow) : null,
  };
}

/** The first row whose key is that value; the list, the column and the key must be written out. */
export function resolvePulldata(
  found: Found,
  { args, source }: CallSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  const [file, column, key, value] = args;
  if (file?.kind !== 'text' || column?.kind !== 'text' || key?.kind !== 'text' || !value)
    return found.leaveOut(source);
  const list = knownList(found, file.text, file.at);
  const wanted = resolvePart(found, value, { ...where, wantsSet: false });
  const rows: Expression = ['rows', list, ['=', ['col', key.text], wanted], column.text];
  return where.wantsSet ? ['()', 'string', rows] : rows;
}
