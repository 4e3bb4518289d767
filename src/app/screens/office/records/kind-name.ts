// The kinds of record in words.
import type { RecordKind } from '../../../../protocol/record-kind.ts';
import { recordTexts } from '../../../text/office/texts.ts';

/** A kind that this build does not know is told as it is. */
export function kindName(kind: string): string {
  const text = recordTexts();
  const names: Record<RecordKind, string> = {
    submission: text.submission,
    mark: text.mark,
    'close-out': text.closeOut,
    attachment: text.attachment,
  };
  return Object.hasOwn(names, kind) ? names[kind as RecordKind] : kind;
}
