import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { charactersIn } from './coverage.ts';

const require = createRequire(import.meta.url);

/** Where fonts are: those that come along, and a site's own (仿宋, an extension font for rare names). */
export function fontFolders(): string[] {
  const noto = join(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'), '..');
  const folders = ['400Regular', '600SemiBold'].map((weight) => join(noto, weight));
  folders.push(fileURLToPath(new URL('./fonts', import.meta.url)));
  const ofSite = process.env.FENGQIAO_FONTS;
  return ofSite ? [...folders, ofSite] : folders;
}

let drawn: ReadonlySet<number> | undefined;

/** Every character that a paper of ours can show. */
export function drawnCharacters(): ReadonlySet<number> {
  if (drawn) return drawn;
  const all = new Set<number>();
  // Both Noto weights draw the same characters, so one is read.
  for (const folder of fontFolders().filter((path) => !path.endsWith('600SemiBold'))) {
    for (const name of readdirSync(folder).filter((file) => /\.(ttf|otf|ttc)$/i.test(file))) {
      for (const point of charactersIn(readFileSync(join(folder, name)))) all.add(point);
    }
  }
  drawn = all;
  return all;
}
