import { type Finding, lineAt, type Source } from './source.ts';

/** Its rows were hidden from it already, and its text is what installed databases have recorded. */
const before = new Set(['migrations/0012_moved_clocks.sql']);

/**
 * Row security is forced on the owner too: a migration that changes rows of such a table and does not lift it for that moment
 * changes none of them, and says nothing.
 */
export function forced(sources: readonly Source[]): Finding[] {
  const migrations = sources.filter(({ path }) => /^migrations\/.*\.sql$/.test(path));
  const named = (pattern: RegExp, { text }: Source) => [...text.matchAll(pattern)].map((found) => found[1] ?? '');
  const hidden = new Set(migrations.flatMap((each) => named(/^alter table (\w+) force row level security/gm, each)));
  return migrations.flatMap((source) => {
    const { path, text } = source;
    const lifted = new Set(named(/^alter table (\w+) no force row level security/gm, source));
    return [...text.matchAll(/^(?:update|delete from) (\w+)/gm)].flatMap(({ 1: table = '', index }) => {
      if (before.has(path) || !hidden.has(table) || lifted.has(table)) return [];
      const sentence = `the owner sees no row of ${table}: lift “force row level security” for this statement`;
      return [{ file: path, line: lineAt(text, index), rule: 'forced', sentence }];
    });
  });
}
