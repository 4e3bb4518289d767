// Half of the generated bodies, beside the other half on the other core: at every route, by everybody.
import { it } from 'vitest';
import { expectSound } from './expect-sound.ts';

it('no body at any route, half 1 of 100,000, makes the centre fail, grow, or keep what it refuses', async () => {
  await expectSound(1, 50_000);
}, 1_200_000);
