// Speaks with the centre on behalf of the office's pages: every answer is a value, and only the centre's own JSON counts.
import { type Signal, signal } from '@preact/signals';
import { accepted, type Problem, type Result, refused } from '../../../../domain/result.ts';
import type { Download, Reads, Removes, Takes } from './routes.ts';

/** How the office reaches the centre. `centre.unreachable` stands for no answer and for an answer from someone else. */
export type Centre = {
  get<T>(route: Reads<T>): Promise<Result<T>>;
  /** As `get`, where the answer is a file. */
  getFile(route: Reads<Download>): Promise<Result<Download>>;
  /** Sends a new thing, and gives it back as the centre keeps it. Null where a route takes nothing. */
  post<Body, T>(route: Takes<Body, T>, body: Body): Promise<Result<T>>;
  patch<Body, T>(route: Takes<Body, T>, body: Body): Promise<Result<T>>;
  /** Sends a file as it is; the centre reads it. */
  postFile<T>(route: Takes<Blob, T>, file: Blob, media: string): Promise<Result<T>>;
  /** As `post`, where the answer is a file to keep. */
  postForFile<Body>(route: Takes<Body, Download>, body: Body): Promise<Result<Download>>;
  remove(route: Removes): Promise<Result<undefined>>;
  /** True from the moment the centre asked for a sign-in until somebody has signed in. */
  readonly signInNeeded: Signal<boolean>;
};

const BASE = '/api/v1';
const PATIENCE_MS = 30_000;
/** A large file is waited for as long as a poor line needs. */
const SLOWEST_LINE = { bytesPerMs: 20 };

export function createCentre(fetch: typeof globalThis.fetch): Centre {
  const signInNeeded = signal(false);

  const ask = async <T>(
    method: string,
    route: string,
    body?: Blob,
    read: Read<T> = readJson,
  ): Promise<Result<T>> => {
    const result = await exchange<T>(fetch, method, route, body, read);
    if (!result.ok && result.problem.code === 'sign_in.needed') signInNeeded.value = true;
    return result;
  };
  return {
    get: route => ask('GET', route),
    getFile: route => ask('GET', route, undefined, readDownload),
    post: (route, body) => ask('POST', route, body === null ? undefined : json(body)),
    patch: (route, body) => ask('PATCH', route, json(body)),
    postFile: (route, file, media) => ask('POST', route, file.slice(0, file.size, media)),
    postForFile: (route, body) => ask('POST', route, json(body), readDownload),
    remove: route => ask('DELETE', route),
    signInNeeded,
  };
}

const json = (body: unknown): Blob => new Blob([JSON.stringify(body)], { type: 'application/json' });

/** What an answer that was not refused holds; null where it is not the centre's own. */
type Read<T> = (response: Response) => Promise<T | null>;

async function exchange<T>(
  fetch: typeof globalThis.fetch,
  method: string,
  route: string,
  body: Blob | undefined,
  read: Read<T>,
): Promise<Result<T>> {
  try {
    const response = await fetch(BASE + route, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS + (body?.size ?? 0) / SLOWEST_LINE.bytesPerMs),
      ...(body && { body, headers: { 'content-type': body.type } }),
    });
    if (response.status === 204) return accepted(undefined as T);
    if (!response.ok) return await readRefusal(response);
    const answer = await read(response);
    return answer === null ? refused('centre.unreachable') : accepted(answer);
  } catch {
    return refused('centre.unreachable');
  }
}

const isJson = (response: Response): boolean => /json/.test(response.headers.get('content-type') ?? '');

async function readJson<T>(response: Response): Promise<T | null> {
  return isJson(response) ? ((await response.json()) as T) : null;
}

/** A portal's page is no attachment. */
async function readDownload(response: Response): Promise<Download | null> {
  const [, name] =
    /^attachment; filename="([^"/\\]+)"$/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name ? { name, blob: await response.blob() } : null;
}

async function readRefusal<T>(response: Response): Promise<Result<T>> {
  if (!isJson(response)) return refused('centre.unreachable');
  const answer: unknown = await response.json();
  return isProblem(answer) ? { ok: false, problem: answer } : refused('server.failed');
}

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'details' in answer;
