import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const staff = join(import.meta.dirname, 'src', 'web', 'staff');

// The host stays, else the server refuses what seems to come from another site's page.
const toServer = { target: 'http://127.0.0.1:8610', changeOrigin: false };

/** The log-in has a beginning of its own, and neither page may begin the other. */
const begins = /staff[\\/](index\.html|login\.html|main\.tsx|login\.tsx)$/;

/** What pages of figures share; who registers needs none of it. */
const figures =
  /staff[\\/](definitions|pictures)[\\/]|src[\\/](definitions|dashboards)[\\/]|reports[\\/](data[\\/])?measures\.ts/;

/** All of our own files that a page needs before it stands: what it imports, and what these import. */
function needed(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const text = readFileSync(path, 'utf8');
  for (const [, kind = '', to = ''] of text.matchAll(/^(?:import|export)( type)?\b[^'"]*?['"](\.[^'"]+\.tsx?)['"]/gm))
    if (kind === '') needed(resolve(dirname(path), to), found);
  return found;
}

/** Where a day begins, for most: each comes in few files, and brings nothing that only other pages need. */
const homes = ['HomePage.tsx', 'CounterPage.tsx', 'supervision/BoardPage.tsx'].map((page) => needed(join(staff, page)));
const homesOf = (id: string): number => homes.filter((files) => files.has(id)).length;

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
    modulePreload: { polyfill: false },
    // The frame of the workbench is one file: what it holds is needed on every page.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: { index: join(staff, 'index.html'), login: join(staff, 'login.html') },
      output: {
        codeSplitting: {
          // A few files that every page needs, and the log-in without most of them (web/staff/wire.browser.test.ts).
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|vite[\\/]preload-helper/,
              priority: 6,
            },
            { name: 'login', test: /[\\/](LoginPage\.tsx|LoginForm\.tsx|base\.css)$/, priority: 5 },
            { name: 'frame', tags: ['$initial'], test: (id) => !begins.test(id), priority: 4 },
            { name: 'fields', test: /node_modules/, minShareCount: 4, priority: 2 },
            { name: 'home', test: (id) => homesOf(id) > 1 && !figures.test(id), priority: 2 },
            { name: 'first', test: (id) => homesOf(id) === 1 && !figures.test(id), minShareCount: 3, priority: 2 },
            { name: 'figures', test: figures, priority: 1 },
            { name: 'intake', test: /staff[\\/](intake|linking)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    // Patterns: a plain /api would also catch our own api.ts.
    proxy: { '^/api/': toServer, '^/c(/|$)': toServer, '^/hall(/|$)': toServer },
  },
});
