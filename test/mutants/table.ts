// Every guard that has a mutant, by the part of the system that it stands in.
import type { Mutant } from './mutant.ts';
import { app } from './table/app.ts';
import { centre } from './table/centre.ts';
import { device } from './table/device.ts';
import { devicePull } from './table/device-pull.ts';
import { deviceStore } from './table/device-store.ts';
import { deviceSync } from './table/device-sync.ts';
import { faults } from './table/faults.ts';
import { fillingIn } from './table/filling-in.ts';
import { instruments } from './table/instruments.ts';
import { journeys } from './table/journeys.ts';
import { receiving } from './table/receiving.ts';

export const MUTANTS: readonly Mutant[] = [
  ...faults,
  ...device,
  ...deviceStore,
  ...deviceSync,
  ...devicePull,
  ...receiving,
  ...centre,
  ...instruments,
  ...fillingIn,
  ...app,
  ...journeys,
];
