// The re-offer: which of a device's acknowledged records the centre no longer holds, after it was restored from a copy.
import { ProblemSchema } from '../../protocol/fields.ts';
import { HaveReply, HaveRequest } from '../../protocol/have.ts';
import { HAVE_MEDIA } from '../../protocol/limits.ts';
import type { App, Centre } from '../centre.ts';
import { takeOnly } from '../device-media.ts';
import { noteContact } from '../store/people/devices.ts';
import { findMissing } from '../store/records/held.ts';
import { readEpoch } from '../store/settings.ts';

export function have(app: App, { db, now }: Centre): void {
  takeOnly(app, HAVE_MEDIA, scope =>
    scope.post(
      '/api/v1/have',
      {
        config: { access: { who: 'device', retired: 'welcome' } },
        schema: {
          tags: ['devices'],
          summary: 'Ask which of these records the centre does not hold',
          description: 'Who asks for what is not kept: an anonymous record stays without a sender.',
          consumes: [HAVE_MEDIA],
          body: HaveRequest,
          response: { 200: HaveReply, '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const { req, records } = request.body;
        const server_time = now().toISOString();
        const missing = await findMissing(db, records);
        await noteContact(db, request.device.id, { last_contact_at: server_time });
        reply.type(HAVE_MEDIA);
        return { req, epoch: await readEpoch(db), server_time, missing };
      },
    ),
  );
}
