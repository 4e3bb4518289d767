// Reference data downwards: pages of what the device may see, from where it stands.
import { ProblemSchema } from '../../protocol/fields.ts';
import { PULL_MEDIA } from '../../protocol/limits.ts';
import { PullReply, PullRequest } from '../../protocol/pull.ts';
import type { App, Centre } from '../centre.ts';
import { takeOnly } from '../device-media.ts';
import { pullPage } from '../pull-page.ts';
import { noteContact } from '../store/people/devices.ts';

export function pull(app: App, centre: Centre): void {
  takeOnly(app, PULL_MEDIA, scope =>
    scope.post(
      '/api/v1/pull',
      {
        config: { access: { who: 'device', retired: 'refused' } },
        schema: {
          tags: ['devices'],
          summary: 'Take the next page of reference data in every scope of the device',
          consumes: [PULL_MEDIA],
          body: PullRequest,
          response: { 200: PullReply, '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const page = await pullPage(centre, request.device, request.body);
        const server_time = centre.now().toISOString();
        const { counters } = request.body;
        await noteContact(centre.db, request.device.id, { ...counters, last_contact_at: server_time });
        reply.type(PULL_MEDIA);
        return { req: request.body.req, server_time, ...page };
      },
    ),
  );
}
