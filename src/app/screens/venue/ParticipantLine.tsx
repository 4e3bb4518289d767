// One person of the list: a single tap for "present"; a tap on the mark shows all five.
import { MARKS, type Mark } from '../../../domain/attendance/mark.ts';
import type { ParticipantRow } from '../../../protocol/feed.ts';
import { MarkSign } from '../../parts/MarkSign.tsx';
import { venueTexts } from '../../text/venue/texts.ts';

type ParticipantLineProps = {
  person: ParticipantRow;
  mark: Mark | null;
  isOpen: boolean;
  onToggle: () => void;
  onMark: (mark: Mark) => void;
};

export function ParticipantLine({ person, mark, isOpen, onToggle, onMark }: ParticipantLineProps) {
  const texts = venueTexts();
  return (
    <li class="person" data-participant={person.id} data-mark={mark ?? 'unmarked'}>
      <div class="person-line">
        <div class="person-name">
          <strong>{person.name}</strong>
          <span class="soft small">
            {[person.nip && <span class="number">{person.nip}</span>, person.position]
              .filter(Boolean)
              .flatMap((part, index) => (index > 0 ? [' · ', part] : [part]))}
          </span>
        </div>
        {!mark && !isOpen && (
          <button
            type="button"
            class="button person-present"
            aria-label={texts.nowMarked(person.name, texts.present)}
            onClick={() => onMark('present')}
          >
            {texts.present}
          </button>
        )}
        <button
          type="button"
          class={mark ? `button mark mark--${mark}` : 'button person-other'}
          aria-expanded={isOpen}
          aria-label={
            mark
              ? `${texts.nowMarked(person.name, texts[mark])}. ${texts.choose(person.name)}`
              : texts.choose(person.name)
          }
          onClick={onToggle}
        >
          {mark ? (
            <>
              <MarkSign mark={mark} /> {texts[mark]}
            </>
          ) : (
            <span aria-hidden="true">⋯</span>
          )}
        </button>
      </div>
      {isOpen && (
        <fieldset class="person-marks">
          <legend class="hidden-visually">{texts.choose(person.name)}</legend>
          {MARKS.map(one => (
            <button
              key={one}
              type="button"
              class={`button mark mark--${one}`}
              aria-pressed={mark === one}
              onClick={() => onMark(one)}
            >
              <MarkSign mark={one} /> {texts[one]}
            </button>
          ))}
        </fieldset>
      )}
    </li>
  );
}
