// The second road, at the office: a file of signed batches from a stick, read as it arrives.
import type { IncomingMessage } from 'node:http';
import { ProblemSchema } from '../../protocol/fields.ts';
import { BATCH_FILE_MAX_BYTES, BATCH_FILE_MEDIA } from '../../protocol/limits.ts';
import { TakeInReport } from '../../protocol/office/device.ts';
import type { App, Centre } from '../centre.ts';
import { linesOf } from '../receive/batch-lines.ts';
import { takeIn } from '../receive/take-in.ts';
import { refuse } from '../refuse.ts';

const MEDIA = [BATCH_FILE_MEDIA, 'application/octet-stream'];

export function takeInFile(app: App, centre: Centre): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(MEDIA, (_request, payload, taken) => taken(null, payload));
    scope.post(
      '/api/v1/take-in',
      {
        bodyLimit: BATCH_FILE_MAX_BYTES,
        config: { access: { who: ['operator', 'officer'], unit: 'own' } },
        schema: {
          tags: ['records'],
          summary: 'Take in what a tablet saved to a file; repeating it changes nothing',
          description: 'Records of other units are taken in too; only their kind and result are told.',
          consumes: MEDIA,
          response: { 200: TakeInReport, '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const upload = request.body as IncomingMessage;
        let bytes = 0;
        const chunks = async function* (): AsyncGenerator<Uint8Array> {
          // Left open when nobody reads on: closing it would close the way for the reply.
          for await (const chunk of upload.iterator({ destroyOnReturn: false })) {
            bytes += chunk.length;
            if (bytes > BATCH_FILE_MAX_BYTES) return;
            yield chunk;
          }
        };
        const taken = await takeIn(centre, linesOf(chunks()), {
          unit_id: request.account.unit_id,
          units: request.units,
          report: error => request.log.error({ err: error }, 'a record could not be stored'),
        });
        upload.resume();
        if (bytes > BATCH_FILE_MAX_BYTES)
          return refuse(reply, 'request.too_large', { max_kb: BATCH_FILE_MAX_BYTES / 1024 });
        return taken.ok ? taken.value : refuse(reply, taken.problem.code, taken.problem.details);
      },
    );
    done();
  });
}
