// The files that a finished sheet's answers name, as what their own records say of them.
import { questionAt } from '../domain/instrument/check-answers.ts';
import type { Answers, Instrument, QuestionType } from '../domain/instrument/definition.ts';
import type { AttachmentContent } from '../protocol/record.ts';
import { base64 } from './bytes.ts';
import { readAttachment } from './store/attachments.ts';
import type { Outbox } from './store/outbox.ts';
import type { Draft } from './tablet.ts';

/** Answered with the name of a file. */
const FILES: ReadonlySet<QuestionType | undefined> = new Set(['image', 'audio', 'video', 'file']);
/** Media types as AttachmentContent takes them; parameters ("codecs=opus") fall away. */
const MEDIA = /^[\w.+-]+\/[\w.+-]+/;
const UNKNOWN_MEDIA = 'application/octet-stream';

type Attached = Pick<AttachmentContent, 'question' | 'name' | 'media' | 'data'>;

/** What a name stands for and is not there (a draft from elsewhere) is left out: the answer goes without it. */
export async function attachmentsOf(of: {
  outbox: Outbox;
  draft: Draft;
  instrument: Instrument;
  answers: Answers;
}): Promise<Attached[]> {
  const { outbox, draft, instrument, answers } = of;
  const attached: Attached[] = [];
  for (const [question, name] of Object.entries(answers)) {
    if (!name || !FILES.has(questionAt(instrument, question)?.type)) continue;
    const file = await readAttachment(outbox, draft.id, name);
    if (!file) continue;
    const data = base64(new Uint8Array(await file.arrayBuffer()));
    attached.push({ question, name, media: MEDIA.exec(file.type)?.[0] ?? UNKNOWN_MEDIA, data });
  }
  return attached;
}
