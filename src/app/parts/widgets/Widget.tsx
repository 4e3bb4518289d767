// The way to answer one question, chosen by its type and appearance. Label, hint and complaint are the stem's.
import { useEffect, useState } from 'preact/hooks';
import { widgetTexts } from '../../text/widgets/texts.ts';
import { Buttons } from './basic/Buttons.tsx';
import { Text } from './basic/Text.tsx';
import { type Family, familyOf, loadFamily, widgetOf } from './families.ts';
import { hasAppearance, idsOf, type WidgetProps } from './widget.ts';
import './widgets.css';

/** A note, and what is asked only for its label (`label`), has nothing to answer with. */
export function Widget(props: WidgetProps) {
  const { question, look } = props;
  const { type, appearance, calculation } = question.node;
  if (type === 'calculate' || (type === 'note' && calculation === undefined)) return null;
  const isFixed = type === 'note' || question.readonly.value;
  return (
    <div class={`widget widget--${look}`} data-widget={type} data-appearance={appearance?.join(' ')}>
      {isFixed ? <Arriving family="fixed" {...props} /> : <Answering {...props} />}
      {!isFixed && isClearable(props) && <Clear {...props} />}
    </div>
  );
}

function Answering(props: WidgetProps) {
  const { question, look } = props;
  const family = familyOf(question.node, look);
  if (family) return <Arriving family={family} {...props} />;
  if (question.node.type === 'select_one')
    return hasAppearance(question, 'label') ? null : <Buttons {...props} />;
  return <Text {...props} />;
}

/** Without `loadWidgets` before, it comes when it is there. */
function Arriving({ family, ...props }: WidgetProps & { family: Family }) {
  const [error, setError] = useState<unknown>(null);
  const Found = widgetOf(family);
  useEffect(() => {
    loadFamily(family).catch(setError);
  }, [family]);
  if (error) throw error;
  return Found ? <Found {...props} /> : <div aria-busy="true" />;
}

/** These are cleared where they stand. */
const CLEARED_BY_HAND = [
  'text',
  'select_multiple',
  'acknowledge',
  'integer',
  'decimal',
  'image',
  'audio',
  'video',
  'file',
];

function isClearable({ question, look }: WidgetProps): boolean {
  const { type } = question.node;
  if (question.required.value || question.raw.value === '' || CLEARED_BY_HAND.includes(type)) return false;
  return !(look === 'kiosk' && type === 'select_one' && !hasAppearance(question, 'minimal', 'autocomplete'));
}

function Clear({ question, closed }: WidgetProps) {
  const clear = () => {
    question.answer(null);
    // The button goes away with the answer; the keyboard stays at the question.
    const control = document.getElementById(idsOf(question).control);
    (control?.matches('input')
      ? control
      : control?.querySelector<HTMLElement>('input, button, select')
    )?.focus();
  };
  return (
    <button type="button" class="button button--quiet widget-clear" disabled={closed} onClick={clear}>
      {widgetTexts().clear}
    </button>
  );
}
