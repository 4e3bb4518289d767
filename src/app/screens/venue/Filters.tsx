// Chips that show how many have each mark, and narrow the list to them.
import type { MarkCounts } from '../../../domain/attendance/mark.ts';
import { formatNumber } from '../../text/date.ts';
import { venueTexts } from '../../text/venue/texts.ts';
import { COUNTED, type Counted } from './counted.ts';

type FiltersProps = {
  counts: MarkCounts;
  total: number;
  chosen: Counted | 'all';
  onChoose: (filter: Counted | 'all') => void;
};

/** "All" and "not yet" first: they are what a facilitator looks for. */
const ORDER = ['all', 'unmarked', ...COUNTED.filter(one => one !== 'unmarked')] as const;

export function Filters({ counts, total, chosen, onChoose }: FiltersProps) {
  const texts = venueTexts();
  return (
    <fieldset class="filters">
      <legend class="hidden-visually">{texts.filter}</legend>
      {ORDER.map(filter => (
        <button
          key={filter}
          type="button"
          class="filter"
          data-filter={filter}
          aria-pressed={chosen === filter}
          onClick={() => onChoose(filter)}
        >
          {texts[filter]} <b class="number">{formatNumber(filter === 'all' ? total : counts[filter])}</b>
        </button>
      ))}
    </fieldset>
  );
}
