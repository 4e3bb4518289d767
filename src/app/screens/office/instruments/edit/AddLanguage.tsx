// Adds a translation: empty fields in one more language at every question.
import { useState } from 'preact/hooks';
import { addLanguage } from '../../../../../authoring/edit/add-language.ts';
import { accepted } from '../../../../../domain/result.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { TextControl } from '../../form/controls.tsx';
import { Form } from '../../form/Form.tsx';
import { Said } from '../../parts/Said.tsx';
import type { Editing } from './editing.ts';

export function AddLanguage({ workbook, change }: Editing) {
  const text = instrumentTexts();
  const [isAdded, setAdded] = useState(false);
  return (
    <>
      <Form
        submit={text.addLanguage}
        send={async ({ name = '', language_code = '' }) =>
          accepted(addLanguage(workbook, `${name} (${language_code.toLowerCase()})`))
        }
        done={changed => {
          change(changed);
          setAdded(true);
        }}
      >
        <div class="pair">
          <TextControl name="name" label={text.languageName} required maxLength={60} pattern="[^\(\):]+" />
          <TextControl
            name="language_code"
            label={text.languageCode}
            hint={text.languageCodeHint}
            required
            pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
            maxLength={20}
            autoCapitalize="none"
            spellcheck={false}
          />
        </div>
      </Form>
      <Said>{isAdded ? text.languageAdded : null}</Said>
    </>
  );
}
