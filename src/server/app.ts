// Builds the endpoint: one Fastify instance with its guards, its documentation and every resource's routes.
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyReply } from 'fastify';
import { BODY_MAX_BYTES } from '../protocol/limits.ts';
import { guardRoutes } from './access.ts';
import type { App, Centre, Routes } from './centre.ts';
import { answerFailures } from './failures.ts';
import { shipInstruments } from './instrument/ship.ts';
import { startProjector } from './receive/projector.ts';
import { refuse } from './refuse.ts';
import { accounts } from './routes/accounts.ts';
import { assignments } from './routes/assignments.ts';
import { attachments } from './routes/attachments.ts';
import { devices } from './routes/devices.ts';
import { enrol } from './routes/enrol.ts';
import { enrolmentCodes } from './routes/enrolment-codes.ts';
import { events } from './routes/events.ts';
import { fork } from './routes/fork.ts';
import { have } from './routes/have.ts';
import { health } from './routes/health.ts';
import { instruments } from './routes/instruments.ts';
import { keys } from './routes/keys.ts';
import { participants } from './routes/participants.ts';
import { programmes } from './routes/programmes.ts';
import { pull } from './routes/pull.ts';
import { push } from './routes/push.ts';
import { quarantine } from './routes/quarantine.ts';
import { results } from './routes/results.ts';
import { sessions } from './routes/sessions.ts';
import { setup } from './routes/setup.ts';
import { signIn } from './routes/sign-in.ts';
import { spreadsheets } from './routes/spreadsheets.ts';
import { submissions } from './routes/submissions.ts';
import { takeInFile } from './routes/take-in.ts';
import { units } from './routes/units.ts';
import { serveApp } from './serve-app.ts';
import { nameEpoch } from './store/settings.ts';

/** Every resource, in the order in which the documentation lists them. */
const ROUTES: readonly Routes[] = [
  health,
  setup,
  signIn,
  accounts,
  units,
  programmes,
  events,
  sessions,
  participants,
  assignments,
  results,
  instruments,
  spreadsheets,
  submissions,
  attachments,
  enrolmentCodes,
  enrol,
  devices,
  push,
  pull,
  have,
  fork,
  takeInFile,
  quarantine,
  keys,
];

/**
 * Ready to listen or to be injected into. Closing it waits for projections under way, not for the database, which stays
 * the caller's. `log` prints what failed by itself; never bodies, never names.
 */
export async function createApp(centre: Centre, { log = false } = {}): Promise<App> {
  const app: App = Fastify({
    logger: log && { level: 'error' },
    bodyLimit: BODY_MAX_BYTES,
    // A proxy on this machine may say who calls and that it was https; no other may.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_MS,
    // A path that no URL can have.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      reply.send(refuse(reply, 'request.not_found'));
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  // Bodies are taken as they are; only query strings and paths, which are all text, are converted.
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.removeContentTypeParser('text/plain');
  answerFailures(app);
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(compress, { globalDecompression: false, encodings: ['br', 'gzip'] });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    // Only this host: other services of the agency's domain are not ours to bind to https.
    strictTransportSecurity: { includeSubDomains: false },
  });
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Lembar', version: '1' } } });
  await nameEpoch(centre.db, centre.newId());
  await shipInstruments({
    ...centre,
    report: error => app.log.error({ err: error }, 'a questionnaire could not be shipped'),
  });
  guardRoutes(app, centre);
  startProjector(app, centre);
  for (const routes of ROUTES) routes(app, centre);
  await serveApp(app, centre);
  return app;
}

/** For a whole request to arrive: who sends slower holds a connection for nothing, since devices give up after 20 s. */
const REQUEST_MS = 60_000;

/** Nothing from elsewhere, nothing written into the page. */
const POLICY = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  // What was recorded for a sheet is heard before it is finished.
  'media-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};
