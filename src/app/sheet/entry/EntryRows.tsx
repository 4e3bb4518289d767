// The whole sheet as one list in the order of the paper: questions, headings, and parts that repeat.
import type { LiveGroup, LiveRepeat } from '../../../domain/instrument/sheet/sheet.ts';
import { MarkdownText } from '../../parts/markdown/MarkdownText.tsx';
import { formatNumber } from '../../text/date.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import { RemoveAt } from '../shown/RemovePart.tsx';
import { nameOf } from '../shown/RepeatPage.tsx';
import { EntryRow } from './EntryRow.tsx';
import type { Entry } from './entry.ts';
import { addKey } from './stops.ts';

type EntryRowsProps = {
  entry: Entry;
  group: LiveGroup;
  /** By answer key. */
  numbers: ReadonlyMap<string, number>;
};

export function EntryRows({ entry, group, numbers }: EntryRowsProps) {
  const { sheet, checked } = entry.filling;
  const shown = group.children.filter(node => node.relevant.value);
  return (
    <>
      {shown.map(node => {
        if (node.kind === 'repeat')
          return <EntryParts key={node.key} entry={entry} repeat={node} numbers={numbers} />;
        if (node.kind === 'group')
          return (
            <section key={node.key} class="entry-group">
              <Heading text={node.label.value} />
              <EntryRows entry={entry} group={node} numbers={numbers} />
            </section>
          );
        if (node.node.type === 'calculate') return null;
        return (
          <EntryRow
            key={node.key}
            question={node}
            sheet={sheet}
            number={numbers.get(node.key)}
            complaining={checked.value}
          />
        );
      })}
    </>
  );
}

const Heading = ({ text }: { text: string }) =>
  text === '' ? null : (
    <h2 class="entry-heading">
      <MarkdownText text={text} />
    </h2>
  );

type EntryPartsProps = Omit<EntryRowsProps, 'group'> & { repeat: LiveRepeat };

function EntryParts({ entry, repeat, numbers }: EntryPartsProps) {
  const what = nameOf(repeat);
  return (
    <section class="entry-group">
      {repeat.instances.value.map((instance, index) => (
        <section key={instance.key} class="entry-part" data-part={instance.key}>
          <Heading text={`${what} ${formatNumber(index + 1)}`} />
          <EntryRows entry={entry} group={instance} numbers={numbers} />
          {repeat.isOpen && (
            <RemoveAt repeat={repeat} index={index} onRemove={(from, place) => from.remove(place)} />
          )}
        </section>
      ))}
      {repeat.isOpen && (
        <button
          type="button"
          class="button sheet-add"
          data-stop={addKey(repeat)}
          onClick={() => entry.add(repeat)}
        >
          {sheetTexts().add(what)}
        </button>
      )}
    </section>
  );
}
