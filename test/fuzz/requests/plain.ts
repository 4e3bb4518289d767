// Requests to any route, drawn from what the centre's own documentation says of it.
import type { Chance } from '../chance.ts';
import { draw, type Schema } from '../from-schema.ts';
import type { World } from '../world.ts';
import type { Body } from './ask.ts';

/** The body that a route asks for, or null where it takes none. */
export function drawBody(world: World, route: { method: string; url: string }, chance: Chance): Body | null {
  const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
  const content = world.documented[path]?.[route.method.toLowerCase()]?.requestBody?.content;
  const [media, described] = Object.entries(content ?? {})[0] ?? [];
  if (!media || !described) return null;
  return { media, content: draw(described.schema, chance, world.idOf) };
}

/** As much of the OpenAPI document as is read here, by path and method. */
export type Documented = Readonly<
  Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
>;

/** `/events/:id` concerns an event: the word before the parameter says what. */
export const addressOf = (url: string, world: World, chance: Chance): string =>
  url
    .replace('quarantine/:id', () => `quarantine/${world.idOf('raw')}`)
    .replace(':record', () => world.idOf('raw'))
    .replace(':code', () => chance.pick(['skm9', 'observasi', 'tiada', '..', 'a'.repeat(64)]))
    .replace(':version', () => chance.pick(['1', '1', '2', '0', '-1', '1e3', 'x']))
    .replace(/(\w+)s\/:id/, (_, kind) => `${kind}s/${world.idOf(kind)}`)
    .replace('*', () => chance.pick(['', 'index.html', 'icon.svg', 'assets/gone.js', 'lembar.sqlite']));
