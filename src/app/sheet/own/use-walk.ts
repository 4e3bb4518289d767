// Walking through the pages of a person's own sheet: where it stands, and that nothing wrong is passed by unsaid.
import { useMemo, useState } from 'preact/hooks';
import { type Page, pagesOf } from '../../../domain/instrument/sheet/pages.ts';
import type { LiveRepeat } from '../../../domain/instrument/sheet/sheet.ts';
import { goToQuestion } from '../shown/QuestionsTogether.tsx';
import { standingAt } from '../standing.ts';
import { tidy } from '../tidy.ts';
import type { FormFilling } from './form-filling.ts';

export type Walk = {
  pages: readonly Page[];
  /** Index of the page shown. */
  place: number;
  page: Page | undefined;
  isLast: boolean;
  /** Somebody tried to leave the page shown with something wrong on it. */
  isComplaining: boolean;
  go: (place: number) => void;
  /** Only where nothing is wrong with the page shown. */
  next: () => void;
  add: (repeat: LiveRepeat) => void;
  remove: (repeat: LiveRepeat, index: number) => void;
};

export function useWalk(filling: FormFilling): Walk {
  const { sheet, draft } = filling;
  const walked = useMemo(() => pagesOf(sheet), [sheet]);
  const [tried, setTried] = useState<string | null>(null);
  const pages = walked.value;
  const place = standingAt(pages, draft.value);
  const page = pages[place];
  const go = (to: number) => {
    filling.stand({ step: to + 1, at: walked.peek()[to]?.key ?? '' });
    scrollTo(0, 0);
  };
  const next = () => {
    tidy(page?.questions ?? []);
    const wrong = page?.questions.find(question => question.violation.peek() !== null);
    setTried(wrong && page ? page.key : null);
    if (wrong) goToQuestion(wrong.key);
    else go(place + 1);
  };
  return {
    ...{ pages, place, page, go, next },
    isLast: place === pages.length - 1,
    isComplaining: page !== undefined && tried === page.key,
    add: repeat => {
      repeat.add();
      // Its pages come where "one more?" stood.
      go(place);
    },
    remove: (repeat, index) => {
      repeat.remove(index);
      go(standingAt(walked.peek(), draft.peek()));
    },
  };
}
