import { type Finding, lineAt, type Source } from './source.ts';

/** What breaks on Citus or grows slow, most of it without an error message. */
const rules: readonly { readonly found: RegExp; readonly sentence: string; readonly only?: string }[] = [
  {
    found: /\bset_config\s*\(/gi,
    sentence:
      'set_config() does not reach the shards and then shows nothing: SET LOCAL with a checked literal (platform/db.ts)',
  },
  {
    found: /\bdo\s+update\b[^;`]*?\b(now|random|clock_timestamp|statement_timestamp)\s*\(/gi,
    sentence: 'DO UPDATE takes immutable values only: pass the time from code and use excluded',
  },
  {
    found: /\b(rollup|cube)\s*\(|\bgrouping\s+sets\b/gi,
    sentence: 'flat GROUP BY over counties; add up outside',
  },
  { found: /\bmerge\s+into\b|\.mergeInto\s*\(/gi, sentence: 'no MERGE: insert … on conflict' },
  {
    found: /\boffset\s+(\d|\$|:)|\.offset\s*\(/gi,
    sentence: 'no offset paging: it slows with every page, use a keyset (platform/cursor.ts)',
  },
  {
    found: /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/gi,
    sentence: 'no triggers: the command records what follows',
  },
  {
    found: /\bon\s+delete\s+set\s+(null|default)\b/gi,
    sentence: 'no SET NULL: county_code would be cleared with it; clear links in code',
  },
  {
    found: /\balter\s+table\b[^;]*?,\s*(add|alter|drop|enable|disable|force|rename|validate)\s/gi,
    sentence: 'one action for each ALTER TABLE',
  },
  {
    found: /\bkind\s*=\s*'(dispute|supervision)'/g,
    sentence: "no kind by name: ask a property of matter_kind, or take the name from the kind's own module",
    only: '.ts',
  },
  { found: /\bcreate\s+type\b[^;]*\benum\b/gi, sentence: 'text with a check, not an enum type' },
];

/** Comments become blanks of the same length, so that lines and places stay. */
function withoutComments({ path, text }: Source): string {
  const comment = path.endsWith('.sql') ? /--[^\n]*/g : /^\s*\/\/[^\n]*|\/\*[\s\S]*?\*\//gm;
  return text.replace(comment, (words) => words.replace(/[^\n]/g, ' '));
}

export function sqlText(sources: readonly Source[]): Finding[] {
  const sql = sources.filter(({ path }) => /^migrations\/.*\.sql$|\.sql\.ts$/.test(path));
  return sql.flatMap((source) => {
    const text = withoutComments(source);
    return rules.flatMap(({ found, sentence, only = '' }) =>
      [...(source.path.endsWith(only) ? text.matchAll(found) : [])].map(({ index }) => ({
        file: source.path,
        line: lineAt(text, index),
        rule: 'sql',
        sentence,
      })),
    );
  });
}
