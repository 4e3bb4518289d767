// One question of the sheet: described levels, plain choices, or a text.
import type { Answer, Question, SelectOne, TextQuestion } from '../../../domain/instrument/instrument.ts';
import { formatNumber } from '../../text/date.ts';
import { inLanguage } from '../../text/language.ts';
import { supervisorTexts } from '../../text/supervisor/texts.ts';

type BlockProps<Q extends Question> = {
  number: number;
  question: Q;
  answer: Answer;
  complaint: string | null;
  onAnswer: (answer: Answer) => void;
};

export function QuestionBlock(props: BlockProps<Question>) {
  const { question } = props;
  return question.type === 'text' ? (
    <TextBlock {...props} question={question} />
  ) : (
    <ChoiceBlock {...props} question={question} />
  );
}

function ChoiceBlock({ number, question, answer, complaint, onAnswer }: BlockProps<SelectOne>) {
  const hasLevels = question.appearance === 'rubric';
  return (
    <fieldset class="block" id={`question-${question.code}`} data-question={question.code}>
      <legend>
        <Heading number={number} question={question} />
      </legend>
      <Complaint sentence={complaint} />
      <div class={hasLevels ? 'levels' : 'options'}>
        {question.choices.map((choice, index) => (
          <label key={choice.code} class="level" data-choice={choice.code}>
            <input
              type="radio"
              name={question.code}
              value={choice.code}
              checked={answer === choice.code}
              onChange={() => onAnswer(choice.code)}
            />
            <span>
              <strong>
                {hasLevels && `${index + 1} · `}
                {inLanguage(choice.label)}
              </strong>
              {choice.description && <span class="level-about">{inLanguage(choice.description)}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const NEAR_THE_END = 200;

function TextBlock({ number, question, answer, complaint, onAnswer }: BlockProps<TextQuestion>) {
  const id = `question-${question.code}`;
  const left = question.max_length - (answer?.length ?? 0);
  return (
    <div class="block" id={id} data-question={question.code}>
      <label for={`${id}-text`}>
        <Heading number={number} question={question} />
      </label>
      {question.hint && (
        <p class="soft" id={`${id}-hint`}>
          {inLanguage(question.hint)}
        </p>
      )}
      <Complaint sentence={complaint} />
      <textarea
        class="input"
        id={`${id}-text`}
        aria-describedby={question.hint ? `${id}-hint` : undefined}
        aria-invalid={complaint !== null}
        autocomplete="off"
        maxLength={question.max_length}
        value={answer ?? ''}
        onInput={event => onAnswer(event.currentTarget.value)}
      />
      {left <= NEAR_THE_END && <p class="soft small">{supervisorTexts().letters(formatNumber(left))}</p>}
    </div>
  );
}

const Heading = ({ number, question }: { number: number; question: Question }) => (
  <span class="block-heading">
    {number}. {inLanguage(question.label)}
    {!question.required && !question.hint && (
      <span class="soft block-optional"> ({supervisorTexts().optional})</span>
    )}
  </span>
);

const Complaint = ({ sentence }: { sentence: string | null }) =>
  sentence && (
    <p class="notice block-complaint">
      <strong>{sentence}</strong>
    </p>
  );
