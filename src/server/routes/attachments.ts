// Photos and other files of an event's sheets, opened from their records when somebody asks for one.
import { Type } from 'typebox';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { AttachmentList } from '../../protocol/office/instruments.ts';
import type { Access } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { readStored } from '../receive/read-record.ts';
import { refuse } from '../refuse.ts';
import { findAttachment, listAttachments } from '../store/records/attachments.ts';
import { unitOf } from '../unit-of.ts';

const tags = ['results'];
const access: Access = { who: ['operator', 'officer'], unit: unitOf.event };

export function attachments(app: App, { db, keys }: Centre): void {
  app.get(
    '/api/v1/events/:id/attachments',
    {
      config: { access },
      schema: {
        tags,
        summary: 'Files that belong to sheets of an event; those of anonymous sheets are not told',
        params: Type.Object({ id: Id }),
        response: { 200: AttachmentList, '4xx': ProblemSchema },
      },
    },
    async ({ params }) => ({ attachments: await listAttachments(db, params.id) }),
  );

  app.get(
    '/api/v1/events/:id/attachments/:record',
    {
      config: { access },
      schema: {
        tags,
        summary: 'One such file',
        params: Type.Object({ id: Id, record: Id }),
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }), '4xx': ProblemSchema },
      },
    },
    async ({ params }, reply) => {
      const row = await findAttachment(db, params.id, params.record);
      const content = row && readStored(keys, row);
      if (!content?.ok || content.value.kind !== 'attachment') return refuse(reply, 'request.not_found');
      const { name, media, data } = content.value;
      reply
        .type(SHOWN.has(media) ? media : 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"`);
      return reply.send(Buffer.from(data, 'base64'));
    },
  );
}

/** What a browser can take for nothing worse than a picture or a sound; a device may call a file anything. */
const SHOWN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'audio/webm',
  'audio/mp4',
  'video/webm',
  'video/mp4',
]);
