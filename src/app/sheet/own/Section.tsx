// What a group holds, in the form's order: questions, sections, and parts that repeat.
import type { ComponentProps } from 'preact';
import type {
  LiveGroup,
  LiveNode,
  LiveQuestion,
  LiveRepeat,
} from '../../../domain/instrument/sheet/sheet.ts';
import { MarkdownText } from '../../parts/markdown/MarkdownText.tsx';
import { formatNumber } from '../../text/date.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import QuestionsTogether from '../shown/QuestionsTogether.tsx';
import { RemoveAt } from '../shown/RemovePart.tsx';
import { nameOf } from '../shown/RepeatPage.tsx';

type Shared = Omit<ComponentProps<typeof QuestionsTogether>, 'page'>;
type Level = 2 | 3;
type SectionProps = { group: LiveGroup; level: Level; shared: Shared };

export function Section({ group, level, shared }: SectionProps) {
  return (
    <>
      {stretchesOf(group.children).map(stretch => {
        if (Array.isArray(stretch))
          return <QuestionsTogether key={stretch[0]?.key} page={{ questions: stretch }} {...shared} />;
        if (stretch.kind === 'repeat')
          return <Parts key={stretch.key} repeat={stretch} level={level} shared={shared} />;
        return (
          <section key={stretch.key} class="stack sheet-section">
            <Heading level={level} text={stretch.label.value} />
            <Section group={stretch} level={3} shared={shared} />
          </section>
        );
      })}
    </>
  );
}

type Stretch = LiveQuestion[] | LiveGroup | LiveRepeat;

/** Questions that follow one another stay together, since some of them are one matrix. */
function stretchesOf(nodes: readonly LiveNode[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const node of nodes) {
    if (!node.relevant.value || (node.kind === 'question' && node.node.type === 'calculate')) continue;
    const last = stretches.at(-1);
    if (node.kind !== 'question') stretches.push(node);
    else if (Array.isArray(last)) last.push(node);
    else stretches.push([node]);
  }
  return stretches;
}

function Heading({ level, text }: { level: Level; text: string }) {
  const Tag = `h${level}` as const;
  return text === '' ? null : (
    <Tag class="sheet-heading">
      <MarkdownText text={text} />
    </Tag>
  );
}

function Parts({ repeat, level, shared }: { repeat: LiveRepeat; level: Level; shared: Shared }) {
  const texts = sheetTexts();
  const what = nameOf(repeat);
  return (
    <section class="stack sheet-section">
      {repeat.instances.value.map((instance, index) => (
        <section key={instance.key} class="card stack sheet-part" data-part={instance.key}>
          <Heading level={level} text={`${what} ${formatNumber(index + 1)}`} />
          <Section group={instance} level={3} shared={shared} />
          {repeat.isOpen && (
            <RemoveAt repeat={repeat} index={index} onRemove={(from, place) => from.remove(place)} />
          )}
        </section>
      ))}
      {repeat.isOpen && (
        <button type="button" class="button sheet-add" onClick={() => repeat.add()}>
          {texts.add(what)}
        </button>
      )}
    </section>
  );
}
