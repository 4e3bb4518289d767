// The questions and groups of a form in their order, each opening to be changed; below them what can be added.
import { useMemo } from 'preact/hooks';
import { moveItem, neighbourOf, removeQuestion, setRequired } from '../../../../../authoring/edit/change.ts';
import { type EditableForm, type FormItem, readForm } from '../../../../../authoring/edit/read-form.ts';
import { accepted } from '../../../../../domain/result.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { Ask } from '../../parts/Ask.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { AddLanguage } from './AddLanguage.tsx';
import { AddQuestion } from './AddQuestion.tsx';
import { Choices } from './Choices.tsx';
import type { Editing } from './editing.ts';
import { wordsOf } from './item-words.ts';
import { WordFields } from './WordFields.tsx';

export function Items({ workbook, change }: Editing) {
  const text = instrumentTexts();
  const form = useMemo(() => readForm(workbook), [workbook]);
  return (
    <>
      <ol class="plain edit-items">
        {form.items.map(item => (
          <li key={`${item.name} ${item.type}`} style={{ '--depth': item.depth }} data-name={item.name}>
            <Fold title={titleOf(item)}>
              <Item item={item} form={form} workbook={workbook} change={change} />
            </Fold>
          </li>
        ))}
      </ol>
      <Fold title={text.addQuestion}>
        <AddQuestion form={form} workbook={workbook} change={change} />
      </Fold>
      <Fold title={text.addLanguage}>
        <AddLanguage workbook={workbook} change={change} />
      </Fold>
    </>
  );
}

function titleOf(item: FormItem): string {
  const text = instrumentTexts();
  const words = wordsOf(item) || (item.kind === 'group' ? item.name : `${text.noLabel} ${item.name}`);
  return item.kind === 'group' ? `${text.group}: ${words}` : words;
}

type ItemProps = Editing & { item: FormItem; form: EditableForm };

function Item({ item, form, workbook, change }: ItemProps) {
  const text = instrumentTexts();
  const isAsked = item.kind === 'question' && !/^(note|calculate|hidden)\b/i.test(item.type);
  return (
    <>
      <p class="soft small breakable">
        {item.name} · {item.type}
      </p>
      <WordFields words={item.words} isGroup={item.kind === 'group'} workbook={workbook} change={change} />
      {item.list && <Choices list={item.list} form={form} workbook={workbook} change={change} />}
      {isAsked && (
        <label class="tick">
          <input
            type="checkbox"
            checked={item.isRequired}
            onChange={event => change(setRequired(workbook, item.row, event.currentTarget.checked))}
          />{' '}
          {text.mustAnswer}
        </label>
      )}
      <div class="row">
        {(['up', 'down'] as const).map(direction => (
          <button
            key={direction}
            type="button"
            class="button button--small"
            disabled={neighbourOf(form.items, item, direction) === undefined}
            aria-label={`${text[direction]}: ${wordsOf(item) || item.name}`}
            onClick={() => change(moveItem(workbook, item.row, direction))}
          >
            <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span> {text[direction]}
          </button>
        ))}
        {item.kind === 'question' && (
          <Ask
            label={text.remove}
            about={wordsOf(item) || item.name}
            question={text.removeAsk}
            act={async () => accepted(undefined)}
            done={() => change(removeQuestion(workbook, item.row))}
          />
        )}
      </div>
    </>
  );
}
