// Holds the house's one-way layers: a wrong-way import, a cycle, an oversized or unexplained file fails here.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { listSources } from './architecture/imports.ts';
import { findViolations } from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');

test('every import goes the way of the layers, and nothing goes in a circle', () => {
  expect(findViolations(root)).toEqual([]);
});

test('every file says on its first line why it exists and stays under 400 lines', () => {
  const offenders = listSources(root).filter(file => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return !lines[0]?.startsWith('// ') || lines.length > 401;
  });
  expect(offenders).toEqual([]);
});

describe('a planted fault is found', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const plant = (file: string, line: string) => {
    const copy = mkdtempSync(join(tmpdir(), 'lembar-architecture-'));
    folders.push(copy);
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    writeFileSync(join(copy, file), `// planted\n${line}\n`);
    return findViolations(copy);
  };

  test.each([
    [
      'domain reaches up',
      'src/domain/planted.ts',
      "import { PROTO } from '../protocol/limits.ts';\nexport { PROTO };",
    ],
    [
      'a type import reaches up',
      'src/domain/planted.ts',
      "import type { PushReply } from '../protocol/push.ts';\nexport type P = PushReply;",
    ],
    ['domain takes a package', 'src/domain/planted.ts', "import 'dexie';"],
    ['domain outside the sheet takes signals', 'src/domain/planted.ts', "import '@preact/signals-core';"],
    ['authoring reaches up', 'src/authoring/planted.ts', "import '../app/route.ts';"],
    [
      'a tablet carries the compiler',
      'src/app/screens/kiosk/planted.ts',
      "import '../../../authoring/workbook.ts';",
    ],
    ['the app reaches the server', 'src/app/planted.ts', "import '../server/access.ts';"],
    ['the server reaches the app', 'src/server/planted.ts', "export type A = import('../app/route.ts').A;"],
    [
      'a screen of one person imports another person’s',
      'src/app/screens/kiosk/planted.ts',
      "import '../office/Office.tsx';",
    ],
    ['dexie outside the store', 'src/device/sync/planted.ts', "import 'dexie';"],
    [
      'SQL outside the store',
      'src/server/routes/planted.ts',
      "import { sql } from 'kysely';\nexport { sql };",
    ],
    [
      'a schema that runs on the tablet',
      'src/device/planted.ts',
      "import { PushReply } from '../protocol/push.ts';\nexport { PushReply };",
    ],
    ['a lazy wrong way', 'src/device/planted.ts', "export const late = () => import('../app/route.ts');"],
    ['a name that says nothing', 'src/domain/utils.ts', 'export const one = 1;'],
  ])('%s', (_, file, line) => {
    expect(plant(file, line).filter(violation => violation.includes(file))).not.toEqual([]);
  });

  test('a circle', () => {
    expect(
      plant('src/domain/planted.ts', "import './planted.ts';").some(one => one.startsWith('cycle')),
    ).toBe(true);
  });
});
