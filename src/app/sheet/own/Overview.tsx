// All pages of a sheet at a glance: which are filled in, which need another look.
import type { Page } from '../../../domain/instrument/sheet/pages.ts';
import { plainText } from '../../parts/widgets/choosing/plain-text.ts';
import { formatNumber } from '../../text/date.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import { nameOf } from '../shown/RepeatPage.tsx';

type OverviewProps = {
  pages: readonly Page[];
  place: number;
  /** Finishing was tried: what is missing counts as wrong. */
  checked: boolean;
  onGo: (place: number) => void;
};

export function Overview({ pages, place, checked, onGo }: OverviewProps) {
  return (
    <ol class="sheet-overview">
      {pages.map((page, index) => (
        <li key={page.key}>
          <button
            type="button"
            class="card sheet-overview-page"
            aria-current={index === place ? 'step' : undefined}
            onClick={() => onGo(index)}
          >
            <span class="number">{formatNumber(index + 1)}</span>
            <strong>{titleOf(page, index)}</strong>
            <State page={page} checked={checked} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function titleOf(page: Page, index: number): string {
  if (page.kind === 'repeat') return nameOf(page.repeat);
  const [question, ...others] = page.questions;
  const label = others.length > 0 ? page.group?.label.value : question?.label.value;
  return plainText(label ?? '') || sheetTexts().untitled(formatNumber(index + 1));
}

function State({ page, checked }: { page: Page; checked: boolean }) {
  const texts = sheetTexts();
  const asked = page.questions.filter(({ node }) => node.type !== 'note');
  if (asked.length === 0) return null;
  const violations = asked.map(question => question.violation.value);
  if (violations.some(violation => violation !== null && (checked || violation !== 'required')))
    return <span class="tag tag--wait">! {texts.pageWrong}</span>;
  return asked.some(question => question.value.value !== '') ? (
    <span class="tag">✓ {texts.pageAnswered}</span>
  ) : (
    <span class="soft small">{texts.pageOpen}</span>
  );
}
