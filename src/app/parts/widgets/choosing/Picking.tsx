// A long list behind one field: type a few letters, or look through it. For one choice or several.
import { useId, useState } from 'preact/hooks';
import type { Offered } from '../../../../domain/instrument/sheet/sheet.ts';
import { formatNumber } from '../../../text/date.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { codesOf, hasAppearance, named, type WidgetProps } from '../widget.ts';
import { Chosen } from './Chosen.tsx';
import { findChoices } from './find-choices.ts';
import { plainText } from './plain-text.ts';
import { toggle } from './toggle.ts';
import './picking.css';

/** More than these nobody looks through. */
const MOST_SHOWN = 60;

export default function Picking(props: WidgetProps) {
  const { question, look, closed, onAnswered } = props;
  const isOne = question.node.type === 'select_one';
  const picker = usePicker(props);
  const { typed, isOpen, found, at } = picker;
  const listId = useId();
  const words = moreWidgetTexts();
  const offered = question.choices.value;
  const chosen = codesOf(question.value.value);
  const current = offered.find(one => isOne && one.row.code === chosen[0]);
  const pick = (one: Offered) => {
    question.answer(isOne ? one.row.code : toggle(question, one.row.code));
    picker.type('');
    if (!isOne) return;
    picker.close();
    if (hasAppearance(question, 'quick', 'auto-advance')) onAnswered();
  };
  return (
    <div class="widget-picking" onFocusOut={picker.leave}>
      {!isOne && <Chosen question={question} closed={closed} />}
      <div class="widget-picking-field">
        <input
          type="text"
          role="combobox"
          {...named(question)}
          class="input"
          autocomplete="off"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found[at] ? `${listId}-${at}` : undefined}
          inputMode={
            look === 'kiosk' && !hasAppearance(question, 'autocomplete', 'search') ? 'none' : 'search'
          }
          placeholder={words.pick}
          readOnly={closed === true}
          value={isOpen || !current ? typed : plainText(current.label)}
          onInput={event => picker.type(event.currentTarget.value)}
          onClick={picker.open}
          onKeyDown={event => picker.press(event, pick)}
        />
        <span class="widget-picking-sign" aria-hidden="true" />
      </div>
      {isOpen && <Found {...{ listId, found, at, chosen, isOne }} onPick={pick} />}
    </div>
  );
}

type FoundProps = {
  listId: string;
  found: readonly Offered[];
  /** Place of the one that the keyboard is at; -1: none. */
  at: number;
  chosen: readonly string[];
  isOne: boolean;
  onPick: (one: Offered) => void;
};

function Found({ listId, found, at, chosen, isOne, onPick }: FoundProps) {
  const words = moreWidgetTexts();
  const left = found.length - MOST_SHOWN;
  return (
    <div id={listId} role="listbox" aria-multiselectable={!isOne} class="widget-picking-list">
      {found.slice(0, MOST_SHOWN).map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as ARIA's combobox asks
        <div
          key={one.row.code}
          id={`${listId}-${index}`}
          role="option"
          class={index === at ? 'widget-picked is-at' : 'widget-picked'}
          data-choice={one.row.code}
          aria-selected={chosen.includes(one.row.code)}
          onPointerDown={event => event.preventDefault()}
          onClick={() => onPick(one)}
        >
          {plainText(one.label)}
        </div>
      ))}
      {found.length === 0 && <p class="soft">{words.nothingFound}</p>}
      {left > 0 && <p class="soft">{words.moreFound(formatNumber(left))}</p>}
    </div>
  );
}

function usePicker({ question, closed }: WidgetProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = findChoices(question.choices.value, typed);
  const open = () => setOpen(closed !== true);
  const close = () => {
    setOpen(false);
    setTyped('');
    setAt(-1);
  };
  const type = (text: string) => {
    setTyped(text);
    setAt(text === '' ? -1 : 0);
    open();
  };
  const press = (event: KeyboardEvent, pick: (one: Offered) => void) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const last = Math.min(found.length, MOST_SHOWN) - 1;
    if (step !== undefined) {
      event.preventDefault();
      open();
      setAt(Math.max(0, Math.min(last, at + step)));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const one = found[at];
      if (one) pick(one);
    } else if (event.key === 'Escape') close();
  };
  const leave = (event: FocusEvent) => {
    const into = event.relatedTarget;
    if (!(into instanceof Element && (event.currentTarget as Element).contains(into))) close();
  };
  return { typed, isOpen, found, at, open, close, type, press, leave };
}
