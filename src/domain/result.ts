// An expected failure is a value: every rule that can refuse says so with one of these.

/** What went wrong, as a stable code with the particulars that a sentence about it needs. */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly details: Readonly<Record<string, string | number>>;
};

export type Result<T, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const accepted = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = <Code extends string>(
  code: Code,
  details: Problem['details'] = {},
): { ok: false; problem: Problem<Code> } => ({ ok: false, problem: { code, details } });
