import { defineConfig } from 'vite';

/** One script without imports that any page can be given: `sanadChecks.overflowing(document.documentElement)` and its like. */
export default defineConfig({
  build: {
    outDir: 'dist-checks',
    target: ['safari16.4', 'chrome111'],
    reportCompressedSize: false,
    lib: {
      entry: 'src/checks/index.ts',
      name: 'sanadChecks',
      formats: ['iife'],
      fileName: () => 'checks.js',
    },
  },
});
