// Makes every result again from the records as they came, and says what could now be used.
import type { Centre } from '../centre.ts';
import { rebuild as rebuildAll } from '../receive/rebuild.ts';

export type RebuildWorld = Pick<Centre, 'db' | 'keys'> & { readonly print: (text: string) => unknown };

/** To be called while no centre runs on the data folder. Resolves with the exit code. */
export async function rebuild({ print, ...centre }: RebuildWorld, args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    print('Pemakaian / usage: rebuild\n');
    return 2;
  }
  const unusable: unknown[] = [];
  const freed = await rebuildAll(centre, error => unusable.push(error));
  print(`Semua hasil disusun ulang dari catatan asli; ${freed} catatan tertahan kini terpakai.
Every result is made again from the records as they came; ${freed} held records could now be used.
`);
  for (const error of unusable) print(`${error instanceof Error ? error.message : String(error)}\n`);
  return unusable.length === 0 ? 0 : 1;
}
