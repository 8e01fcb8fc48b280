import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const staff = join(import.meta.dirname, 'src', 'web', 'staff');

// The host stays, else the server refuses what seems to come from another site's page.
const toServer = { target: 'http://127.0.0.1:8610', changeOrigin: false };

export default defineConfig({
  root: staff,
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'staff'),
    emptyOutDir: true,
    // The 360, Qianxin and UOS browsers found in offices.
    target: 'chrome108',
    cssTarget: 'chrome108',
    // A strict policy refuses data: in most places, and fonts inlined would be loaded by everybody.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ }],
        },
      },
    },
  },
  server: {
    // Patterns: a plain /api would also catch our own api.ts.
    proxy: { '^/api/': toServer, '^/c(/|$)': toServer, '^/hall(/|$)': toServer },
  },
});
