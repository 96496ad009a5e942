import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages: relative addresses, so that they work from the app's own protocol and from the loopback host; nothing inlined, so that the content policy holds. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome130',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
});
