// From a problem's code to the sentence that a person reads.
import type { Problem } from '../../../domain/result.ts';
import { area } from '../language.ts';
import id from './id.ts';

const sentences = area(id, () => import('./en.ts'));

/** Falls back to the general sentence for a code that this build does not know (a newer centre). */
export function problemSentence(problem: Problem): string {
  const known = sentences() as Record<string, (details: Problem['details']) => string>;
  return (known[problem.code] ?? known['server.failed'])?.(problem.details) ?? problem.code;
}
