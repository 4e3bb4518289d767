// The live sheet of the one person at the kiosk, with its pages and what was skipped in it.
import type { ReadonlySignal } from '@preact/signals';
import type { Draft } from '../../../device/tablet.ts';
import type { Answers } from '../../../domain/instrument/definition.ts';
import { type Page, pagesOf } from '../../../domain/instrument/sheet/pages.ts';
import type { LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { followAnswers, keptAnswers, skippedIn } from '../../sheet/kept-answers.ts';
import type { SheetMaker } from '../../sheet/sheet-maker.ts';
import { firstWrong, standingAt } from '../../sheet/standing.ts';
import { tidy } from '../../sheet/tidy.ts';

export class OpenSheet {
  readonly sheet: Sheet;
  readonly pages: ReadonlySignal<readonly Page[]>;
  readonly #skipped: Set<string>;
  readonly #stop: () => void;

  /** `changed`: after every change of an answer. */
  constructor(makeSheet: SheetMaker, { answers, language }: Draft, changed: () => void) {
    this.sheet = makeSheet({ answers, ...(language !== undefined && { language }) });
    this.pages = pagesOf(this.sheet);
    this.#skipped = skippedIn(answers);
    this.#stop = followAnswers(this.sheet, changed);
  }

  answers(): Answers {
    return keptAnswers(this.sheet, this.#skipped);
  }

  standing(draft: Draft): number {
    return standingAt(this.pages.value, draft);
  }

  /** What a draft says of standing there. */
  at(place: number): Pick<Draft, 'step'> & { at: string } {
    return { step: place + 1, at: this.pages.value[place]?.key ?? '' };
  }

  tidy({ questions }: Page): void {
    tidy(questions);
  }

  skip(question: LiveQuestion): void {
    this.#skipped.add(question.key);
    question.answer(null);
  }

  isSkipped(question: LiveQuestion): boolean {
    return this.#skipped.has(question.key) && question.raw.value === '';
  }

  firstWrong(): number {
    tidy(this.sheet.questions());
    return firstWrong(this.pages.value, this.sheet.violations());
  }

  end(): void {
    this.#stop();
    this.sheet.end();
  }
}
