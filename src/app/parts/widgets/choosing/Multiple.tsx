// Several choices of a list: a box each. A choice that goes with no other takes the rest away, and the rest takes it away.
import { useRef } from 'preact/hooks';
import { MarkdownText } from '../../markdown/MarkdownText.tsx';
import { layoutOf } from '../basic/layout.ts';
import { useDigits } from '../basic/use-digits.ts';
import { codesOf, namedGroup, type WidgetProps } from '../widget.ts';
import { toggle } from './toggle.ts';
import '../options/options.css';

export default function Multiple({ question, sheet, look, closed }: WidgetProps) {
  const group = useRef<HTMLDivElement>(null);
  useDigits(group, look !== 'page');
  const offered = question.choices.value;
  const chosen = codesOf(question.value.value);
  const lies = layoutOf(question);
  return (
    <div ref={group} {...namedGroup(question)} class={`widget-options ${lies.class}`} style={lies.style}>
      {offered.map(({ row, label }) => {
        const about = sheet.say(row.description);
        return (
          <label key={row.code} class="widget-option" data-choice={row.code}>
            <input
              type="checkbox"
              value={row.code}
              checked={chosen.includes(row.code)}
              disabled={closed}
              onChange={() => question.answer(toggle(question, row.code))}
            />
            <span>
              <MarkdownText text={label} />
              {about !== '' && (
                <span class="widget-about">
                  <MarkdownText text={about} />
                </span>
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}
