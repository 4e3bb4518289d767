// A part of a page that opens on demand. It decides once whether it is open; after that the reader does.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export function Fold(props: { title: string; openAtFirst?: boolean; children: ComponentChildren }) {
  const [open] = useState(props.openAtFirst ?? false);
  return (
    <details class="fold" open={open}>
      <summary>{props.title}</summary>
      <div class="stack">{props.children}</div>
    </details>
  );
}
