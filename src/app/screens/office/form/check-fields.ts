// Looks over a form before it is sent, in the reader's language rather than in the browser's.

export type FieldFault = 'missing' | 'outside' | 'mismatch';

/** Faults by the control's name, in the form's order; empty where everything may be sent. */
export function checkFields(form: HTMLFormElement): Map<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const control of form.elements) {
    if (!isControl(control) || !control.name || control.validity.valid) continue;
    faults.set(control.name, faultOf(control.validity));
  }
  return faults;
}

function faultOf(validity: ValidityState): FieldFault {
  if (validity.valueMissing || validity.badInput) return 'missing';
  return validity.rangeUnderflow || validity.rangeOverflow ? 'outside' : 'mismatch';
}

/** What was typed, by name. Blanks around it are nobody's intention, except in a password or passphrase. */
export function readFields(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') values[name] = name.startsWith('pass') ? value : value.trim();
  return values;
}

/** Puts the cursor where something is to be corrected. */
export function focusField(form: HTMLFormElement, name: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}

const isControl = (element: Element): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;
