// What a choice says: its label, and where it has one, what it looks like on the job.
import type { Offered } from '../../../../domain/instrument/sheet/sheet.ts';
import { MarkdownText } from '../../markdown/MarkdownText.tsx';

/** `about`: what a level looks like on the job. */
export function Words({ one, about, number }: { one: Offered; about: string; number?: number | undefined }) {
  const label = <MarkdownText text={one.label} />;
  if (about === '') return <span>{label}</span>;
  return (
    <span>
      <strong>
        {number !== undefined && `${number} · `}
        {label}
      </strong>
      <span class="widget-about">
        <MarkdownText text={about} />
      </span>
    </span>
  );
}
