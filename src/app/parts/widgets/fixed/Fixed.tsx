// A value that cannot be changed here: computed, or only shown.
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { namedGroup, type WidgetProps } from '../widget.ts';
import { fixedLines } from './fixed-lines.ts';
import './fixed.css';

export default function Fixed({ question }: WidgetProps) {
  const lines = fixedLines(question);
  return (
    <div {...namedGroup(question)} class="widget-fixed">
      {lines.length === 0 && <p class="soft">{moreWidgetTexts().nothing}</p>}
      {lines.map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}
