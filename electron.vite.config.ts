/** Bundles the programs and the window into `out/`; only packages with native code stay outside. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const programs = ['main', 'engineProcess', 'serve', 'cli'];
const pages = ['index', 'sheets'];
const isBundled = { externalizeDeps: { include: ['better-sqlite3', '@node-rs/argon2'] } };

export default defineConfig({
  main: {
    build: {
      ...isBundled,
      target: 'node20.18',
      rollupOptions: {
        input: Object.fromEntries(programs.map((name) => [name, `electron/${name}.ts`])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        // A sandboxed page loads one file only: these two may have nothing in common that would become a third.
        input: { preload: 'electron/preload.ts', sheetsPreload: 'electron/sheetsPreload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: '/',
    plugins: [react()],
    build: {
      target: 'chrome130',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      minify: true,
      rollupOptions: { input: Object.fromEntries(pages.map((page) => [page, path.resolve(`renderer/${page}.html`)])) },
    },
  },
});
