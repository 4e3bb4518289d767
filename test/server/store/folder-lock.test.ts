// The lock of a data folder: one holder at a time, and nothing left behind by one that is gone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../../src/server/store/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lembar-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the lock of a data folder has one holder at a time', () => {
  const first = lockFolder(folder);
  expect(first).not.toBe(null);
  expect(lockFolder(folder)).toBe(null);
  first?.letGo();
  const next = lockFolder(folder);
  expect(next).not.toBe(null);
  next?.letGo();
});

it('the lock of a folder that cannot be used is no lock held by another', () => {
  expect(() => lockFolder(join(folder, 'missing'))).toThrow('unable to open');
});
