// A name instead of a signature, for whom a finger on glass is no way to write.
import { useState } from 'preact/hooks';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';

type TypedNameProps = { id: string; closed: boolean | undefined; onName: (text: string) => void };

export function TypedName({ id, closed, onName }: TypedNameProps) {
  const [text, setText] = useState('');
  const words = moreWidgetTexts();
  return (
    <details class="widget-typed-name">
      <summary>{words.orTypeName}</summary>
      <div class="row">
        <label for={`${id}-name`}>{words.yourName}</label>
        <input
          id={`${id}-name`}
          class="input"
          autocomplete="off"
          maxLength={80}
          readOnly={closed === true}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          disabled={closed || text.trim() === ''}
          onClick={() => onName(text.trim())}
        >
          {words.useName}
        </button>
      </div>
    </details>
  );
}
