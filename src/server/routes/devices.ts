// Devices as the office sees them: what each still holds, and whether it is in service.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { DeviceList, DeviceStateChange } from '../../protocol/office/device.ts';
import type { App, Centre } from '../centre.ts';
import { findDevice, listDevices, setDeviceState } from '../store/people/devices.ts';

const tags = ['devices'];

export function devices(app: App, { db, now }: Centre): void {
  app.get(
    '/api/v1/devices',
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: 'own' } },
      schema: { tags, summary: 'Devices of own units', response: { 200: DeviceList, '4xx': ProblemSchema } },
    },
    async request => ({ devices: await listDevices(db, request.units) }),
  );

  app.post(
    '/api/v1/devices/:id/state',
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOfDevice } },
      schema: {
        tags,
        summary: 'Take a device out of service, mark it lost, or take either back; what it holds stays on it',
        params: Type.Object({ id: Id }),
        body: DeviceStateChange,
        response: { 204: Type.Null(), '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      await setDeviceState(db, request.params.id, request.body.state, now().toISOString());
      reply.code(204);
      return null;
    },
  );
}

const unitOfDevice = async (request: FastifyRequest, db: Centre['db']): Promise<string | null> =>
  (await findDevice(db, (request.params as { id: string }).id))?.unit_id ?? null;
