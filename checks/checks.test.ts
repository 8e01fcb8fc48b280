import { describe, expect, test } from 'vitest';
import { circles } from './circles.ts';
import { direction, inBrowser } from './direction.ts';
import { english } from './english.ts';
import { folders } from './folders.ts';
import { forced } from './forced.ts';
import { glossary } from './glossary.ts';
import { legal } from './legal.ts';
import { sizes } from './sizes.ts';
import { type Finding, inWords, type Source } from './source.ts';
import { sqlText } from './sql-text.ts';
import { stack } from './stack.ts';
import { words } from './words.ts';

const file = (path: string, text: string): Source => ({ path, text });
const sentences = (findings: readonly Finding[]): string[] => findings.map(inWords);
const lines = (count: number, line = 'const a = 1;'): string => `${line}\n`.repeat(count);

describe('direction', () => {
  test.each([
    ['src/disputes/a.ts', "import { b } from './b.sql.ts';", 'a pure file imports only pure files'],
    ['src/disputes/a.ts', "import type { Row } from './b.sql.ts';", 'a pure file imports only pure files'],
    ['src/disputes/a.sql.ts', "import { b } from './b.routes.ts';", 'a sql file imports only pure and sql files'],
    [
      'src/web/staff/A.tsx',
      "import {\n  b,\n} from '../../disputes/b.sql.ts';",
      'a page file imports only pure and page',
    ],
    ['src/web/staff/A.tsx', "import { join } from 'node:path';", 'a page runs in a browser'],
    ['src/routing/a.ts', "import { b } from '../disputes/b.ts';", 'routing stands above disputes'],
    ['src/matters/a.ts', "export { b } from '../server/b.ts';", 'matters stands above server'],
    ['src/routing/a.ts', "type B = import('../disputes/b.ts').B;", 'routing stands above disputes'],
    ['src/novelty/a.ts', "import { b } from '../platform/b.ts';", 'the module novelty has no place in the house list'],
  ])('%s: %s', (path, text, sentence) => {
    expect(sentences(direction([file(path, text)]))).toEqual([
      expect.stringContaining(`${path}:1 direction ${sentence}`),
    ]);
  });

  test('downwards is fine, tests look wherever they need, the server knows everything', () => {
    const fine = [
      file('src/disputes/a.sql.ts', "import { b } from '../routing/b.ts';\nimport { c } from './c.ts';"),
      file('src/routing/a.test.ts', "import { b } from '../disputes/b.sql.ts';"),
      file('src/server/app.ts', "import { b } from '../web/citizen/b.routes.ts';"),
    ];
    expect(direction(fine)).toEqual([]);
  });

  test('a pure file that a page loads cannot use Node, however far down it lies', () => {
    const page = file('src/web/staff/A.tsx', "import { b } from '../../intake/b.ts';");
    const between = file('src/intake/b.ts', "import { c } from './c.ts';");
    const deep = file('src/intake/c.ts', "\nimport { randomInt } from 'node:crypto';");
    expect(sentences(inBrowser([page, between, deep]))).toEqual([expect.stringContaining('src/intake/c.ts:2 browser')]);
  });
});

describe('circles', () => {
  const a = file('src/reports/a.ts', "\nimport { b } from './b.ts';");
  const b = file('src/reports/b.ts', "export { c } from './c.ts';");

  test('files that need each other to be loaded, however long the circle', () => {
    const c = file('src/reports/c.ts', "import './a.ts';");
    expect(sentences(circles([a, b, c]))).toEqual([
      'src/reports/c.ts:1 circles imports in a circle: src/reports/a.ts → src/reports/b.ts → src/reports/c.ts → src/reports/a.ts',
    ]);
  });

  test('a type is gone when the file is loaded, and two ways to one file are no circle', () => {
    const c = file('src/reports/c.ts', "import type { A } from './a.ts';");
    const d = file('src/reports/d.ts', "import { b } from './b.ts';\nimport { c } from './c.ts';");
    expect(circles([a, b, c, d])).toEqual([]);
  });
});

