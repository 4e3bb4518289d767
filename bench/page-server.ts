// Builds a small page of the bench and serves it from loopback, so that it is measured as a production build.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type BuiltPage = { origin: string; folder: string; remove(): Promise<void> };

/** `page` is a folder of the bench with an `index.html`; `apiPort`: where what it asks of `/api/` goes. */
export async function buildPage(page: string, { apiPort = 0 } = {}): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'lembar-bench-page-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, page),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, reply) => {
    if (request.url?.startsWith('/api/')) return pass(request, reply, { port: apiPort, agent });
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    try {
      const file = readFileSync(join(folder, path));
      reply.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(file);
    } catch {
      reply.writeHead(404).end();
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://localhost:${address.port}`,
    folder,
    async remove() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Hands a request on, as a proxy does. */
function pass(request: IncomingMessage, reply: ServerResponse, to: { port: number; agent: Agent }): void {
  const { url, method, headers } = request;
  const onwards = ask({ host: 'localhost', ...to, path: url, method, headers }, answer => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  onwards.on('error', () => reply.destroy());
  request.pipe(onwards);
}
