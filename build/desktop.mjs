import { join } from 'node:path';
import { build } from 'vite';
import { root } from './lib/root.mjs';

/** Bundles the main process, the preload script (CommonJS: it runs sandboxed) and the core process. Native and wasm packages stay outside. */
const external = [/^node:/, 'electron', 'better-sqlite3', '@resvg/resvg-wasm'];
/** @type {readonly { entry: string, name: string, format: 'cjs' | 'es' }[]} */
const entries = [
  { entry: 'electron/main/index.ts', name: 'main.cjs', format: 'cjs' },
  { entry: 'electron/preload/index.ts', name: 'preload.cjs', format: 'cjs' },
  { entry: 'electron/node/coreProcess.ts', name: 'core.mjs', format: 'es' },
  { entry: 'electron/node/threadEntry.ts', name: 'threadEntry.mjs', format: 'es' },
];
for (const { entry, name, format } of entries) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: join(root, entry),
      outDir: 'dist/electron',
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { external, output: { format, entryFileNames: name, codeSplitting: false } },
    },
    ssr: { noExternal: true, target: 'node' },
  });
}