describe('folders of the workbench', () => {
  test('a page that takes from the folder of another', () => {
    const page = file('src/web/staff/clues/CluePage.tsx', "import { a } from '../ledger/a.ts';");
    const work = file('src/web/staff/work/WorkPage.tsx', "\nimport type { B } from '../ledger/forms/b.ts';");
    expect(sentences(folders([page, work]))).toEqual([
      'src/web/staff/clues/CluePage.tsx:1 folders the folder clues imports from ledger, which is not shared: src/web/staff/ledger/a.ts',
      'src/web/staff/work/WorkPage.tsx:2 folders the folder work imports from ledger, which is not shared: src/web/staff/ledger/forms/b.ts',
    ]);
  });

  test('what is shared, what stands beside the folders, and the files there that know every page', () => {
    const page = file(
      'src/web/staff/clues/CluePage.tsx',
      "import { a } from '../work/a.ts';\nimport { api } from '../api.ts';\nimport { w } from './words.ts';",
    );
    const routes = file('src/web/staff/routes.tsx', "import { readLedger } from './ledger/search.ts';");
    const test = file('src/web/staff/clues/clues.test.ts', "import { a } from '../ledger/a.ts';");
    expect(folders([page, routes, test])).toEqual([]);
  });
});

test('a migration that changes rows which are hidden from the owner too', () => {
  const hides = file('migrations/0005_a.sql', 'alter table matter force row level security;');
  const changes = file('migrations/0099_b.sql', "alter table matter add column a text;\nupdate matter set a = 'b';");
  const lifts = file(
    'migrations/0100_c.sql',
    "alter table matter no force row level security;\nupdate matter set a = 'c';\nalter table matter force row level security;",
  );
  expect(sentences(forced([hides, changes, lifts]))).toEqual([
    'migrations/0099_b.sql:2 forced the owner sees no row of matter: lift “force row level security” for this statement',
  ]);
});

test('a sentence of law that stands outside the catalog', () => {
  const said = (path: string, text: string) => sentences(legal([file(path, text)])).length;
  expect(said('src/routing/dispatch.ts', "const why = '《人民调解法》第十七条';")).toBe(1);
  expect(said('src/routing/dispatch.ts', '// 《人民调解法》第十七条 says why')).toBe(0);
  expect(said('src/law/data/sayings.ts', "text: '《人民调解法》第十七条'")).toBe(0);
  expect(said('src/residents/residentNext.ts', "return '您可以向法院起诉。';")).toBe(2);
  expect(said('src/routing/dispatch.ts', "label: '起诉'")).toBe(0);
});

test('a sentence of the server without its English twin', () => {
  const said = (path: string, text: string) => sentences(english([file(path, text)])).length;
  expect(said('src/routing/dispatch.ts', "const a = '没有这一天。';")).toBe(0);
  expect(said('src/routing/dispatch.ts', "const a = '没有这样的一句话。';")).toBe(1);
  expect(said('src/routing/dispatch.ts', 'const a = `没有${what}这样的一句话。`;')).toBe(1);
  expect(said('src/residents/residentNext.ts', "const a = '没有这样的一句话。';")).toBe(0);
});

describe('sizes', () => {
  test.each([
    ['src/routing/dispatch.ts', 101, 'this decision has 101 lines, the ceiling is 100'],
    ['src/disputes/disputes.sql.ts', 201, 'this SQL file has 201 lines, the ceiling is 200'],
    ['src/disputes/disputes.routes.ts', 151, 'this routes file has 151 lines, the ceiling is 150'],
    ['src/web/staff/Page.tsx', 181, 'this page has 181 lines, the ceiling is 180'],
    ['src/disputes/other.ts', 161, 'this pure file has 161 lines, the ceiling is 160'],
    ['checks/own.ts', 60, 'this check has 60 lines, the ceiling is 59'],
    ['ARCHITECTURE.md', 201, 'this map has 201 lines, the ceiling is 200'],
  ])('%s with %i lines', (path, count, sentence) => {
    expect(sentences(sizes([file(path, lines(count))]))).toEqual([`${path}:1 sizes ${sentence}`]);
    expect(sizes([file(path, `\n\n${lines(count - 1)}`)])).toEqual([]);
  });

  test('a function of 41 lines, wherever it stands', () => {
    const text = `\nexport const long = () => {\n${lines(39)}};\n`;
    expect(sentences(sizes([file('src/disputes/a.ts', text)]))).toEqual([
      'src/disputes/a.ts:2 sizes the function long has 41 lines, the ceiling is 40',
    ]);
  });

  test('markup is the page’s, not the function’s', () => {
    const text = `export function A() {\nreturn <>\n${lines(60, '<br />')}</>;\n}\n`;
    expect(sizes([file('src/web/staff/A.tsx', text)])).toEqual([]);
  });

  test('a module of 1,201 lines, of which tests, words and types do not count', () => {
    const ten = Array.from({ length: 9 }, (_, index) => file(`src/reviews/a${index}.ts`, lines(133)));
    const free = ['words.ts', 'a.test.ts', 'testing/b.ts'].map((name) => file(`src/reviews/${name}`, lines(500)));
    const types = file('src/reviews/views.ts', lines(500, 'export type A = string;'));
    expect(sizes([...ten, ...free, types])).toEqual([]);
    expect(sentences(sizes([...ten, file('src/reviews/b.ts', lines(4))]))).toEqual([
      'src/reviews:1 sizes this module has 1201 lines, the ceiling is 1200',
    ]);
  });
});

