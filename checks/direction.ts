import { type Finding, importsOf, isTest, type Source } from './source.ts';

/** House list, lowest first: a module imports only what stands before it. The server knows every module. */
const modules =
  `platform apart ui sheets documents calendar network attempts people settings law matters search delivery deadlines procedures waits promises supervision replays
  attendance bookings reception clues intake routing disputes claimants agreements signing mediation sittings taskForces closing residents finding ledger linking reassigning imports
  return-visits reviews papers templates handover confirmation laborArbitration doors scans dossier screening meetings alerts rentals patrols training outreach exchange rollups dashboards reports definitions briefing backups upkeep web server`.split(
    /\s+/,
  );

type Layer = 'pure' | 'sql' | 'routes' | 'page';

const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  pure: ['pure'],
  sql: ['pure', 'sql'],
  routes: ['pure', 'sql', 'routes'],
  page: ['pure', 'page'],
};

function layerOf(path: string): Layer {
  if (path.endsWith('.tsx')) return 'page';
  if (path.endsWith('.sql.ts')) return 'sql';
  return path.endsWith('.routes.ts') ? 'routes' : 'pure';
}

const moduleOf = (path: string): string => path.split('/')[1] ?? '';

/** Why this import goes against the direction, or nothing. Types count as well: a row type is knowledge of the table. */
function against(path: string, to: string): string | undefined {
  const [from, target] = [layerOf(path), layerOf(to)];
  if (to.startsWith('node:')) return from === 'page' ? `a page runs in a browser and cannot import ${to}` : undefined;
  if (!to.startsWith('src/')) return undefined;
  if (moduleOf(path) !== 'server' && !mayImport[from].includes(target))
    return `a ${from} file imports only ${mayImport[from].join(' and ')} files, not ${to}`;
  const [own, other] = [modules.indexOf(moduleOf(path)), modules.indexOf(moduleOf(to))];
  if (own < 0) return `the module ${moduleOf(path)} has no place in the house list`;
  if (other > own) return `${moduleOf(path)} stands above ${moduleOf(to)} and cannot import ${to}`;
  return undefined;
}

export function direction(sources: readonly Source[]): Finding[] {
  const code = sources.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
  return code.flatMap((source) =>
    importsOf(source).flatMap(({ to, line }) => {
      const sentence = against(source.path, to);
      return sentence === undefined ? [] : [{ file: source.path, line, rule: 'direction', sentence }];
    }),
  );
}

/** Pure files that pages load must run in a browser as well. */
export function inBrowser(sources: readonly Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set(sources.filter(({ path }) => path.endsWith('.tsx') && !isTest(path)));
  const findings: Finding[] = [];
  for (const source of reached)
    for (const { to, line, typeOnly } of importsOf(source)) {
      const next = byPath.get(to);
      if (next && !typeOnly) reached.add(next);
      if (to.startsWith('node:') && !source.path.endsWith('.tsx'))
        findings.push({ file: source.path, line, rule: 'browser', sentence: `pages load this file, so not ${to}` });
    }
  return findings;
}
