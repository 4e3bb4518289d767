// What a clerk reads while typing in sheets from paper, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  title: 'Entry from paper',
  typed: count => `Typed in this sitting: ${count}`,
  saved: count => `Sheet ${count} saved.`,
  save: 'Save, next sheet',
  saving: 'Saving …',
  empty: 'This sheet is still empty. Fill it in first, then save.',
  keys: 'Keyboard keys',
  answerKeys: '1–9 or letters of the code',
  answer: 'choose an answer and go straight to the next question',
  emptyKeys: '0 or Backspace',
  clear: 'empty the choice',
  nextKeys: 'Enter',
  next: 'on to the next question, also after numbers, texts and several choices',
  backKeys: 'Shift+Enter or ↑',
  back: 'back',
  addKeys: '+',
  add: 'add a part, while the Add button is in focus',
  saveKeys: 'Ctrl+Enter',
};
export default texts;
