// Where the answer goes on paper: circles, boxes, a scale, or lines to write on.
import type { QuestionNode } from '../../../../../domain/instrument/definition.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { ChoiceWords, usePaper } from './paper-words.tsx';

export function PaperAnswer({ node }: { node: QuestionNode }) {
  switch (node.type) {
    case 'note':
      return null;
    case 'select_one':
    case 'select_multiple':
    case 'rank':
      return <Choices node={node} />;
    case 'range':
      return <Scale node={node} />;
    case 'acknowledge':
      return <span class="paper-box" />;
    case 'date':
      return <Cells groups={[2, 2, 4]} />;
    case 'time':
      return <Cells groups={[2, 2]} />;
    case 'dateTime':
      return <Cells groups={[2, 2, 4, 2, 2]} />;
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return <Attached node={node} />;
    case 'integer':
    case 'decimal':
      return <span class="paper-line paper-line--short" />;
    default:
      return <Lines count={isLong(node) ? 4 : 1} />;
  }
}

/** Longer lists are not printed: the answer is written. */
const MOST_CHOICES = 40;

function Choices({ node }: { node: QuestionNode }) {
  const text = instrumentTexts();
  const { instrument } = usePaper();
  const rows = instrument.lists[node.list ?? ''] ?? [];
  if (rows.length > MOST_CHOICES) return <Lines count={1} />;
  const mark = { select_one: 'paper-circle', select_multiple: 'paper-box', rank: 'paper-box' };
  const hint = { select_one: '', select_multiple: text.chooseMany, rank: text.rankHint };
  const type = node.type as keyof typeof mark;
  return (
    <>
      {hint[type] !== '' && <p class="paper-hint">{hint[type]}</p>}
      <ul class="paper-choices" data-wide={isWide(node)}>
        {rows.map(row => (
          <li key={row.code}>
            <span class={mark[type]} />
            <span>
              <ChoiceWords row={row} />
            </span>
          </li>
        ))}
      </ul>
      {node.or_other && (
        <p>
          {text.otherWords} <span class="paper-line paper-line--short" />
        </p>
      )}
    </>
  );
}

/** Scales stand side by side. */
const isWide = ({ appearance }: QuestionNode): boolean =>
  appearance?.some(token => token === 'likert' || token === 'kiosk-smileys' || token.startsWith('columns')) ??
  false;

/** More do not fit beside one another. */
const MOST_STEPS = 13;

function Scale({ node }: { node: QuestionNode }) {
  const { start = '1', end = '10', step = '1' } = node.parameters ?? {};
  const [from, to, by] = [Number(start), Number(end), Math.abs(Number(step))];
  const count = Math.floor(Math.abs(to - from) / by) + 1;
  if (!(count >= 1 && count <= MOST_STEPS))
    return (
      <p>
        {start}–{end}: <span class="paper-line paper-line--short" />
      </p>
    );
  const way = to < from ? -by : by;
  return (
    <ul class="paper-choices paper-scale" data-wide="true">
      {Array.from({ length: count }, (_, index) => Number((from + index * way).toFixed(10))).map(value => (
        <li key={value}>
          <span class="paper-circle" />
          <span>{value}</span>
        </li>
      ))}
    </ul>
  );
}

/** One box a digit. */
const Cells = ({ groups }: { groups: readonly number[] }) => (
  <span class="paper-cells" dir="ltr">
    {groups.map((size, group) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: empty boxes have no other identity
      <span key={group}>
        {Array.from({ length: size }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty boxes have no other identity
          <span key={index} class="paper-box" />
        ))}
      </span>
    ))}
  </span>
);

function Attached({ node }: { node: QuestionNode }) {
  const text = instrumentTexts();
  const isDrawn = node.appearance?.some(token => ['signature', 'draw', 'annotate'].includes(token));
  if (isDrawn)
    return <span class="paper-sign">{node.appearance?.includes('signature') && text.signHere}</span>;
  return <p class="paper-hint">{text.attachHint}</p>;
}

const LONG = 200;
const isLong = (node: QuestionNode): boolean =>
  node.type === 'text' &&
  ((node.max_length ?? 0) >= LONG || (node.appearance?.includes('multiline') ?? false));

const Lines = ({ count }: { count: number }) => (
  <>
    {Array.from({ length: count }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no other identity
      <span key={index} class="paper-line" />
    ))}
  </>
);
