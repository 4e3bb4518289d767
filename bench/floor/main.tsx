// The floor of every speed figure: the same survey in plain Preact, without storage, sync, languages or a service worker.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import './floor.css';

function Survey() {
  const [step, setStep] = useState(1);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const question = skm9.questions[step - 1];
  if (!question)
    return (
      <main>
        <h1>{skm9.title.id}</h1>
        <p>{skm9.notice?.text.id}</p>
        <button type="button" onClick={() => setStep(1)}>
          Mulai
        </button>
      </main>
    );
  return (
    <main>
      <p>
        {step} dari {skm9.questions.length - 1}
      </p>
      <h1>{question.hint?.id}</h1>
      {question.type === 'select_one' &&
        question.choices.map(choice => (
          <button
            type="button"
            key={choice.code}
            data-choice={choice.code}
            aria-pressed={answers[question.code] === choice.code}
            onClick={() => {
              setAnswers({ ...answers, [question.code]: choice.code });
              setTimeout(() => setStep(step + 1), 180);
            }}
          >
            {choice.label.id}
          </button>
        ))}
    </main>
  );
}

render(<Survey />, document.body);
