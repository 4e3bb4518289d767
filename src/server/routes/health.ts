// Whether the centre is up and its database answers; and what it can be asked, for machines.
import { Type } from 'typebox';
import type { App, Centre } from '../centre.ts';
import { readEpoch } from '../store/settings.ts';

const ANYONE = { who: 'anyone', because: 'says nothing about anybody' } as const;

export function health(app: App, { db, now }: Centre): void {
  app.get(
    '/api/v1/health',
    {
      config: { access: ANYONE },
      schema: {
        tags: ['centre'],
        summary: 'Whether the centre is up and its database answers',
        response: { 200: Type.Object({ status: Type.Literal('ok'), server_time: Type.String() }) },
      },
    },
    async () => {
      await readEpoch(db);
      return { status: 'ok' as const, server_time: now().toISOString() };
    },
  );
  app.get('/api/v1/openapi.json', { config: { access: ANYONE }, schema: { hide: true } }, () =>
    app.swagger(),
  );
}
