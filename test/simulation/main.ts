// `npm run simulate -- --seed N --years Y`: bundles the simulation, so that no module loads in the middle of a step, and runs it.
import { spawnSync } from 'node:child_process';
import { bundle } from './bundle.ts';

const { file, remove } = await bundle();
const { status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=4096', file, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
remove();
process.exit(status ?? 1);
