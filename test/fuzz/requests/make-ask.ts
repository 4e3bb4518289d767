// One request to a route, by a caller, spoiled in one way.
import type { DeclaredRoute } from '../../../src/server/access.ts';
import type { Chance } from '../chance.ts';
import { spoilBytes, spoilText, spoilValue } from '../spoil.ts';
import type { Caller, World } from '../world.ts';
import type { Ask, Body, Way } from './ask.ts';
import { MESSAGES, type Message } from './device.ts';
import { addressOf, drawBody } from './plain.ts';
import { spoilEncoding, spoilHeaders, spoilLength, spoilMedia, spoilPath } from './road.ts';
import { drawRoster } from './roster.ts';
import { drawSpreadsheet } from './spreadsheet.ts';

const ROADS = {
  media: spoilMedia,
  encoding: spoilEncoding,
  length: spoilLength,
  headers: spoilHeaders,
  path: spoilPath,
} as const;

export type Made = Ask & { readonly taken: Message['taken'] };

export function makeAsk(world: World, route: DeclaredRoute, caller: Caller, way: Way, chance: Chance): Made {
  const device = caller.who === 'device' ? caller.device : chance.pick(world.devices);
  const name = `${route.method} ${route.url}`;
  const message = MESSAGES[name]?.(world, device, chance);
  const body: Body | null =
    message ?? drawRoster(name, chance) ?? drawSpreadsheet(name, chance) ?? drawBody(world, route, chance);
  const payload = body && spoilBody(body, way, chance);
  const headers: Record<string, string> = 'headers' in caller ? { ...caller.headers } : {};
  if (body) headers['content-type'] = body.media;
  const sign = (bytes: Buffer | null): Record<string, string> =>
    caller.who === 'device' ? device.headersFor(bytes ?? '', body?.media ?? 'application/json') : {};

  let ask: Ask = {
    method: route.method,
    url: addressOf(route.url, world, chance),
    headers: { ...headers, ...(caller.who === 'device' ? signedOnly(sign(payload), body) : {}) },
    payload,
  };
  if (way in ROADS) ask = ROADS[way as keyof typeof ROADS](ask, chance);
  // What is compressed may be signed as it is on the road.
  if (way === 'encoding' && chance.hit(0.5))
    ask = { ...ask, headers: { ...ask.headers, ...sign(ask.payload) } };
  return { ...ask, taken: message?.taken };
}

/** Without a body there is no media type either. */
function signedOnly(headers: Record<string, string>, body: Body | null): Record<string, string> {
  const { 'content-type': media = '', ...rest } = headers;
  return body ? { ...rest, 'content-type': media } : rest;
}

function spoilBody({ content }: Body, way: Way, chance: Chance): Buffer {
  if (Buffer.isBuffer(content))
    return way === 'value' || way === 'text' || way === 'bytes' ? spoilBytes(content, chance) : content;
  const said = way === 'value' ? spoilValue(content, chance) : content;
  const text = JSON.stringify(said) ?? 'undefined';
  if (way === 'text') return spoilText(text, chance);
  const bytes = Buffer.from(text);
  return way === 'bytes' ? spoilBytes(bytes, chance) : bytes;
}
