// What one further questionnaire has yielded: how many sheets, the figures of its scoring, other answers, and words.
import type { FormResult } from '../../../../../protocol/office/form-result.ts';
import { formatNumber } from '../../../../text/date.ts';
import { inLanguage } from '../../../../text/language.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';
import { CountsPart, WordsPart } from './CountsPart.tsx';
import { hasHeld } from './has-held.ts';
import { LevelsPart } from './LevelsPart.tsx';
import { MeansPart } from './MeansPart.tsx';
import { NeedsPart } from './NeedsPart.tsx';
import { TestPart } from './TestPart.tsx';

export function FormPart({ form }: { form: FormResult }) {
  const id = `form-${form.code}`;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{inLanguage(form.title)}</h2>
      <FormBody form={form} />
    </section>
  );
}

function FormBody({ form }: { form: FormResult }) {
  const text = formResultTexts();
  const { responses, least_shown, suppressed, versions, figures, questions, comments } = form;
  if (responses === 0) return <p>{text.none}</p>;
  if (suppressed)
    return <p class="notice">{text.suppressed(formatNumber(responses), formatNumber(least_shown))}</p>;
  return (
    <>
      <p>
        {text.responses(formatNumber(responses))}{' '}
        {versions.length > 1 && <span class="soft">{text.versions(versions.join(', '))}</span>}
      </p>
      <FiguresPart form={form} />
      {questions.length > 0 && (
        <>
          <h3>{figures.is === 'none' ? text.countsPlain : text.counts}</h3>
          <CountsPart questions={questions} />
        </>
      )}
      {hasHeld(form) && <p class="soft small">{text.heldWhy(formatNumber(least_shown))}</p>}
      {comments && comments.length > 0 && <WordsPart comments={comments} />}
    </>
  );
}

function FiguresPart({ form: { figures, title } }: { form: FormResult }) {
  switch (figures.is) {
    case 'means':
      return <MeansPart figures={figures} title={inLanguage(title)} />;
    case 'key':
      return <TestPart figures={figures} />;
    case 'levels':
      return <LevelsPart figures={figures} />;
    case 'needs':
      return <NeedsPart figures={figures} />;
    case 'none':
      return null;
  }
}
