import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Mark } from '../sheets/markBook.ts';
import { columnName } from '../sheets/references.ts';
import type { RowResult, RowView } from './importViews.ts';
import type { Problem } from './readLine.ts';
import type { Run } from './runs.sql.ts';

type Row = {
  rowNumber: number;
  result: RowResult;
  sealed: string | null;
  likeRow: number | null;
  likeFile: string | null;
  likeCodes: string[] | null;
  chosen: boolean;
  code: string | null;
  undone: boolean;
};

export type RowsAsked = { result: RowResult | 'applied' | 'kept'; after: number; limit: number };

const which = (result: RowsAsked['result']) => {
  if (result === 'applied') return sql`r.matter_id is not null`;
  if (result === 'kept') return sql`r.matter_id is not null and r.undone_at is null`;
  return sql`r.result = ${result}`;
};

/** Rows of one result in the order of the file; codes only of disputes that this post may see. */
async function listRows(
  queries: Queries,
  { countyCode, id }: Run,
  { result, after, limit }: RowsAsked,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.row_number as "rowNumber", r.result, r.problems_sealed as sealed, r.like_row as "likeRow", r.like_file as "likeFile", r.chosen,
      (select array_agg(l.code order by l.code) from matter l where l.county_code = r.county_code and l.id = any (r.like_matter_ids)) as "likeCodes",
      (select m.code from matter m where m.county_code = r.county_code and m.id = r.matter_id) as code,
      r.undone_at is not null as undone
    from import_row r
    where r.county_code = ${countyCode} and r.run_id = ${id} and ${which(result)} and r.row_number > ${after}
    order by r.row_number limit ${limit}`.execute(queries);
  return rows;
}

const problemsIn = (engine: Engine, run: Run, sealed: string | null): Problem[] =>
  sealed === null ? [] : (JSON.parse(engine.crypto.open(run.countyCode, sealed)) as Problem[]);

function titleAt(run: Run, column: number | null): string {
  if (column === null) return '';
  const title = run.shape.sheets[run.mapping.sheet]?.table?.titles.find((each) => each.column === column)?.title;
  return title || `${columnName(column)}列`;
}

export async function viewRows(engine: Engine, queries: Queries, run: Run, asked: RowsAsked) {
  const rows = await listRows(queries, run, { ...asked, limit: asked.limit + 1 });
  const page = rows.slice(0, asked.limit);
  const views = page.map(
    ({ sealed, likeCodes, ...row }): RowView => ({
      ...row,
      likeCodes: likeCodes ?? [],
      problems: problemsIn(engine, run, sealed).map(({ column, sentence }) => ({
        title: titleAt(run, column),
        sentence,
      })),
    }),
  );
  return { rows: views, next: rows.length > page.length ? (page.at(-1)?.rowNumber ?? null) : null };
}

const PAGE = 500;

/** What is to be changed, row after row, for the copy of the file that goes back. */
export async function* marksOf(engine: Engine, actor: Actor, run: Run): AsyncGenerator<Mark> {
  for (let after = 0; ; ) {
    const asked = { result: 'wrong' as const, after, limit: PAGE };
    const page = await reading(engine.db, actor, (queries) => listRows(queries, run, asked));
    for (const { rowNumber, sealed } of page) {
      const problems = problemsIn(engine, run, sealed);
      yield {
        rowNumber,
        columns: problems.flatMap(({ column }) => (column === null ? [] : [column])),
        sentence: problems
          .map(({ column, sentence }) => `${titleAt(run, column)}：${sentence}`.replace(/^：/, ''))
          .join('；'),
      };
    }
    after = page.at(-1)?.rowNumber ?? after;
    if (page.length < PAGE) return;
  }
}
