// Builds the gallery of widgets: a page to look at, no part of the product.
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  build: { target: 'es2022' },
  logLevel: 'warn',
});
