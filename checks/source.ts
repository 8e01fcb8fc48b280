import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Source = { readonly path: string; readonly text: string };
export type Finding = {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly sentence: string;
};
export type Import = { readonly to: string; readonly line: number; readonly typeOnly: boolean };

export const root = join(import.meta.dirname, '..');
const generated = ['node_modules', 'dist', '.data', '.git', 'coverage', 'test-results'];

/** Files below the root, with paths relative to it and `/` between folders. */
export function sourcesOf(...patterns: string[]): Source[] {
  const entries = globSync(patterns, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => generated.includes(entry.name),
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return [...new Set(paths)].sort().map((path) => ({
    path: path.slice(root.length + 1).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));
}

export const isTest = (path: string): boolean => /\.test\.tsx?$|\.matrix\.ts$|(^|\/)testing\//.test(path);

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

export const countLines = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

const statement =
  /^(?:import|export)(?<type>\s+type)?\b[^'"`;]*?\bfrom\s*'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\(\s*'(?<dynamic>[^']+)'\s*\)/gm;

/** What a file imports, as written in its import statements; paths of our own files resolved from the root. */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(statement)].map((match) => {
    const named = match.groups?.from ?? match.groups?.bare ?? match.groups?.dynamic ?? '';
    const to = named.startsWith('.') ? join(path, '..', named).replaceAll('\\', '/') : named;
    return { to, line: lineAt(text, match.index), typeOnly: match.groups?.type !== undefined };
  });
}

export const inWords = ({ file, line, rule, sentence }: Finding): string => `${file}:${line} ${rule} ${sentence}`;
