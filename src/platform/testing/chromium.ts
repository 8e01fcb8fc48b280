import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { repositoryRoot } from '../config.ts';

export type Chromium = { readonly executable: string; readonly env: Record<string, string> };

const packages = join(repositoryRoot, 'node_modules');
const packed = join(packages, '@sparticuz/chromium');

/** Only the fonts from npm, so that a page looks the same on every machine, also on one that has no font at all. */
function fontsConf(home: string): string {
  const weights = ['400Regular', '600SemiBold', '700Bold'];
  const folders = weights.map((weight) => `<dir>${join(packages, '@expo-google-fonts/noto-sans-sc', weight)}</dir>`);
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>${folders.join('')}<cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>
`;
}

/** Beside the packages, or in the temporary folder where those belong to someone else. */
function cacheFolder(): string {
  const beside = join(packages, '.cache', 'fengqiao');
  try {
    mkdirSync(beside, { recursive: true });
    accessSync(beside, constants.W_OK);
    return beside;
  } catch {
    const own = join(tmpdir(), `fengqiao-browser-${process.getuid?.() ?? 0}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }
}

function unpackInto(home: string): void {
  const executable = join(home, 'chromium');
  writeFileSync(executable, brotliDecompressSync(readFileSync(join(packed, 'bin/chromium.br'))));
  chmodSync(executable, 0o755);
  const libraries = brotliDecompressSync(readFileSync(join(packed, 'bin/al2023.tar.br')));
  const tar = spawnSync('tar', ['-xf', '-', '-C', home], { input: libraries });
  if (tar.status !== 0) throw new Error(`tar could not unpack the libraries: ${tar.stderr}`);
}

/** Unpacked once per version. The rename at the end makes two test runs that start together safe. */
function unpacked(cache: string): string {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  const draft = mkdtempSync(`${home}-`);
  try {
    unpackInto(draft);
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

/** The package brings NSS and expat for machines that lack them; where the system has its own, those are used. */
function librariesFor(home: string): Record<string, string> {
  const seen = spawnSync('ldd', [join(home, 'chromium')], { encoding: 'utf8' });
  const complete = seen.status === 0 && !seen.stdout.includes('not found');
  return complete ? {} : { LD_LIBRARY_PATH: join(home, 'lib') };
}

function onThePath(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** A Chromium without apt: from npm on x64 Linux; elsewhere CHROMIUM, or the one that is installed. */
export function findChromium(): Chromium {
  const fromNpm =
    process.platform === 'linux' && process.arch === 'x64' && globSync(join(packed, 'bin/chromium.br')).length > 0;
  const own = process.env.CHROMIUM ?? (fromNpm ? undefined : onThePath());
  const cache = cacheFolder();
  const conf = join(cache, 'fonts.conf');
  writeFileSync(conf, fontsConf(cache));
  const env = { PATH: process.env.PATH ?? '', HOME: cache, FONTCONFIG_FILE: conf };
  if (own !== undefined) return { executable: own, env };
  if (!fromNpm) throw new Error('No Chromium here: install one, or name it in CHROMIUM.');
  const home = unpacked(cache);
  return { executable: join(home, 'chromium'), env: { ...env, ...librariesFor(home) } };
}
