// What every route is given: the database and the world outside, so that a test can hold both still.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { KeyRing } from './identity/key-ring.ts';
import type { Database } from './store/database.ts';

export type World = {
  readonly now: () => Date;
  /** A fresh UUIDv4. */
  readonly newId: () => string;
  /** That many unguessable bytes. */
  readonly random: (size: number) => Uint8Array;
};

export type Centre = World & {
  readonly db: Database;
  readonly keys: KeyRing;
  /** Folder of the built app, or null where only the API is served. */
  readonly appFolder: string | null;
  /** Folder of the questionnaires that come with Lembar (instrument/ship.ts); left out: the two that are built in. */
  readonly instrumentsFolder?: string | undefined;
  /** Folders with the hashed files of this and earlier builds (keep-builds.ts), the newest first. */
  readonly olderAssets?: readonly string[];
  /** Opens the setting-up of the first operator, or null where one exists. Known to this process only. */
  readonly setupToken: string | null;
  /** Tries of a password, code or link allowed a minute from one address. */
  readonly triesPerMinute: number;
};

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Registers the routes of one resource. */
export type Routes = (app: App, centre: Centre) => void;
