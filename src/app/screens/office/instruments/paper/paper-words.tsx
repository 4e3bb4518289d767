// The words of a questionnaire on paper, in the language that is printed; an answer that would be piped in is a gap.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Instrument, ListRow, Template, Wording } from '../../../../../domain/instrument/definition.ts';
import { MarkdownText } from '../../../../parts/markdown/MarkdownText.tsx';

export type Paper = {
  readonly instrument: Instrument;
  /** Code of the form's language. */
  readonly spoken: string;
  /** Empty blocks for each part that repeats. */
  readonly blocks: number;
};

export const PaperContext = createContext<Paper | null>(null);

export function usePaper(): Paper {
  const paper = useContext(PaperContext);
  if (!paper) throw new Error('a part of a printed questionnaire stands alone');
  return paper;
}

export function wordsOn({ instrument, spoken }: Paper, wording: Wording | undefined): string {
  const template = wording?.[spoken] ?? wording?.[instrument.languages[0]?.code ?? ''];
  return template === undefined ? '' : plain(template);
}

const plain = (template: Template): string =>
  typeof template === 'string'
    ? template
    : template.map(part => (typeof part === 'string' ? part : '………')).join('');

export function Words({ of }: { of: Wording | undefined }) {
  const words = wordsOn(usePaper(), of);
  return words === '' ? null : <MarkdownText text={words} />;
}

/** The choice's words with its code small beside them, for whoever types the sheet in. */
export function ChoiceWords({ row }: { row: ListRow }) {
  const label = wordsOn(usePaper(), row.label);
  return (
    <>
      {label !== '' && <MarkdownText text={label} />} <small class="paper-code">{row.code}</small>
    </>
  );
}
