// The controls that the office's forms are made of, each with its label, hint and complaint.
import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { PASSWORD_MIN_LENGTH } from '../../../../protocol/limits.ts';
import { Field } from '../../../parts/Field.tsx';
import { officeTexts } from '../../../text/office/texts.ts';
import { useComplaint } from './Form.tsx';

type Labelled = { name: string; label: string; hint?: string | undefined };
type TextProps = Labelled & {
  [Attribute in Passed]?: InputHTMLAttributes<HTMLInputElement>[Attribute] | undefined;
};
type Passed =
  | 'type'
  | 'required'
  | 'maxLength'
  | 'pattern'
  | 'min'
  | 'max'
  | 'defaultValue'
  | 'autoComplete'
  | 'inputMode'
  | 'autoCapitalize'
  | 'spellcheck'
  | 'onBlur';

export function TextControl({ name, label, hint, ...rest }: TextProps) {
  const complaint = useComplaint(name);
  return (
    <Field label={label} hint={hint} complaint={complaint}>
      {control => <input {...control} autoComplete="off" {...given(rest)} name={name} />}
    </Field>
  );
}

/** Without what was left out. */
const given = (attributes: object): InputHTMLAttributes<HTMLInputElement> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

export type Option = readonly [value: string, label: string];

export function SelectControl(
  props: Labelled & { options: readonly Option[]; chosen?: string; onPick?: (value: string) => void },
) {
  const complaint = useComplaint(props.name);
  return (
    <Field label={props.label} hint={props.hint} complaint={complaint}>
      {control => (
        <select
          {...control}
          name={props.name}
          required
          onChange={event => props.onPick?.(event.currentTarget.value)}
        >
          {props.options.length !== 1 && <option value="">{officeTexts().choose}</option>}
          {props.options.map(([value, label]) => (
            <option key={value} value={value} selected={value === props.chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** `fresh`: a password that is being made, so its rule is told; else one that is asked for. */
export function PasswordControl(props: { label: string; fresh?: boolean; optional?: boolean }) {
  const text = officeTexts();
  const [shown, setShown] = useState(false);
  return (
    <div class="stack stack--tight">
      <SecretControl
        name="password"
        shown={shown}
        label={props.label}
        required={!props.optional}
        hint={props.fresh ? text.passwordRule(PASSWORD_MIN_LENGTH) : undefined}
        autoComplete={props.fresh ? 'new-password' : 'current-password'}
      />
      <ShowControl shown={shown} show={setShown} label={text.showPassword} />
    </div>
  );
}

type SecretProps = Labelled & Pick<TextProps, 'required' | 'autoComplete'> & { shown: boolean };

export const SecretControl = ({ shown, ...rest }: SecretProps) => (
  <TextControl
    {...rest}
    type={shown ? 'text' : 'password'}
    maxLength={200}
    autoCapitalize="none"
    spellcheck={false}
  />
);

export const ShowControl = (props: { shown: boolean; show: (shown: boolean) => void; label: string }) => (
  <label class="tick small">
    <input
      type="checkbox"
      checked={props.shown}
      onChange={event => props.show(event.currentTarget.checked)}
    />{' '}
    {props.label}
  </label>
);

/** The name that an account signs in with. */
export function UsernameControl() {
  const text = officeTexts();
  return (
    <TextControl
      name="username"
      label={text.username}
      hint={text.usernameRule}
      required
      pattern="[a-z0-9][a-z0-9._\-]{2,39}"
      maxLength={40}
      autoCapitalize="none"
      spellcheck={false}
    />
  );
}
