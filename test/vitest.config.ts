// Two projects: `unit` runs in seconds beside the code; `journeys` drive a real Chromium against the built product.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    projects: [
      {
        test: {
          name: 'unit',
          root: `${import.meta.dirname}/..`,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**'],
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          // The long ones (fuzz, simulation) beside the short ones, also where there are two cores.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          root: `${import.meta.dirname}/..`,
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
});
