import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The gallery of the components' states: development only, no part of the extension. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  server: { host: '127.0.0.1', port: 4173, fs: { allow: ['../..'] } },
  build: { cssTarget: 'chrome140' },
});
