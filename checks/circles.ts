import { type Finding, importsOf, isTest, type Source } from './source.ts';

/** Files that need each other to be loaded; each circle is told once, at the import that closes it. */
export function circles(sources: readonly Source[]): Finding[] {
  const code = sources.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
  const byPath = new Map(code.map((source) => [source.path, source]));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const visit = (source: Source, way: readonly string[]): void => {
    seen.add(source.path);
    const here = [...way, source.path];
    for (const { to, line, typeOnly } of importsOf(source)) {
      const next = byPath.get(to);
      if (!next || typeOnly) continue;
      const start = here.indexOf(to);
      const sentence = `imports in a circle: ${[...here.slice(start), to].join(' → ')}`;
      if (start >= 0) findings.push({ file: source.path, line, rule: 'circles', sentence });
      else if (!seen.has(to)) visit(next, here);
    }
  };
  for (const source of code) if (!seen.has(source.path)) visit(source, []);
  return findings;
}
