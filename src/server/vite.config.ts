// Bundles the centre for Node: own code in one folder, packages stay in node_modules.
import { defineConfig } from 'vite';

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  publicDir: false,
  build: {
    ssr: true,
    rolldownOptions: {
      input: {
        main: 'src/server/main.ts',
        // A thread's script must be a file of its own, beside the one that starts it.
        'compile-worker': 'src/server/instrument/compile-worker.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
    outDir: 'dist/server',
    target: 'node20',
    emptyOutDir: true,
    sourcemap: true,
  },
});
