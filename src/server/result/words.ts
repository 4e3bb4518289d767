// Questions, choices and answers in words of both languages of the screens, whatever languages a questionnaire has.
import { questionAt } from '../../domain/instrument/check-answers.ts';
import type {
  Answers,
  Instrument,
  ListRow,
  QuestionNode,
  Template,
  Wording,
} from '../../domain/instrument/definition.ts';
import { LANGUAGES, type Language, type Texts } from '../../domain/language.ts';

/** A language that the questionnaire lacks is read in its first one; what is piped in is left open. */
export function wordsOf({ languages }: Pick<Instrument, 'languages'>, wording: Wording | undefined): Texts {
  const inLanguage = (wanted: Language): string => {
    const own = languages.find(({ code }) => code === wanted || code.startsWith(`${wanted}-`));
    const said = own && wording?.[own.code];
    return plain(said ?? wording?.[languages[0]?.code ?? ''] ?? Object.values(wording ?? {})[0] ?? '');
  };
  return Object.fromEntries(LANGUAGES.map(language => [language, inLanguage(language)])) as Texts;
}

const plain = (template: Template): string =>
  typeof template === 'string'
    ? template
    : template.map(part => (typeof part === 'string' ? part : '…')).join('');

export const labelOf = (instrument: Instrument, node: QuestionNode): Texts =>
  wordsOf(instrument, node.label ?? { [instrument.languages[0]?.code ?? '']: node.name });

/** The choices of a question, whatever a filter would leave of them. */
export const choicesOf = ({ lists }: Instrument, { list }: QuestionNode): readonly ListRow[] =>
  list !== undefined && Object.hasOwn(lists, list) ? (lists[list] ?? []) : [];

export const choiceLabel = (instrument: Instrument, { code, label }: ListRow): Texts =>
  label ? wordsOf(instrument, label) : { id: code, en: code };

/** Those that ask or compute, in document order. */
export const questionsOf = ({ nodes }: Instrument): QuestionNode[] =>
  nodes.filter(
    (node): node is QuestionNode =>
      node.kind === 'question' && (node.type !== 'note' || node.calculation !== undefined),
  );

/** What was answered, in the order of the answers; texts and numbers stand as typed. */
export const answersInWords = (instrument: Instrument, answers: Answers) =>
  Object.entries(answers).flatMap(([code, answer]) => {
    const node = questionAt(instrument, code);
    if (!answer || !node) return [];
    return [{ code, label: labelOf(instrument, node), answer: inWords(instrument, node, answer) }];
  });

/** Codes that the list does not have are told as they are. */
function inWords(instrument: Instrument, node: QuestionNode, answer: string): Texts {
  if (node.list === undefined) return { id: answer, en: answer };
  const rows = choicesOf(instrument, node);
  const codes = node.type === 'select_one' ? [answer] : answer.split(' ');
  const labels = codes.map(code => choiceLabel(instrument, rows.find(row => row.code === code) ?? { code }));
  return { id: labels.map(({ id }) => id).join(', '), en: labels.map(({ en }) => en).join(', ') };
}
