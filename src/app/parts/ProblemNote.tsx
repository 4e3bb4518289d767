// Says a problem as a sentence in the reader's language: what is wrong, and what to do.
import type { Problem } from '../../domain/result.ts';
import { problemSentence } from '../text/problem/sentence.ts';

export function ProblemNote({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <p class="notice notice--bad" role="alert" data-code={problem.code}>
      {problemSentence(problem)}
    </p>
  );
}
