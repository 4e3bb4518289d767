// The one table of who may import whom, and the rules that no table row can say.
import { type Import, listSources, readImports } from './imports.ts';

/**
 * A place (the longest prefix that fits decides) with the places and packages that it may import. Packages in
 * `types` may be named in type imports only.
 */
const PLACES: readonly { place: string; may: readonly string[] }[] = [
  { place: 'src/domain/', may: ['src/domain/'] },
  // What follows what in a live sheet: signals give the order and find the circles.
  { place: 'src/domain/instrument/sheet/', may: ['src/domain/', '@preact/signals-core'] },
  { place: 'src/authoring/', may: ['src/authoring/', 'src/domain/'] },
  { place: 'src/authoring/xlsx/', may: ['src/authoring/', 'src/domain/', 'fflate'] },
  { place: 'src/protocol/', may: ['src/protocol/', 'src/domain/', 'typebox'] },
  { place: 'src/device/', may: ['src/device/', 'src/protocol/', 'src/domain/'] },
  // Only the sealing itself knows the library that seals.
  { place: 'src/device/seal.ts', may: ['src/device/', 'src/protocol/', 'src/domain/', '@hpke/core'] },
  { place: 'src/device/store/', may: ['src/device/', 'src/protocol/', 'src/domain/', 'dexie'] },
  {
    place: 'src/app/',
    may: [
      'src/app/',
      'src/device/',
      'src/protocol/',
      'src/domain/',
      'preact',
      '@preact/signals',
      'workbox-window',
    ],
  },
  {
    place: 'src/app/parts/',
    may: [
      'src/app/parts/',
      'src/app/text/',
      'src/app/style/',
      'src/app/route.ts',
      'src/device/',
      'src/domain/',
      'preact',
      '@preact/signals',
    ],
  },
  { place: 'src/app/text/', may: ['src/app/text/', 'src/protocol/', 'src/domain/', '@preact/signals'] },
  {
    place: 'src/app/screens/office/',
    may: [
      'src/app/',
      'src/authoring/',
      'src/protocol/',
      'src/domain/',
      'preact',
      '@preact/signals',
      'chart.js',
      'uqr',
    ],
  },
  { place: 'src/worker/', may: ['src/worker/', 'workbox-core', 'workbox-precaching', 'workbox-routing'] },
  {
    place: 'src/server/',
    may: [
      'src/server/',
      'src/authoring/',
      'src/protocol/',
      'src/domain/',
      'node:',
      'typebox',
      'fastify',
      '@fastify/type-provider-typebox',
      '@fastify/compress',
      '@fastify/cookie',
      '@fastify/helmet',
      '@fastify/rate-limit',
      '@fastify/static',
      '@fastify/swagger',
      '@node-rs/argon2',
    ],
  },
  {
    place: 'src/server/store/',
    may: ['src/server/store/', 'src/protocol/', 'src/domain/', 'node:', 'kysely', '@photostructure/sqlite'],
  },
  { place: 'src/server/vite.config.ts', may: ['vite'] },
  { place: 'src/main.tsx', may: ['src/app/', 'src/device/', 'src/domain/', 'preact', '@preact/signals'] },
];

const BAD_NAMES = /(^|\/)(index|utils?|helpers?|common|managers?|impl)(\.tsx?$|\/)/;

/** Every broken rule as a sentence; empty is what the test wants. */
export function findViolations(root: string): string[] {
  const files = listSources(root);
  const imports = files.flatMap(file => readImports(root, file));
  return [
    ...files.filter(file => BAD_NAMES.test(file)).map(file => `${file}: a name that says nothing`),
    ...imports.flatMap(one => wrongWay(one)),
    ...imports.flatMap(one => acrossSiblings(one)),
    ...typeboxOnTablet(imports),
    ...cycles(imports),
  ];
}

function wrongWay(one: Import): string[] {
  const place = PLACES.filter(({ place }) => one.from.startsWith(place)).sort(
    (a, b) => b.place.length - a.place.length,
  )[0];
  if (!place) return [`${one.from}: a place that the table does not know`];
  const isAllowed = place.may.some(allowed =>
    one.isPackage ? one.to === allowed : one.to.startsWith(allowed),
  );
  return isAllowed ? [] : [`${one.from} -> ${one.to}: not allowed for ${place.place}`];
}

/** Screens never import another person's screens; routes never import routes. */
function acrossSiblings({ from, to, isPackage }: Import): string[] {
  if (isPackage) return [];
  const screen = /^src\/app\/screens\/([^/]+)\//;
  const fromScreen = screen.exec(from)?.[1];
  const toScreen = screen.exec(to)?.[1];
  if (fromScreen && toScreen && fromScreen !== toScreen)
    return [`${from} -> ${to}: screens import no other person's screens`];
  if (from.startsWith('src/server/routes/') && to.startsWith('src/server/routes/'))
    return [`${from} -> ${to}: routes import no routes`];
  return [];
}

/** The validator's weight stays at the centre: device and app take types from schemas, nothing that runs. */
function typeboxOnTablet(imports: Import[]): string[] {
  const heavy = new Set(imports.filter(one => one.to === 'typebox' && !one.isTypeOnly).map(one => one.from));
  for (let grew = true; grew; ) {
    grew = false;
    for (const one of imports)
      if (!one.isTypeOnly && !one.isPackage && heavy.has(one.to) && !heavy.has(one.from)) {
        heavy.add(one.from);
        grew = true;
      }
  }
  return [...heavy]
    .filter(file => /^src\/(app|device|main)/.test(file))
    .map(file => `${file}: brings typebox to the tablet`);
}

/** Loops of imports that run; a type that looks back costs nothing at run time but still counts here. */
function cycles(imports: Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, isPackage } of imports)
    if (!isPackage) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) found.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
    else if (!done.has(file)) {
      for (const to of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    }
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
