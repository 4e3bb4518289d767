// Shows the questions of a small sheet as a screen would, and acts on them as a person would.
import { Fragment, render } from 'preact';
import { act } from 'preact/test-utils';
import { type Attachments, AttachmentsContext } from '../../../../src/app/parts/widgets/attachments.ts';
import { loadWidgets } from '../../../../src/app/parts/widgets/families.ts';
import { MatrixLater } from '../../../../src/app/parts/widgets/matrix/MatrixLater.tsx';
import { runsOf } from '../../../../src/app/parts/widgets/runs.ts';
import { Stem } from '../../../../src/app/parts/widgets/Stem.tsx';
import { Widget } from '../../../../src/app/parts/widgets/Widget.tsx';
import type { Look } from '../../../../src/app/parts/widgets/widget.ts';
import type { Instrument } from '../../../../src/domain/instrument/definition.ts';
import { questionOf, sheetOf } from './instrument-of.ts';

type Options = {
  look?: Look;
  answers?: Record<string, string>;
  complaining?: boolean;
  closed?: boolean;
  attachments?: Attachments;
};

const open: (() => void)[] = [];

/** Takes away what the tests of a file have shown; call it after each. */
export function takeAway(): void {
  for (const end of open.splice(0)) end();
}

export async function showWidgets(instrument: Instrument, options: Options = {}) {
  const { look = 'page', answers = {}, complaining = false, closed, attachments } = options;
  await loadWidgets(instrument);
  const sheet = sheetOf(instrument, answers);
  const root = document.createElement('div');
  document.body.append(root);
  let answered = 0;
  const screen = (
    <AttachmentsContext.Provider value={attachments ?? null}>
      {runsOf(sheet.questions()).map(run =>
        run.kind === 'matrix' ? (
          <MatrixLater key="matrix" run={run} sheet={sheet} look={look} complaining={complaining} />
        ) : (
          <Fragment key={run.question.key}>
            <Stem question={run.question} sheet={sheet} look={look} complaining={complaining} />
            <Widget
              {...{ question: run.question, sheet, look, closed }}
              onAnswered={() => {
                answered++;
              }}
            />
          </Fragment>
        ),
      )}
    </AttachmentsContext.Provider>
  );
  await act(() => render(screen, root));
  open.push(() => {
    void act(() => render(null, root));
    root.remove();
    sheet.end();
  });
  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`nothing fits ${selector}: ${root.innerHTML}`);
    return found;
  };
  const button = (words: string) => {
    const all = [...root.querySelectorAll('button')];
    const found = all.find(one => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(words));
    if (!found) throw new Error(`no button says "${words}": ${root.textContent}`);
    return found;
  };
  return {
    ...{ sheet, root, find, button },
    raw: (key: string) => questionOf(sheet, key).raw.value,
    text: () => root.textContent ?? '',
    answered: () => answered,
    /** The control of a choice. */
    choice: (code: string) => find(`[data-choice="${code}"]`),
    async tap(target: string | HTMLElement) {
      const element = typeof target === 'string' ? button(target) : target;
      await act(() => (element.querySelector('input') ?? element).click());
    },
    async type(target: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string) {
      await act(() => {
        target.value = text;
        target.dispatchEvent(
          new Event(target instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
        );
      });
    },
    async press(target: EventTarget, key: string) {
      await act(() => {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      });
    },
    /** Lets what is on its way arrive. */
    arrive: () =>
      act(async () => {
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      }),
  };
}
