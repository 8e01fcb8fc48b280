import { procedure } from '../src/disputes/procedure.ts';
import { countLines, type Finding, isTest, type Source } from './source.ts';
import { functionsOf, holdsTypesOnly } from './syntax.ts';

type Kind = { readonly name: string; readonly ceiling: number; is(source: Source): boolean };

const steps = new Set([...Object.keys(procedure), 'register']);
const data = /\/data\/|^seeds\/|\/(catalog|words|specs)\.ts$|\/routes\.tsx$|\/rules\.\w+\.ts$/;
const verb = (path: string): string => /([^/]+)\.ts$/.exec(path)?.[1] ?? '';

/** The first kind that fits counts. Types, words and data are looked up, not read from top to bottom. */
const kinds: readonly Kind[] = [
  { name: 'data', ceiling: Infinity, is: (source) => data.test(source.path) || holdsTypesOnly(source) },
  { name: 'SQL file', ceiling: 200, is: ({ path }) => path.endsWith('.sql.ts') },
  { name: 'routes file', ceiling: 150, is: ({ path }) => path.endsWith('.routes.ts') },
  { name: 'page', ceiling: 180, is: ({ path }) => path.endsWith('.tsx') },
  { name: 'decision', ceiling: 100, is: ({ path }) => path.startsWith('src/') && steps.has(verb(path)) },
  { name: 'check', ceiling: 59, is: ({ path }) => path.startsWith('checks/') },
  { name: 'procedure table', ceiling: 180, is: ({ path }) => path.endsWith('/procedure.ts') },
  { name: 'pure file', ceiling: 160, is: () => true },
];
const FUNCTION = 40;
const MODULE = 1200;
/** docs/decisions/0015: larger by decision, each with the size it must not grow beyond. */
// biome-ignore format: looked up, not read
const larger: Readonly<Record<string, number>> = {
  disputes: 3450, platform: 4800, people: 2750, network: 2300, settings: 1500, routing: 1500, deadlines: 1750, attendance: 4300, supervision: 2500,
  reception: 1950, replays: 1600, imports: 3700, linking: 1500, sheets: 2700, dashboards: 1370, server: 2550, ledger: 3150, reports: 4000,
  reassigning: 2800, procedures: 1550, delivery: 1350, residents: 1450, backups: 1900, agreements: 2200, mediation: 1400, bookings: 1250,
  claimants: 1650, sittings: 2350, dossier: 1250,
};

function tooLong(file: string, line: number, what: string, lines: number, ceiling: number): Finding[] {
  if (lines <= ceiling) return [];
  return [{ file, line, rule: 'sizes', sentence: `${what} has ${lines} lines, the ceiling is ${ceiling}` }];
}

function ofFile(source: Source, kind: Kind | undefined): Finding[] {
  const whole = tooLong(source.path, 1, `this ${kind?.name}`, countLines(source.text), kind?.ceiling ?? 0);
  const parts = functionsOf(source).flatMap(({ name, line, lines }) =>
    tooLong(source.path, line, `the function ${name}`, lines, FUNCTION),
  );
  return [...whole, ...parts];
}

export function sizes(sources: readonly Source[]): Finding[] {
  const modules = new Map<string, number>();
  const files = sources.flatMap((source) => {
    const { path, text } = source;
    if (path === 'ARCHITECTURE.md') return tooLong(path, 1, 'this map', countLines(text), 200);
    if (!/\.tsx?$/.test(path) || isTest(path) || path.startsWith('scenarios/')) return [];
    const kind = kinds.find((each) => each.is(source));
    // All of src/web is pages and what they are made of.
    const module = /^src\/(?!web\/)([^/]+)\//.exec(path)?.[1];
    if (module !== undefined && kind?.name !== 'data' && kind?.name !== 'page')
      modules.set(module, (modules.get(module) ?? 0) + countLines(text));
    return ofFile(source, kind);
  });
  const whole = [...modules].flatMap(([module, lines]) =>
    tooLong(`src/${module}`, 1, 'this module', lines, larger[module] ?? MODULE),
  );
  return [...files, ...whole];
}
