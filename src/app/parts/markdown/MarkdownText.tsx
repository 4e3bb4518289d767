// The words of a label or a hint. What has no marks is shown as it is; the rest by a chunk that is there before the sheet.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const MARKS = /[*_<\\[#\n]|^[-+] /;
const marked = signal<ComponentType<{ text: string }> | null>(null);

/** Whether a text needs the chunk. */
export const hasMarks = (text: string): boolean => MARKS.test(text);

export async function loadMarkdown(): Promise<void> {
  marked.value ??= (await import('./Spans.tsx')).Marked;
}

export function MarkdownText({ text }: { text: string }) {
  const Marked = marked.value;
  const isWaiting = Marked === null && hasMarks(text);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (isWaiting) loadMarkdown().catch(setError);
  }, [isWaiting]);
  if (error) throw error;
  return Marked && hasMarks(text) ? <Marked text={text} /> : text;
}
