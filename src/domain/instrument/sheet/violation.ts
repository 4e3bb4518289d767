// What stands in the way of an answer, in the order in which a person is told.
import { findProblem } from '../answer-problem.ts';
import type { QuestionNode } from '../definition.ts';
import type { Engine } from './engine.ts';
import type { Place } from './place.ts';
import type { LiveQuestion, Violation } from './sheet.ts';

/** Nothing is asked of what only says or computes something. */
export function findViolation(engine: Engine, question: LiveQuestion, place: Place): Violation | null {
  const { node } = question;
  if (node.type === 'note' || node.type === 'calculate' || !question.relevant.value) return null;
  const value = question.value.value;
  if (value === '') return question.required.value ? 'required' : null;
  return findFault(engine, node, value) ?? (isAllowed(engine, node, place) ? null : 'constraint');
}

function findFault(engine: Engine, node: QuestionNode, value: string): Violation | null {
  const problem = findProblem(engine.instrument, node, value);
  if (!problem) return null;
  if (problem.code === 'answer.too_long') return 'too_long';
  if (node.list !== undefined) return 'choice';
  return node.type === 'range' && Number.isFinite(Number(value)) ? 'range' : 'type';
}

const isAllowed = (engine: Engine, { constraint }: QuestionNode, place: Place): boolean =>
  constraint === undefined || engine.truth(constraint, place);
