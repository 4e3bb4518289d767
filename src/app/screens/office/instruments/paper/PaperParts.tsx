// Groups, repeated parts, matrices and questions of a printed questionnaire.
import type { ListRow } from '../../../../../domain/instrument/definition.ts';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import type { PaperPart, PaperQuestion } from './outline.ts';
import { PaperAnswer } from './PaperAnswer.tsx';
import { ChoiceWords, usePaper, Words, wordsOn } from './paper-words.tsx';

type Of<K extends PaperPart['kind']> = Extract<PaperPart, { kind: K }>;

export const PaperParts = ({ parts }: { parts: readonly PaperPart[] }) => (
  <>
    {parts.map(part => (
      <Part key={part.kind === 'matrix' ? part.rows[0]?.node.code : part.node.code} part={part} />
    ))}
  </>
);

function Part({ part }: { part: PaperPart }) {
  switch (part.kind) {
    case 'question':
      return <Question question={part} />;
    case 'matrix':
      return <Matrix matrix={part} />;
    case 'group':
      return <Group group={part} />;
    case 'repeat':
      return <Repeat repeat={part} />;
  }
}

function Group({ group: { node, parts } }: { group: Of<'group'> }) {
  return (
    <section>
      {node.label && (
        <h2 class="paper-group">
          <Words of={node.label} />
        </h2>
      )}
      {node.relevant !== undefined && <p class="paper-if">{instrumentTexts().onlyIfPart}</p>}
      <PaperParts parts={parts} />
    </section>
  );
}

function Repeat({ repeat: { node, parts } }: { repeat: Of<'repeat'> }) {
  const text = instrumentTexts();
  const paper = usePaper();
  const label = wordsOn(paper, node.label);
  return (
    <section>
      {node.relevant !== undefined && <p class="paper-if">{text.onlyIfPart}</p>}
      {Array.from({ length: paper.blocks }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty blocks have no other identity
        <section key={index} class="paper-block">
          <h2 class="paper-group">
            {label === '' ? text.part(formatNumber(index + 1)) : `${label} ${formatNumber(index + 1)}`}
          </h2>
          <PaperParts parts={parts} />
        </section>
      ))}
    </section>
  );
}

function Question({ question: { node, number } }: { question: PaperQuestion }) {
  return (
    <div class="paper-question" data-code={node.code}>
      <p class={node.type === 'note' ? '' : 'paper-label'}>
        {number !== null && `${formatNumber(number)}. `}
        <Words of={node.label ?? node.hint} />
        <Marks question={node} />
      </p>
      {node.label && node.hint && (
        <p class="paper-hint">
          <Words of={node.hint} />
        </p>
      )}
      <PaperAnswer node={node} />
    </div>
  );
}

function Marks({ question }: { question: PaperQuestion['node'] }) {
  const text = instrumentTexts();
  return (
    <>
      {question.required === true && <small class="paper-mark"> ({text.required})</small>}
      {question.relevant !== undefined && <small class="paper-mark"> {text.onlyIf}</small>}
    </>
  );
}

function Matrix({ matrix: { heading, rows } }: { matrix: Of<'matrix'> }) {
  const { instrument } = usePaper();
  const list = (heading ?? rows[0]?.node)?.list ?? '';
  const choices: readonly ListRow[] = instrument.lists[list] ?? [];
  return (
    <table class="paper-matrix">
      <thead>
        <tr>
          <th scope="col">{heading && <Words of={heading.label} />}</th>
          {choices.map(row => (
            <th key={row.code} scope="col">
              <ChoiceWords row={row} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ node, number }) => (
          <tr key={node.code}>
            <th scope="row">
              {number !== null && `${formatNumber(number)}. `}
              <Words of={node.label} />
              <Marks question={node} />
            </th>
            {choices.map(row => (
              <td key={row.code}>
                <span class={node.type === 'select_one' ? 'paper-circle' : 'paper-box'} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
