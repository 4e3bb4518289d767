// Adds a question of a common type: its words in every language, its choices, and where it stands.
import { useState } from 'preact/hooks';
import { ADDED_TYPES, type AddedType, addQuestion } from '../../../../../authoring/edit/add-question.ts';
import type { EditableForm } from '../../../../../authoring/edit/read-form.ts';
import { accepted } from '../../../../../domain/result.ts';
import { Field } from '../../../../parts/Field.tsx';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { type Option, SelectControl, TextControl } from '../../form/controls.tsx';
import { Form, type Values } from '../../form/Form.tsx';
import { Said } from '../../parts/Said.tsx';
import type { Editing } from './editing.ts';
import { wordsOf } from './item-words.ts';
import { scaleChoices } from './scale-choices.ts';

export function AddQuestion({ form, workbook, change }: Editing & { form: EditableForm }) {
  const text = instrumentTexts();
  const [type, setType] = useState<AddedType>('text');
  const [isAdded, setAdded] = useState(false);
  const languages = form.languages.map(one => one ?? '');
  const [first = ''] = languages;
  const isChosen = type === 'select_one' || type === 'select_multiple';

  const made = (values: Values) =>
    addQuestion(workbook, {
      type,
      label: Object.fromEntries(languages.map((one, index) => [one, values[`label_${index}`] ?? ''])),
      choices:
        type === 'scale'
          ? scaleChoices(languages)
          : linesOf(isChosen ? (values.choices ?? '') : '').map(line => ({ [first]: line })),
      isRequired: values.required === 'on',
      after: Number(values.place),
    });
  return (
    <>
      <Form
        submit={text.addQuestion}
        send={async values => accepted(made(values))}
        done={changed => {
          change(changed);
          setType('text');
          setAdded(true);
        }}
      >
        <SelectControl
          name="type"
          label={text.addType}
          options={ADDED_TYPES.map((one): Option => [one, text[`type_${one}`]])}
          chosen={type}
          onPick={picked => setType(ADDED_TYPES.find(one => one === picked) ?? 'text')}
        />
        {languages.map((language, index) => (
          <TextControl
            key={language}
            name={`label_${index}`}
            label={language === '' ? text.label : `${text.label} · ${language}`}
            required={index === 0}
            maxLength={1000}
          />
        ))}
        {isChosen && (
          <Field label={text.addChoices}>
            {control => <textarea {...control} name="choices" required maxLength={5000} rows={5} />}
          </Field>
        )}
        {type !== 'note' && (
          <label class="tick">
            <input type="checkbox" name="required" /> {text.mustAnswer}
          </label>
        )}
        <SelectControl name="place" label={text.addPlace} options={placesIn(form)} chosen="0" />
      </Form>
      <Said>{isAdded ? text.addDone : null}</Said>
    </>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');

/** By the row that it comes after. */
function placesIn({ items }: EditableForm): Option[] {
  const text = instrumentTexts();
  const places = items.map((item): Option => {
    const name = wordsOf(item) || item.name;
    return [String(item.row), item.kind === 'group' ? text.insideGroup(name) : text.afterItem(name)];
  });
  return [['0', text.atEnd], ...places];
}
