// An order by tapping: the first tapped is number 1. A second tap takes the number back; arrows move one up or down.
import type { Offered } from '../../../../domain/instrument/sheet/sheet.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { MarkdownText } from '../../markdown/MarkdownText.tsx';
import { plainText } from '../choosing/plain-text.ts';
import { codesOf, namedGroup, type WidgetProps } from '../widget.ts';
import { moveBy, rankNext } from './ranking.ts';

export function Rank({ question, closed }: WidgetProps) {
  const offered = question.choices.value;
  const ranked = codesOf(question.value.value);
  const answer = (codes: readonly string[]) => question.answer(codes.join(' ') || null);
  const words = moreWidgetTexts();
  return (
    <div {...namedGroup(question)} class="widget-rank">
      <p class="soft" role="status">
        {words.ranked(ranked.length, offered.length)}
      </p>
      {offered.map(one => (
        <Row
          key={one.row.code}
          one={one}
          place={ranked.indexOf(one.row.code) + 1}
          last={ranked.length}
          closed={closed}
          onTap={() => answer(rankNext(ranked, one.row.code))}
          onMove={by => answer(moveBy(ranked, one.row.code, by))}
        />
      ))}
    </div>
  );
}

type RowProps = {
  one: Offered;
  /** 1-based; 0 where it has none yet. */
  place: number;
  last: number;
  closed: boolean | undefined;
  onTap: () => void;
  onMove: (by: 1 | -1) => void;
};

function Row({ one, place, last, closed, onTap, onMove }: RowProps) {
  const words = moreWidgetTexts();
  const label = plainText(one.label);
  return (
    <div class={place > 0 ? 'widget-ranked is-placed' : 'widget-ranked'} data-choice={one.row.code}>
      <button
        type="button"
        class="widget-rank-choice"
        aria-pressed={place > 0}
        aria-label={place > 0 ? words.rankedAs(label, place) : label}
        disabled={closed}
        onClick={onTap}
      >
        <span class="widget-rank-place" aria-hidden="true">
          {place || ''}
        </span>
        <span>
          <MarkdownText text={one.label} />
        </span>
      </button>
      {place > 0 && (
        <>
          <Arrow
            sign="↑"
            says={words.moveUp(label)}
            closed={closed || place === 1}
            onTap={() => onMove(-1)}
          />
          <Arrow
            sign="↓"
            says={words.moveDown(label)}
            closed={closed || place === last}
            onTap={() => onMove(1)}
          />
        </>
      )}
    </div>
  );
}

type ArrowProps = { sign: string; says: string; closed: boolean | undefined; onTap: () => void };

/** At the end it stays, so that the focus does. */
const Arrow = ({ sign, says, closed, onTap }: ArrowProps) => (
  <button
    type="button"
    class="button widget-rank-arrow"
    aria-label={says}
    aria-disabled={closed}
    onClick={() => {
      if (!closed) onTap();
    }}
  >
    {sign}
  </button>
);
