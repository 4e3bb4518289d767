// A centre in memory for tests of the office's pages: it answers what it is told to, and remembers what was asked.
import type { ComponentChild } from 'preact';
import { type Centre, createCentre } from '../../../../src/app/screens/office/centre/centre.ts';
import { CentreContext } from '../../../../src/app/screens/office/centre/context.ts';
import { fakeTablet } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

type Reply = { status: number; body?: unknown; media?: string; download?: string };
export type Asked = { method: string; path: string; media: string; body: string };
export type FakeCentre = {
  centre: Centre;
  asked: Asked[];
  /** From now on `"GET /events"` is answered like this; null stands for no network. */
  answer(route: string, reply: Reply | null): void;
};

export const problem = (status: number, code: string, details = {}): Reply => ({
  status,
  body: { code, details },
  media: 'application/problem+json',
});

export function fakeCentre(replies: Record<string, Reply | null> = {}): FakeCentre {
  const routes = new Map(Object.entries(replies));
  const asked: Asked[] = [];
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { method = 'GET', body } = init;
    const path = String(input).replace('/api/v1', '');
    const file = body instanceof Blob ? body : null;
    asked.push({ method, path, media: file?.type ?? '', body: (await file?.text()) ?? '' });
    const reply = routes.get(`${method} ${path}`);
    if (reply === null) throw new TypeError('no network');
    const { status, body: content, media, download } = reply ?? problem(404, 'request.not_found');
    if (status === 204) return new Response(null, { status });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const headers = new Headers({ 'content-type': media ?? 'application/json' });
    if (download) headers.set('content-disposition', `attachment; filename="${download}"`);
    return new Response(text, { status, headers });
  };
  return {
    centre: createCentre(fetch as typeof globalThis.fetch),
    asked,
    answer: (route, reply) => void routes.set(route, reply),
  };
}

export const showOffice = (screen: ComponentChild, { centre }: FakeCentre): Promise<Shown> =>
  show(<CentreContext.Provider value={centre}>{screen}</CentreContext.Provider>, appOn(fakeTablet()));

/** Fills in the control of that name, as typing does. */
export async function fill(screen: Shown, name: string, value: string): Promise<void> {
  await screen.type(screen.find<HTMLInputElement>(`[name=${name}]`), value);
}

export async function submit(screen: Shown): Promise<void> {
  screen.find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await screen.pass(0);
  await screen.pass(0);
}
