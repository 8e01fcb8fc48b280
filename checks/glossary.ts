import { type Finding, isTest, lineAt, type Source } from './source.ts';
import { type Named, namesIn } from './syntax.ts';
import { vocabulary } from './vocabulary.ts';

type Banned = { readonly word: string; readonly say: string; readonly except: readonly string[] };

/** Files, networks and databases have words of their own. */
const technical = /^src\/(platform|ui|sheets|documents)\//;
const code = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

function namesInSql(sources: readonly Source[], found: RegExp): Named[] {
  const migrations = sources.filter(({ path }) => /^migrations\/.*\.sql$/.test(path));
  return migrations.flatMap(({ path, text }) =>
    [...text.matchAll(found)].map((m) => ({ file: path, line: lineAt(text, m.index), name: m[1] ?? '' })),
  );
}

const table = /\bcreate table (?:if not exists )?(\w+)/g;
const column = /^ {2}(\w+) (?:text|uuid|integer|bigint|date|timestamptz|boolean|jsonb|numeric)\b|\badd column (\w+)/gm;

const partsOf = (name: string): string[] =>
  name
    .replace(/(?<=[a-z0-9])[A-Z]/g, '_$&')
    .toLowerCase()
    .split('_');
const spelled = (name: string): string => partsOf(name).join('_');

function badWord({ name }: Named, banned: readonly Banned[]): Banned | undefined {
  const parts = partsOf(name);
  // The word itself in the third column is a name of the language or the browser, as it stands.
  const spared = (each: string, word: string) =>
    each === word ? name === word : spelled(name).includes(spelled(each));
  return banned.find(({ word, except }) => parts.includes(word) && !except.some((each) => spared(each, word)));
}

/** Every word of the procedure and every table has its row; the words of the last table are said by nobody. */
export function glossary(text: string, sources: readonly Source[], words = vocabulary()): Finding[] {
  const [rows = '', last = ''] = text.split('## Words we do not use');
  const known = new Set(code(rows).flatMap((each) => each.split(/[^\w-]+/)));
  const banned = [...last.matchAll(/^\| `(\w+)` \| `(\w+)` \|(.*)\|$/gm)].map(
    ([, word = '', say = '', except]): Banned => ({ word, say, except: code(except) }),
  );
  const tables = namesInSql(sources, table);
  const domain = sources.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !technical.test(path) && !isTest(path));
  const said = [...tables, ...namesInSql(sources, column), ...domain.flatMap(namesIn)];
  const missing = [...words, ...tables].filter(({ name }) => !known.has(name));
  return [
    ...missing.map(({ name, ...at }) => ({ ...at, rule: 'glossary', sentence: `“${name}” has no row in GLOSSARY.md` })),
    ...said.flatMap((named) => {
      const bad = badWord(named, banned);
      const { name, ...at } = named;
      return bad ? [{ ...at, rule: 'glossary', sentence: `${name}: say ${bad.say}, not ${bad.word}` }] : [];
    }),
  ];
}
