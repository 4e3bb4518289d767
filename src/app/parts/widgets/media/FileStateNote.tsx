// Says what became of a file.
import { formatNumber } from '../../../text/date.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { FILE_MAX_BYTES } from '../attachments.ts';
import type { FileState } from './use-file.ts';

export function FileStateNote({ state }: { state: FileState }) {
  const words = moreWidgetTexts();
  const limit = formatNumber(Math.floor(FILE_MAX_BYTES / 1024));
  const sentences: Record<FileState, string> = {
    ready: '',
    keeping: words.keeping,
    too_large: words.tooLarge(limit),
    unreadable: words.unreadable,
    not_kept: words.notKept,
  };
  return (
    <p
      role="status"
      class={state === 'ready' ? 'hidden-visually' : state === 'keeping' ? 'soft' : 'notice notice--bad'}
    >
      {sentences[state]}
    </p>
  );
}
