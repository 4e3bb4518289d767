// Guards of filling in: one person's answers, the form's rules, what is kept and what goes.
import type { Mutant } from '../mutant.ts';

const kioskPages = 'test/app/screens/kiosk/pages.test.tsx';
const wholeSheet = 'test/app/sheet/whole-sheet.test.tsx';
const forms = 'test/app/screens/venue/forms.test.tsx';
const attachments = 'test/device/attachments.test.ts';
const views = 'test/device/views.test.ts';

export const fillingIn: readonly Mutant[] = [
  {
    file: 'src/app/screens/kiosk/filling.ts',
    find: 'this.complaining.value = page.questions.some(question => question.violation.peek() !== null);',
    replace: 'this.complaining.value = false;',
    test: kioskPages,
    title: 'stops going on, in its own words, until the answer fits',
  },
  {
    file: 'src/app/screens/kiosk/filling.ts',
    find: 'const wrong = isLast ? open.firstWrong() : -1;',
    replace: 'const wrong = -1;',
    test: kioskPages,
    title: 'that a later answer breaks leads back to its page at the end',
  },
  {
    file: 'src/app/screens/kiosk/filling.ts',
    find: '    this.open.value?.end();\n    this.open.value = null;\n',
    replace: '',
    test: 'test/app/screens/kiosk/filling.test.ts',
    title: 'when a person leaves, the sheet is let go of, and a late answer to it changes nothing',
  },
  {
    file: 'src/app/screens/kiosk/QuestionPage.tsx',
    find: 'if (event.detail > 0 && earlyPress.current) refuse(event);',
    replace: '',
    test: 'test/app/screens/kiosk/kiosk.test.tsx',
    title: 'pressed before the question had settled and released after it does not answer',
  },
  {
    file: 'src/app/sheet/standing.ts',
    find: 'return found >= 0 ? found : Math.max(0, Math.min(step, pages.length) - 1);',
    replace: 'return Math.max(0, found);',
    test: kioskPages,
    title: 'of a draft of an earlier build are found by their number',
  },
  {
    file: 'src/app/sheet/attachments.ts',
    find: '`${newId()}${endingOf(name)}`',
    replace: 'name',
    test: wholeSheet,
    title: 'files lie with the draft under names that tell nothing',
  },
  {
    file: 'src/app/sheet/repeats.ts',
    find: "node.raw.peek() !== ''",
    replace: 'false',
    test: wholeSheet,
    title: 'with something in them are asked about first',
  },
  {
    file: 'src/app/sheet/shown/QuestionsTogether.tsx',
    find: "question.violation.value !== 'required'",
    replace: 'true',
    test: wholeSheet,
    title: 'a wrong answer is told when it is left, a missing one when finishing is tried',
  },
  {
    file: 'src/app/sheet/own/Finishing.tsx',
    find: '{confirming === answers ? (',
    replace: '{confirming !== null ? (',
    test: forms,
    title: 'an answer after "finish" takes the question back',
  },
  {
    file: 'src/device/store/drafts.ts',
    find: "  await outbox.local.where('key').startsWith(fileKey(id, '')).delete();\n",
    replace: '',
    test: attachments,
    title: 'has gone from the disk after %s',
  },
  {
    file: 'src/device/create-tablet.ts',
    find: '  await dropDraft(means.outbox, draft);\n',
    replace: '',
    test: views,
    title: 'goes on with its own half-filled sheet, and drops one of another form',
  },
  {
    file: 'src/device/capture.ts',
    find: 'assignment_id === null && !beside',
    replace: 'assignment_id === null',
    test: views,
    title: 'a sheet of another form is a record of the event, and no response to its survey',
  },
];
