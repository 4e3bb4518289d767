// A free text that may stay empty; kept while it is typed, and gone from the screen with its person.
import type { TextQuestion } from '../../../domain/instrument/instrument.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import type { Filling } from './filling.ts';

const NEAR_THE_END = 200;

export function FreeText({ question, filling }: { question: TextQuestion; filling: Filling }) {
  const texts = kioskTexts();
  const text = filling.draft.value?.answers[question.code] ?? '';
  const left = question.max_length - text.length;
  const isClosed = !filling.settled.value || filling.chosen.value !== undefined;
  return (
    <form
      class="free-text"
      autocomplete="off"
      onSubmit={event => {
        event.preventDefault();
        filling.answer(question.code, text.trim() || null);
      }}
    >
      <textarea
        class="input"
        aria-labelledby="stem"
        autocomplete="off"
        rows={5}
        maxLength={question.max_length}
        value={text}
        onInput={event => filling.write(question.code, event.currentTarget.value)}
      />
      <p class="soft small" role="status">
        {left <= NEAR_THE_END ? texts.remaining(left) : ''}
      </p>
      <button type="submit" class="button button--next" disabled={isClosed}>
        {texts.send}
      </button>
    </form>
  );
}
