// One page of a sheet as the kiosk shows it: one question in big steps, or those that belong together.
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../../domain/instrument/sheet/pages.ts';
import type { LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { lazy } from '../../lazy.tsx';
import { MarkdownText } from '../../parts/markdown/MarkdownText.tsx';
import { familyOf } from '../../parts/widgets/families.ts';
import { Widget } from '../../parts/widgets/Widget.tsx';
import { hasAppearance } from '../../parts/widgets/widget.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import type { QuestionsTogetherProps } from '../shown/QuestionsTogether.tsx';
import type { RemovePartProps } from '../shown/RemovePart.tsx';
import type { RepeatPageProps } from '../shown/RepeatPage.tsx';
import { KioskStem } from './KioskStem.tsx';

const QuestionsTogether = lazy<QuestionsTogetherProps>(() => import('../shown/QuestionsTogether.tsx'));
const RepeatPage = lazy<RepeatPageProps>(() => import('../shown/RepeatPage.tsx'));
const RemovePart = lazy<RemovePartProps>(() => import('../shown/RemovePart.tsx'));

export type KioskPageProps = {
  page: Page;
  sheet: Sheet;
  isLast: boolean;
  /** Takes no answer now. */
  closed: boolean;
  complaining: boolean;
  isSkipped: (question: LiveQuestion) => boolean;
  onNext: () => void;
  onSkip: (question: LiveQuestion) => void;
} & Pick<RepeatPageProps, 'onAdd'> &
  Pick<RemovePartProps, 'onRemove'>;

export function KioskPage(props: KioskPageProps) {
  const { page, sheet, closed, complaining, onNext, onAdd, onRemove } = props;
  const [question, ...others] = page.questions;
  if (page.kind === 'repeat')
    return (
      <RepeatPage
        repeat={page.repeat}
        closed={closed}
        onAdd={onAdd}
        onNext={onNext}
        {...(props.isLast && { nextLabel: kioskTexts().send })}
      />
    );
  if (!question) return null;
  const isInPart = question.key.includes('[');
  return (
    <>
      {others.length === 0 ? (
        <One {...props} question={question} />
      ) : (
        <>
          <PageHeading page={page} sheet={sheet} />
          <QuestionsTogether
            page={page}
            sheet={sheet}
            look="kiosk"
            closed={closed}
            complaining={complaining}
          />
          <Next {...props} />
        </>
      )}
      {isInPart && <RemovePart question={question} closed={closed} onRemove={onRemove} />}
    </>
  );
}

function PageHeading({ page, sheet }: Pick<KioskPageProps, 'page' | 'sheet'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} aria-describedby="progress">
      <MarkdownText text={page.group?.label.value ?? sheet.root.label.value} />
    </h1>
  );
}

function One(props: KioskPageProps & { question: LiveQuestion }) {
  const { page, sheet, question, closed, complaining, isSkipped, onNext, onSkip } = props;
  const isRequired = question.required.value;
  return (
    <>
      <KioskStem group={page.group} question={question} sheet={sheet} complaining={complaining} />
      <Widget question={question} sheet={sheet} look="kiosk" closed={closed} onAnswered={onNext} />
      {!goesByTap(question) ? (
        <Next {...props} />
      ) : (
        !isRequired && (
          <button
            type="button"
            class="button button--quiet kiosk-skip"
            aria-pressed={isSkipped(question)}
            disabled={closed}
            onClick={() => onSkip(question)}
          >
            {hasAppearance(question, 'kiosk-smileys') ? kioskTexts().notApplicable : kioskTexts().skip}
          </button>
        )
      )}
    </>
  );
}

/** A tap on one of its large choices answers it and goes on. */
export const goesByTap = (question: LiveQuestion): boolean =>
  question.node.type === 'select_one' &&
  familyOf(question.node, 'kiosk') === null &&
  !question.readonly.value;

function Next({ page, isLast, closed, onNext }: KioskPageProps) {
  const texts = kioskTexts();
  const isBlank =
    page.questions.length === 1 &&
    page.questions.every(
      ({ node, raw, required }) => node.type !== 'note' && raw.value === '' && !required.value,
    );
  return (
    <button
      type="button"
      class={isBlank && !isLast ? 'button kiosk-next' : 'button button--next kiosk-next'}
      disabled={closed}
      onClick={onNext}
    >
      {isLast ? texts.send : isBlank ? texts.skip : texts.goOn}
    </button>
  );
}
