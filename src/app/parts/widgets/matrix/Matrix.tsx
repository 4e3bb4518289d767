// Several questions with the same choices as one table; on a narrow screen each row is a list again.
import type { LiveQuestion, Offered } from '../../../../domain/instrument/sheet/sheet.ts';
import { widgetTexts } from '../../../text/widgets/texts.ts';
import { MarkdownText } from '../../markdown/MarkdownText.tsx';
import { toggle } from '../choosing/toggle.ts';
import { complaintOf } from '../complaint.ts';
import { codesOf, idsOf, named } from '../widget.ts';
import type { MatrixProps } from './matrix-props.ts';
import './matrix.css';

/** More than these need a wide screen. */
const FEW_COLUMNS = 5;

export function Matrix({ run, sheet, look, closed, complaining }: MatrixProps) {
  const head = run.heading ?? run.rows[0];
  const offered = head?.choices.value ?? [];
  return (
    <section
      class={`widget widget-matrix widget--${look}`}
      aria-labelledby={run.heading ? idsOf(run.heading).label : undefined}
    >
      {run.heading && (
        <h2 id={idsOf(run.heading).label}>
          <MarkdownText text={run.heading.label.value} />
        </h2>
      )}
      <div
        class={`widget-matrix-table ${offered.length <= FEW_COLUMNS ? 'has-few' : 'has-many'}`}
        style={{ '--columns': `${offered.length}` }}
      >
        <div class="widget-matrix-head" aria-hidden="true">
          <span />
          {offered.map(one => (
            <span key={one.row.code}>
              <MarkdownText text={one.label} />
            </span>
          ))}
        </div>
        {run.rows.map(row => (
          <Row
            key={row.key}
            question={row}
            columns={offered}
            description={sheet.say(row.node.guidance)}
            closed={closed}
            complaint={complaining ? complaintOf(row) : null}
            isOptional={look !== 'kiosk' && !row.required.value}
          />
        ))}
      </div>
    </section>
  );
}

type RowProps = {
  question: LiveQuestion;
  columns: readonly Offered[];
  description: string;
  closed: boolean | undefined;
  complaint: string | null;
  isOptional: boolean;
};

function Row({ question, columns, description, closed, complaint, isOptional }: RowProps) {
  const ids = idsOf(question);
  const isOne = question.node.type === 'select_one';
  const isClosed = closed === true || question.readonly.value;
  const chosen = isOne ? [question.value.value] : codesOf(question.value.value);
  const own = new Map(question.choices.value.map(one => [one.row.code, one]));
  const hint = [question.hint.value, description].filter(Boolean).join(' ');
  return (
    <div
      class="widget-matrix-row"
      role={isOne ? 'radiogroup' : 'group'}
      {...named(question)}
      data-question={question.key}
    >
      <div class="widget-matrix-stem">
        <strong id={ids.label}>
          <MarkdownText text={question.label.value} />
        </strong>
        {isOptional && <span class="soft"> ({widgetTexts().optional})</span>}
        {hint !== '' && (
          <p class="soft small" id={ids.hint}>
            <MarkdownText text={hint} />
          </p>
        )}
        <p id={ids.wrong} role="alert" class={complaint === null ? 'hidden-visually' : 'notice'}>
          <strong>{complaint}</strong>
        </p>
        {!question.required.value && !isClosed && question.value.value !== '' && (
          <button type="button" class="button button--quiet" onClick={() => question.answer(null)}>
            {widgetTexts().clear}
          </button>
        )}
      </div>
      {columns.map(({ row }) => {
        const one = own.get(row.code);
        if (!one) return <span key={row.code} />;
        return (
          <label key={row.code} class="widget-matrix-cell" data-choice={row.code}>
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={question.key}
              value={row.code}
              checked={chosen.includes(row.code)}
              disabled={isClosed}
              onChange={() => question.answer(isOne ? row.code : toggle(question, row.code))}
            />
            <span>
              <MarkdownText text={one.label} />
            </span>
          </label>
        );
      })}
    </div>
  );
}
