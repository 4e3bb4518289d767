// Records upwards: kept durably before the reply, one result each, projected afterwards.
import { ProblemSchema } from '../../protocol/fields.ts';
import { PUSH_MAX_BYTES, PUSH_MEDIA } from '../../protocol/limits.ts';
import { PushReply, PushRequest } from '../../protocol/push.ts';
import type { App, Centre } from '../centre.ts';
import { takeOnly } from '../device-media.ts';
import { receive } from '../receive/receive.ts';
import { refuse } from '../refuse.ts';
import { readEpoch } from '../store/settings.ts';

export function push(app: App, centre: Centre): void {
  takeOnly(app, PUSH_MEDIA, scope =>
    scope.post(
      '/api/v1/push',
      {
        bodyLimit: PUSH_MAX_BYTES,
        config: { access: { who: 'device', retired: 'welcome' } },
        onResponse: async () => app.projector.wake(),
        schema: {
          tags: ['devices'],
          summary: 'Hand over a signed batch of records',
          description: 'Only a 200 of our own media type that echoes `req` acknowledges anything.',
          consumes: [PUSH_MEDIA],
          body: PushRequest,
          response: { 200: PushReply, '4xx': ProblemSchema, '5xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const results = await receive(centre, request.device, request.body, {
          road: 'wire',
          report: error => request.log.error({ err: error }, 'a record could not be stored'),
        });
        if (!results.ok) return refuse(reply, results.problem.code, results.problem.details);
        reply.type(PUSH_MEDIA);
        return {
          req: request.body.req,
          epoch: await readEpoch(centre.db),
          server_time: centre.now().toISOString(),
          results: results.value,
        };
      },
    ),
  );
}
