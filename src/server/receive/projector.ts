// Keeps the projections up with the raw records, after the replies, one run at a time.
import type { App, Centre } from '../centre.ts';
import { projectWaiting } from './project.ts';
import { reconsider } from './reconsider.ts';

export type Projector = {
  /** Records have come: project them soon. */
  wake(): void;
  /** Resolves when nothing is under way or asked for. */
  idle(): Promise<void>;
};

declare module 'fastify' {
  interface FastifyInstance {
    projector: Projector;
  }
}

/**
 * Begins with what an earlier process left; looks at the quarantine again whenever the office has changed something or a
 * key has come.
 */
export function startProjector(app: App, centre: Centre): void {
  const report = (error: unknown) => app.log.error({ err: error }, 'a projection failed');
  let running: Promise<void> | null = null;
  let asked: { reconsider: boolean } | null = null;
  let keysSeen = 0;

  const run = async () => {
    while (asked) {
      // What has come meanwhile first: under load one projection then serves several batches.
      await new Promise(setImmediate);
      const { reconsider: isReconsidering } = asked;
      asked = null;
      const keys = centre.keys.all().length;
      if (isReconsidering || keys !== keysSeen) await reconsider(centre);
      keysSeen = keys;
      await projectWaiting({ ...centre, report });
    }
  };
  const ask = (isReconsidering: boolean) => {
    asked = { reconsider: isReconsidering || (asked?.reconsider ?? false) };
    running ??= run()
      .catch(report)
      .finally(() => {
        running = null;
      });
  };

  app.decorate('projector', {
    wake: () => ask(false),
    idle: async () => {
      while (running !== null) await running;
    },
  });
  app.addHook('onReady', async () => ask(true));
  app.addHook('onResponse', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access && 'unit' in access && request.method !== 'GET' && reply.statusCode < 300) ask(true);
  });
  // After the last reply: what that brought is projected too, and the database is the caller's to close.
  app.addHook('onClose', () => app.projector.idle());
}
