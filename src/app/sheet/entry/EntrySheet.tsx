// One empty or half-typed sheet from paper, with the keyboard on its first open question.
import { useEffect, useMemo } from 'preact/hooks';
import { useAttempt } from '../../app-context.ts';
import { AttachmentsContext } from '../../parts/widgets/attachments.ts';
import { entryTexts } from '../../text/entry/texts.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import { FillingHead } from '../own/FillingHead.tsx';
import type { FormFilling } from '../own/form-filling.ts';
import { numbersIn } from '../own/numbers.ts';
import { EntryRows } from './EntryRows.tsx';
import { Entry } from './entry.ts';
import type { HeldKeys } from './held-keys.ts';
import { press } from './press.ts';
import { SAVE } from './stops.ts';
import '../shown/sheet.css';
import './entry.css';

type EntrySheetProps = { filling: FormFilling; held: HeldKeys; onSaved: () => void };

export function EntrySheet({ filling, held, onSaved }: EntrySheetProps) {
  const attempt = useAttempt();
  const entry = useMemo(() => new Entry(filling), [filling]);
  const numbers = useMemo(() => numbersIn(filling.sheet), [filling]);
  const save = () => attempt(saveWith(entry, held, onSaved));
  useBegin(entry, held);
  useSaveKeys(save);
  return (
    <AttachmentsContext.Provider value={filling.attachments}>
      <FillingHead filling={filling}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the controls inside */}
        <div
          class="entry"
          onKeyDown={event => press(entry, event)}
          onFocusIn={event => entry.arrive(stopOf(event.target))}
        >
          <EntryRows entry={entry} group={filling.sheet.root} numbers={numbers.value} />
          <SaveEnd entry={entry} onSave={save} />
        </div>
      </FillingHead>
    </AttachmentsContext.Provider>
  );
}

/** What is typed meanwhile is for the next sheet, which lets go of it; nothing is held where this one stays. */
async function saveWith(entry: Entry, held: HeldKeys, onSaved: () => void): Promise<void> {
  held.hold();
  const isSaved = await entry.save().catch(error => {
    held.drop();
    throw error;
  });
  if (isSaved) onSaved();
  else await held.release();
}

function useBegin(entry: Entry, held: HeldKeys): void {
  useEffect(() => {
    let isOpen = true;
    void entry.begin().then(() => (isOpen ? held.release() : undefined));
    return () => {
      isOpen = false;
    };
  }, [entry, held]);
}

/** Wherever the keyboard is. */
function useSaveKeys(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (!event.repeat) save();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

const stopOf = (target: EventTarget | null): string =>
  (target as Element | null)?.closest<HTMLElement>('[data-stop]')?.dataset.stop ?? '';

function SaveEnd({ entry, onSave }: { entry: Entry; onSave: () => void }) {
  const [texts, ofSheet] = [entryTexts(), sheetTexts()];
  const { checked, sheet } = entry.filling;
  const wrong = checked.value ? sheet.violations() : [];
  const isMissing = wrong.every(question => question.violation.value === 'required');
  const count = wrong.length;
  const said = isMissing ? ofSheet.missingCount(count) : ofSheet.wrongCount(count);
  return (
    <footer class="entry-end">
      <p role="alert" class={entry.wasEmpty.value || count > 0 ? 'notice' : 'hidden-visually'}>
        {entry.wasEmpty.value ? texts.empty : count > 0 && said}
      </p>
      <button
        type="button"
        class="button button--next"
        data-stop={SAVE}
        disabled={entry.saving.value}
        onClick={onSave}
      >
        {entry.saving.value ? texts.saving : texts.save}
      </button>
    </footer>
  );
}
