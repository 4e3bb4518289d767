// The one file of a question: kept, shown, exchanged and taken away.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import type { Attachments } from '../attachments.ts';

/** What came of the last attempt to keep one. */
export type FileState = 'ready' | 'keeping' | 'too_large' | 'unreadable' | 'not_kept';

type Made = { file: Blob; name: string } | 'too_large' | 'unreadable';

export function useFile(question: LiveQuestion, attachments: Attachments) {
  const [state, setState] = useState<FileState>('ready');
  const name = question.raw.value;
  const url = useUrl(name, attachments);
  // One after another: the file of the last stroke must not be overtaken by the one before.
  const turn = useRef<Promise<void>>(Promise.resolve());
  const inTurn = (work: () => Promise<FileState>) => {
    turn.current = turn.current.then(work).then(setState, () => setState('not_kept'));
  };
  const exchange = async (kept: string | null): Promise<FileState> => {
    const before = question.raw.peek();
    question.answer(kept);
    if (before !== '' && before !== kept) await attachments.drop(before);
    return 'ready';
  };
  const keep = (make: () => Promise<Made>) => {
    setState('keeping');
    inTurn(async () => {
      const made = await make();
      if (typeof made === 'string') return made;
      return exchange(await attachments.keep(question.key, made.file, made.name));
    });
  };
  const remove = () => inTurn(() => exchange(null));
  return { name, url, state, keep, remove };
}

/** An address under which the browser shows the kept file; null until it is there, or when it is not. */
function useUrl(name: string, attachments: Attachments): string | null {
  const [shown, setShown] = useState<{ name: string; url: string } | null>(null);
  useEffect(() => {
    if (name === '') return;
    let url: string | null = null;
    let isOver = false;
    void attachments.find(name).then(
      blob => {
        if (!blob || isOver) return;
        url = URL.createObjectURL(blob);
        setShown({ name, url });
      },
      // What cannot be read is shown by its name alone.
      () => undefined,
    );
    return () => {
      isOver = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [name, attachments]);
  return shown?.name === name ? shown.url : null;
}
