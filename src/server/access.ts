// Who may call which route, and for which units: said beside each route, enforced here, refused at start where unsaid.
import type { FastifyRequest } from 'fastify';
import type { Role } from '../domain/person/role.ts';
import type { App, Centre } from './centre.ts';
import { authenticateDevice, type RetiredDevice } from './identity/device-signature.ts';
import { SIGN_IN_COOKIE, whoIsSignedIn } from './identity/sign-in.ts';
import { refuse } from './refuse.ts';
import type { Database } from './store/database.ts';
import type { SignedInAccount } from './store/people/accounts.ts';
import type { EnrolledDevice } from './store/people/devices.ts';
import { unitsBelow } from './store/unit-tree.ts';

/** The unit that a request concerns, or null where the thing that it names does not exist. Called after validation. */
export type UnitOf = (request: FastifyRequest, db: Database) => Promise<string | null>;

/**
 * `anyone`: no check, and why that is safe. `device`: signed by an enrolled device that is not lost, see
 * `request.device`, and whether one out of service is welcome.
 * Roles: signed in with one of them; `unit` must lie in the account's own unit or below it, or is `own` where the
 * handler itself keeps to `request.units`. What is outside looks like what does not exist.
 */
export type Access =
  | { readonly who: 'anyone'; readonly because: string }
  | { readonly who: 'device'; readonly retired: RetiredDevice }
  | { readonly who: readonly Role[]; readonly unit: UnitOf | 'own' };

export type DeclaredRoute = { readonly method: string; readonly url: string; readonly access: Access };

declare module 'fastify' {
  interface FastifyContextConfig {
    access: Access;
  }
  interface FastifyInstance {
    /** Every route with what it declares, for the test that tries them all. */
    declaredRoutes: DeclaredRoute[];
  }
  interface FastifyRequest {
    /** Who is signed in. Reading it on a route without roles is a bug and throws; so with the next two. */
    readonly account: SignedInAccount;
    /** Ids of the account's own unit and all below it. */
    readonly units: readonly string[];
    readonly device: EnrolledDevice;
  }
}

type Visitor = { account: SignedInAccount; units: readonly string[] };

/** To be called before any route is registered. */
export function guardRoutes(app: App, centre: Centre): void {
  const visitors = new WeakMap<FastifyRequest, Visitor>();
  const devices = new WeakMap<FastifyRequest, EnrolledDevice>();
  app.decorateRequest('account', { getter: readFrom(visitors, visitor => visitor.account) });
  app.decorateRequest('units', { getter: readFrom(visitors, visitor => visitor.units) });
  app.decorateRequest('device', { getter: readFrom(devices, device => device) });
  app.decorate('declaredRoutes', []);

  app.addHook('onRoute', route => {
    const access = route.config?.access;
    if (!access) throw new Error(`${route.method} ${route.url} does not declare who may call it.`);
    for (const method of [route.method].flat()) app.declaredRoutes.push({ method, url: route.url, access });
  });

  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (!access || access.who === 'device') return;
    if (isCrossSite(request)) return reply.send(refuse(reply, 'request.cross_site'));
    if (access.who === 'anyone') return;
    const account = await whoIsSignedIn(centre, request.cookies[SIGN_IN_COOKIE]);
    if (!account) return reply.send(refuse(reply, 'sign_in.needed'));
    if (!access.who.includes(account.role)) return reply.send(refuse(reply, 'access.denied'));
    visitors.set(request, { account, units: await unitsBelow(centre.db, account.unit_id) });
  });

  app.addHook('preValidation', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access?.who !== 'device') return;
    const sender = await authenticateDevice(centre.db, request, access.retired);
    if (!sender.ok) return reply.send(refuse(reply, sender.problem.code, sender.problem.details));
    devices.set(request, sender.value);
  });

  app.addHook('preHandler', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (!access || !('unit' in access) || access.unit === 'own') return;
    const unit = await access.unit(request, centre.db);
    if (!unit || !request.units.includes(unit)) return reply.send(refuse(reply, 'request.not_found'));
  });
}

function readFrom<T extends object, V>(from: WeakMap<FastifyRequest, T>, read: (found: T) => V) {
  return function (this: FastifyRequest): V {
    const found = from.get(this);
    if (!found) throw new Error(`${this.routeOptions.url} does not declare the access that it reads.`);
    return read(found);
  };
}

/** A state-changing call that another site's page has caused. Browsers too old to say so send an `Origin`. */
function isCrossSite(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host);
}
