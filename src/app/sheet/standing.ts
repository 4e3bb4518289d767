// Where in a sheet's pages a filling stands, and how far that is.
import type { Page } from '../../domain/instrument/sheet/pages.ts';
import type { LiveQuestion } from '../../domain/instrument/sheet/sheet.ts';

/** Index of the page that a draft was left at; where an answer has taken it away, what is at its place now. */
export function standingAt(pages: readonly Page[], { at, step }: { at?: string; step: number }): number {
  const found = pages.findIndex(page => page.key === at);
  return found >= 0 ? found : Math.max(0, Math.min(step, pages.length) - 1);
}

/** `asked` of `total`, counting pages that ask something; null on a last page for words that may be left out. */
export function progressOf(pages: readonly Page[], index: number): { asked: number; total: number } | null {
  const asking = pages.flatMap((page, place) => (asks(page) ? [place] : []));
  const last = asking.at(-1);
  if (last !== undefined && asking.length > 1 && isExtra(pages[last])) {
    if (index >= last) return null;
    asking.pop();
  }
  const asked = asking.filter(place => place <= index).length;
  return { asked: Math.max(1, asked), total: asking.length };
}

const asks = ({ questions }: Page): boolean => questions.some(({ node }) => node.type !== 'note');

/** "Suggestions, if you have any". */
function isExtra(page: Page | undefined): boolean {
  const [question, ...others] = page?.questions ?? [];
  return question?.node.type === 'text' && others.length === 0 && !question.required.value;
}

/** The first page that holds a question in the way of finishing, or -1: what no page shows stands in nobody's way. */
export function firstWrong(pages: readonly Page[], wrong: readonly LiveQuestion[]): number {
  return pages.findIndex(({ questions }) => questions.some(question => wrong.includes(question)));
}
