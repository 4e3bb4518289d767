// A change between two versions as a sentence for the officer.
import type { Instrument } from '../../../../domain/instrument/definition.ts';
import type { Change } from '../../../../domain/instrument/difference.ts';
import { instrumentTexts } from '../../../text/office/instruments/texts.ts';
import { nameOfNode } from './names.ts';

export function changeWords(change: Change, after: Instrument, before: Instrument = after): string {
  const text = instrumentTexts();
  switch (change.kind) {
    case 'added':
    case 'moved':
      return text[change.kind](nameOfNode(after, change.node));
    case 'removed':
      return text.removed(nameOfNode(before, change.node));
    case 'changed':
      return text.changed(nameOfNode(after, change.node), aspectWords(change, after));
    case 'choice_added':
      return text.choiceAdded(change.choice, change.list);
    case 'choice_removed':
      return text.choiceRemoved(change.choice, change.list);
    case 'choice_changed':
      return text.choiceChanged(change.choice, change.list);
    case 'choices_reordered':
      return text.choicesReordered(change.list);
    case 'setting_changed':
      return text.settingChanged(settingWords(change, after));
  }
}

function aspectWords(change: Extract<Change, { kind: 'changed' }>, instrument: Instrument): string {
  const text = instrumentTexts();
  const isOneOfMany = change.language !== undefined && instrument.languages.length > 1;
  return isOneOfMany ? text.wordingIn(languageName(instrument, change.language)) : text[change.of];
}

function settingWords(change: Extract<Change, { kind: 'setting_changed' }>, instrument: Instrument): string {
  const text = instrumentTexts();
  const setting = change.setting === 'anonymous' ? text.anonymousSetting : text[change.setting];
  return change.language === undefined || instrument.languages.length < 2
    ? setting
    : `${setting} (${languageName(instrument, change.language)})`;
}

const languageName = ({ languages }: Instrument, code: string | undefined): string =>
  languages.find(one => one.code === code)?.name ?? code ?? '';
