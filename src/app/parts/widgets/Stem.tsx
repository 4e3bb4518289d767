// What a question asks: its label as a heading, its hint, and what stands in the way of its answer.
import type { RefObject } from 'preact';
import type { LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { widgetTexts } from '../../text/widgets/texts.ts';
import { MarkdownText } from '../markdown/MarkdownText.tsx';
import { complaintOf } from './complaint.ts';
import { idsOf, type Look } from './widget.ts';

export type StemProps = {
  question: LiveQuestion;
  sheet: Sheet;
  look: Look;
  /** Shown before the label: "3". */
  number?: number | undefined;
  heading?: 'h1' | 'h2' | 'h3';
  headingRef?: RefObject<HTMLHeadingElement | null>;
  /** Say what is wrong with the answer: once the person has tried to go on, or has left the question. */
  complaining?: boolean;
};

/** Where a tap on the label should put the cursor. */
const TYPED = ['text', 'integer', 'decimal', 'barcode', 'acknowledge'];

export function Stem(props: StemProps) {
  const { question, sheet, look, number, heading: Heading = 'h2', headingRef } = props;
  const ids = idsOf(question);
  const hint = question.hint.value;
  const guidance = sheet.say(question.node.guidance);
  const label = <MarkdownText text={question.label.value} />;
  const isOptional = look !== 'kiosk' && question.node.type !== 'note' && !question.required.value;
  return (
    <div class="widget-stem">
      <Heading
        id={ids.label}
        class={question.node.type === 'note' ? 'widget-note' : undefined}
        ref={headingRef ?? null}
        tabIndex={headingRef ? -1 : undefined}
      >
        {number !== undefined && `${number}. `}
        {TYPED.includes(question.node.type) ? <label for={ids.control}>{label}</label> : label}
        {isOptional && !question.readonly.value && (
          <span class="soft widget-optional"> ({widgetTexts().optional})</span>
        )}
      </Heading>
      {hint !== '' && (
        <p class="soft" id={ids.hint}>
          <MarkdownText text={hint} />
        </p>
      )}
      {guidance !== '' && (
        <details class="small">
          <summary>{widgetTexts().guidance}</summary>
          <MarkdownText text={guidance} />
        </details>
      )}
      <Complaint {...props} />
    </div>
  );
}

function Complaint({ question, complaining }: StemProps) {
  const sentence = complaining ? complaintOf(question) : null;
  return (
    <p
      id={idsOf(question).wrong}
      role="alert"
      class={sentence === null ? 'hidden-visually' : 'notice widget-complaint'}
    >
      {sentence !== null && (
        <strong>
          <MarkdownText text={sentence} />
        </strong>
      )}
    </p>
  );
}
