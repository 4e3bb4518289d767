// Serves the built app: hashed files for ever, everything else asked anew, and its page for every path that is a screen.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import type { App, Centre } from './centre.ts';
import { refuse } from './refuse.ts';

export async function serveApp(app: App, { appFolder, olderAssets = [] }: Centre): Promise<void> {
  if (appFolder) {
    await app.register(fastifyStatic, { root: appFolder, serve: false, cacheControl: false });
    app.get<{ Params: { '*': string } }>(
      '/*',
      {
        schema: { hide: true },
        config: { access: { who: 'anyone', because: 'the app itself holds nobody’s data' } },
      },
      (request, reply) => {
        const path = request.params['*'];
        const isHashed = path.startsWith(ASSETS);
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        const older = isHashed ? folderOfOlder(path, appFolder, olderAssets) : null;
        if (older) reply.sendFile(path.slice(ASSETS.length), older);
        else reply.sendFile(path || 'index.html', appFolder);
      },
    );
  }
  app.setNotFoundHandler((request, reply) => {
    if (appFolder && isNavigation(request))
      reply.header('cache-control', 'no-cache').sendFile('index.html', appFolder);
    else reply.send(refuse(reply, 'request.not_found'));
  });
}

const ASSETS = 'assets/';

/** The kept build that has an asset which the present one has not. Assets lie flat; no other name is looked for. */
function folderOfOlder(path: string, appFolder: string, olderAssets: readonly string[]): string | null {
  const name = path.slice(ASSETS.length);
  if (!/^[\w-][\w.-]*$/.test(name) || existsSync(join(appFolder, path))) return null;
  return olderAssets.find(folder => existsSync(join(folder, name))) ?? null;
}

/** A person opening a screen, as against a script or worker asking for a file that is gone. */
function isNavigation(request: FastifyRequest): boolean {
  if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url)) return false;
  const mode = request.headers['sec-fetch-mode'];
  if (mode !== undefined) return mode === 'navigate';
  return (request.headers.accept ?? '').includes('text/html');
}