describe('SQL text', () => {
  test.each([
    "select set_config('app.viewers', $1, true)",
    'insert into a values (1) on conflict (id) do update set at = now()',
    'select county_code, sum(n) from a group by rollup (county_code)',
    'merge into a using b on true when matched then delete',
    'select * from a order by id limit 10 offset 20',
    'alter table a add column b text, add column c text',
    'create trigger t before insert on a execute function f()',
    'alter table a add foreign key (b) references c (d) on delete set null',
    "create type color as enum ('red')",
  ])('%s', (sql) => {
    expect(sentences(sqlText([file('migrations/0001_a.sql', `-- why\n${sql};`)]))).toEqual([
      expect.stringContaining('migrations/0001_a.sql:2 sql'),
    ]);
  });

  test('queries in code as well, comments not', () => {
    expect(sqlText([file('src/a/a.sql.ts', 'db.selectFrom("a").offset(20)')])).toHaveLength(1);
    expect(sqlText([file('src/a/a.sql.ts', "where m.kind = 'dispute'")])).toHaveLength(1);
    expect(sqlText([file('migrations/0001_a.sql', "where m.kind = 'dispute'")])).toEqual([]);
    expect(sqlText([file('src/a/a.sql.ts', '// no offset 20 here, and no set_config()')])).toEqual([]);
    expect(sqlText([file('migrations/0001_a.sql', '-- no MERGE INTO')])).toEqual([]);
  });
});

describe('words', () => {
  test.each([
    ['src/a.ts', "say('操作成功')"],
    ['src/a.tsx', '<p>暂无数据</p>'],
    ['src/a.ts', "say('😀')"],
    ['README.md', `written by a ${'A'}${'I'}`],
    ['bin/a.ts', `read('/home/${'someone'}/x')`],
    ['src/a.ts', '// see house.md'],
  ])('%s: %s', (path, text) => {
    expect(sentences(words([file(path, text)]))).toEqual([expect.stringContaining(`${path}:1 words`)]);
  });

  test('plain sentences pass', () => {
    expect(words([file('src/a.ts', "say('现在没有待办。'); fetch('/api/work/list')")])).toEqual([]);
  });
});

describe('glossary', () => {
  const text = '| 纠纷 | `dispute` |\n\n## Words we do not use\n\n| `case` | `dispute` | `toLowerCase` |\n';

  test('a word of the procedure without a row', () => {
    const word = { file: 'src/disputes/procedure.ts', line: 1, name: 'dispatch' };
    expect(sentences(glossary(text, [], [word]))).toEqual([
      'src/disputes/procedure.ts:1 glossary “dispatch” has no row in GLOSSARY.md',
    ]);
  });

  test('a table without a row', () => {
    const migration = file('migrations/0001_a.sql', '\ncreate table novelty (\n  id uuid\n);');
    expect(sentences(glossary(text, [migration], []))).toEqual([
      'migrations/0001_a.sql:2 glossary “novelty” has no row in GLOSSARY.md',
    ]);
  });

  test('a second word for a thing that has one, in code and in columns', () => {
    const code = file('src/disputes/a.ts', "switch (a) { case 1: break; }\nconst oldCaseId = 'a case'.toLowerCase();");
    const migration = file('migrations/0001_a.sql', 'create table dispute (\n  case_id uuid\n);');
    expect(sentences(glossary(text, [code, migration], []))).toEqual([
      'migrations/0001_a.sql:2 glossary case_id: say dispute, not case',
      'src/disputes/a.ts:2 glossary oldCaseId: say dispute, not case',
    ]);
  });
});

test('a package that docs/stack.md does not name with its version', () => {
  const packages = '{ "dependencies": { "a": "1.0.0", "b": "2.0.0" }, "devDependencies": { "c": "3.0.0" } }';
  const table = file('docs/stack.md', '| a b | 1.0.0 2.0.1 | why |\n');
  expect(sentences(stack([file('package.json', packages), table]))).toEqual([
    'package.json:1 stack b 2.0.0 stands in docs/stack.md as 2.0.1',
    'package.json:1 stack c 3.0.0 stands in docs/stack.md nowhere',
  ]);
});
