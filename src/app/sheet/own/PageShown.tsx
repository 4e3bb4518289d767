// One page of a person's own sheet: its heading, its questions, or whether there is one more of what repeats.
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../../domain/instrument/sheet/pages.ts';
import { MarkdownText } from '../../parts/markdown/MarkdownText.tsx';
import QuestionsTogether from '../shown/QuestionsTogether.tsx';
import RemovePart from '../shown/RemovePart.tsx';
import RepeatPage from '../shown/RepeatPage.tsx';
import type { FormFilling } from './form-filling.ts';
import type { Walk } from './use-walk.ts';

type PageShownProps = { page: Page; filling: FormFilling; walk: Walk };

export function PageShown({ page, filling, walk }: PageShownProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [question] = page.questions;
  const isInPart = question?.key.includes('[') ?? false;
  return (
    <section class="stack" data-page={page.key} aria-labelledby="sheet-page">
      {page.group && (
        <h2 ref={heading} tabIndex={-1} class="sheet-heading">
          <MarkdownText text={page.group.label.value} />
        </h2>
      )}
      {page.kind === 'repeat' ? (
        <RepeatPage
          repeat={page.repeat}
          onAdd={walk.add}
          onNext={walk.isLast ? null : walk.next}
          closed={false}
        />
      ) : (
        <QuestionsTogether
          page={page}
          sheet={filling.sheet}
          look="page"
          complaining={filling.checked.value || walk.isComplaining}
        />
      )}
      {question && isInPart && <RemovePart question={question} onRemove={walk.remove} />}
    </section>
  );
}
