import { expect, test } from 'vitest';
import { importsOf, sourcesOf } from '../../checks/source.ts';

const byPath = new Map(sourcesOf('src/**/*.ts').map((source) => [source.path, source]));

/** All that a program loads by its import statements, its own files and packages. */
function loadedBy(start: string): Set<string> {
  const loaded = new Set([start]);
  for (const path of loaded) {
    const source = byPath.get(path);
    for (const { to, typeOnly } of source ? importsOf(source) : []) if (!typeOnly) loaded.add(to);
  }
  return loaded;
}

/** What takes apart archives, XML and images, and lays out papers. */
const opens = ['saxes', 'jszip', 'sharp', 'file-type', '@myriaddreamin/typst-ts-node-compiler'];
const within = (loaded: Set<string>) => opens.filter((name) => loaded.has(name));

test('nothing that opens files from outside or lays out papers is loaded where people are served', () => {
  const serving = loadedBy('src/server/main.ts');
  expect(serving.size).toBeGreaterThan(500);
  expect(within(serving)).toEqual([]);
});

test('it is loaded in the processes apart', () => {
  expect(within(loadedBy('src/sheets/bookWorker.ts'))).toEqual(['saxes']);
  expect(within(loadedBy('src/apart/acceptWorker.ts'))).toEqual(['sharp', 'file-type']);
  // jszip only packs what the press itself has made.
  expect(within(loadedBy('src/documents/pressWorker.ts'))).toEqual(['jszip', '@myriaddreamin/typst-ts-node-compiler']);
});
