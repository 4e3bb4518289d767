// What was written in words, by question; about each trainer by itself.
import { above, inOrder, placesOf, shapeOf, shapesOf } from '../../../domain/instrument/check-answers.ts';
import type { Instrument, QuestionNode, RepeatNode } from '../../../domain/instrument/definition.ts';
import type { Texts } from '../../../domain/language.ts';
import type { FormResult } from '../../../protocol/office/form-result.ts';
import { labelOf } from '../words.ts';
import type { Answered } from './answered.ts';
import { placeName } from './place-name.ts';

type Comments = NonNullable<FormResult['comments']>;

/**
 * In the form's order. Where the form counts the instances of a repeat, the second is the same for everybody and stands by
 * itself; where a person adds them, all are together.
 */
export const commentsByQuestion = (instrument: Instrument, comments: Answered['comments']): Comments =>
  [...shapesOf(instrument)].flatMap(([shape, node]): Comments => {
    const own = comments.filter(({ question }) => shapeOf(question) === shape);
    const repeat = countedRepeat(instrument, node);
    if (own.length === 0) return [];
    if (!repeat) return [{ question: node.code, label: labelOf(instrument, node), texts: own.map(textOf) }];
    return inOrder([...new Set(own.map(({ question }) => question))]).map(key => ({
      question: key,
      label: labelAt(instrument, node, placeName(instrument, repeat, placesOf(key)[0] ?? 0)),
      texts: own.filter(({ question }) => question === key).map(textOf),
    }));
  });

const textOf = ({ text }: Answered['comments'][number]): string => text;

/** The only repeat that a question is in, where the form says how many instances it has. */
function countedRepeat(instrument: Instrument, node: QuestionNode): RepeatNode | null {
  const repeats = above(instrument, node).filter(one => one.kind === 'repeat');
  const [only] = repeats;
  return only?.count !== undefined && repeats.length === 1 ? only : null;
}

function labelAt(instrument: Instrument, node: QuestionNode, name: Texts): Texts {
  const label = labelOf(instrument, node);
  return { id: `${label.id} · ${name.id}`, en: `${label.en} · ${name.en}` };
}
