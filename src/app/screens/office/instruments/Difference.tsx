// What changed between two versions, in words; a long list is cut until somebody asks for the rest.
import { useState } from 'preact/hooks';
import type { Instrument } from '../../../../domain/instrument/definition.ts';
import type { Change } from '../../../../domain/instrument/difference.ts';
import { formatNumber } from '../../../text/date.ts';
import { instrumentTexts } from '../../../text/office/instruments/texts.ts';
import { changeWords } from './change-words.ts';

const AT_FIRST = 12;

type DifferenceProps = {
  changes: readonly Change[];
  after: Instrument;
  /** For the names of what was removed, where it is at hand. */
  before?: Instrument;
};

export function Difference({ changes, after, before }: DifferenceProps) {
  const text = instrumentTexts();
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) return <p>{text.differenceNone}</p>;
  const shown = isWhole ? changes : changes.slice(0, AT_FIRST);
  return (
    <div class="stack stack--tight">
      <ul class="instrument-changes">
        {shown.map(change => (
          <li key={JSON.stringify(change)}>{changeWords(change, after, before)}</li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" class="button button--quiet button--small" onClick={() => setWhole(true)}>
          {text.moreChanges(formatNumber(changes.length - shown.length))}
        </button>
      )}
    </div>
  );
}
