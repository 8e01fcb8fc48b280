import { sql } from 'kysely';
import type { DisputeContext } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, record, type Tx } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import { newId } from '../platform/ids.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { checkLine, type LineCheck, type LineMeans } from './checkLine.ts';
import { type Finder, makeFinder } from './findings.ts';
import type { RowResult } from './importViews.ts';
import { makeNames } from './matchWords.ts';
import { findNear } from './nearMatters.sql.ts';
import { type Line, type Problem, readLine } from './readLine.ts';
import { type Run, readMemory, recordRun } from './runs.sql.ts';
import { withBook } from './storedBook.ts';
import { tableRows } from './tableRows.ts';

const BATCH = 500;
export type CheckedRow = LineCheck & { line: Line; fingerprint: string; numberIndex: string | null };

/** What the rows of a run are checked by: the rules, names and memory of its center. */
export async function meansOf(engine: Engine, actor: Actor, run: Run): Promise<LineMeans> {
  const { network, calendarFor, directory, rulesFor } = engine.reference();
  const now = engine.now();
  const { rules } = rulesFor(run.countyCode);
  const calendar = calendarFor(run.countyCode, run.centerId);
  const context: DisputeContext = { actor, now, rules, calendar, network, directory, newId: () => newId(now) };
  return {
    mapping: run.mapping,
    memory: await readMemory(engine.db, actor, run.centerId),
    names: makeNames(network, run.countyCode, run.centerId),
    context,
    homeRegion: network.unit(run.centerId)?.regionCode ?? run.countyCode,
  };
}

const normal = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');

/** By what a row is known again: keyed, so that it says nothing of the people in it. */
export function fingerprintOf(crypto: FieldCrypto, { countyCode, centerId }: Run, { texts, days }: Line) {
  const said = [
    days.openedOn?.day ?? texts.openedOn,
    texts.applicants,
    texts.respondents,
    texts.facts,
    texts.title,
    texts.address,
  ];
  const number = normal(texts.oldNumber);
  const index = (kind: string, text: string) => crypto.blindIndex(countyCode, kind, `${centerId}\n${text}`);
  return {
    fingerprint: index('importRow', [number, ...said.map(normal)].join('\n')),
    numberIndex: number === '' ? null : index('oldNumber', number),
  };
}

export function checkRow(
  crypto: FieldCrypto,
  run: Run,
  row: { line: Line; problems: Problem[] },
  means: LineMeans,
): CheckedRow {
  return { line: row.line, ...checkLine(row.line, row.problems, means), ...fingerprintOf(crypto, run, row.line) };
}

type Twins = { fingerprints: Map<string, number | null>; numbers: Map<string, number | null> };

/** Rows taken over before (null), or standing above in this very file (their number). */
async function findTwins(queries: Queries, run: Run, rows: readonly CheckedRow[]): Promise<Twins> {
  const fingerprints = sql.join(rows.map(({ fingerprint }) => fingerprint));
  const numbers = sql.join(rows.map(({ numberIndex }) => numberIndex ?? ''));
  const { rows: found } = await sql<{ fingerprint: string; numberIndex: string | null; rowNumber: number | null }>`
    select fingerprint, number_index as "numberIndex", null::int as "rowNumber" from import_row
      where county_code = ${run.countyCode} and matter_id is not null and undone_at is null and fingerprint in (${fingerprints})
    union all select fingerprint, number_index, null from import_row
      where county_code = ${run.countyCode} and matter_id is not null and undone_at is null and number_index in (${numbers})
    union all select fingerprint, number_index, row_number from import_row
      where county_code = ${run.countyCode} and run_id = ${run.id} and fingerprint in (${fingerprints})
    union all select fingerprint, number_index, row_number from import_row
      where county_code = ${run.countyCode} and run_id = ${run.id} and number_index in (${numbers})`.execute(queries);
  const twins: Twins = { fingerprints: new Map(), numbers: new Map() };
  for (const { fingerprint, numberIndex, rowNumber } of found.toSorted(
    (a, b) => (b.rowNumber ?? 0) - (a.rowNumber ?? 0),
  )) {
    twins.fingerprints.set(fingerprint, rowNumber);
    if (numberIndex) twins.numbers.set(numberIndex, rowNumber);
  }
  return twins;
}

type Judged = { result: RowResult; likeRow: number | null; like: string[]; problems: Problem[] };

function judge(row: CheckedRow, twins: Twins, like: string[], numberColumn: number | null): Judged {
  const { fingerprint, numberIndex, problems } = row;
  const same = twins.fingerprints.get(fingerprint);
  if (same !== undefined) return { result: 'same', likeRow: same, like: [], problems: [] };
  const number = numberIndex === null ? undefined : twins.numbers.get(numberIndex);
  if (number === null) return { result: 'changed', likeRow: null, like: [], problems: [] };
  const twice =
    number === undefined ? [] : [{ column: numberColumn, sentence: `和第 ${number} 行的编号一样，内容不一样` }];
  const all = [...problems, ...twice];
  if (all.length > 0 || !row.ready) return { result: 'wrong', likeRow: number ?? null, like: [], problems: all };
  return { result: like.length > 0 ? 'possible' : 'ready', likeRow: null, like, problems: [] };
}

/** One batch, judged in the order of its rows: a row may be the twin of one just above it. */
async function recordBatch(engine: Engine, actor: Actor, run: Run, rows: readonly CheckedRow[]): Promise<void> {
  const { crypto, db } = engine;
  const place = Object.entries(run.mapping.columns).find(([, field]) => field === 'oldNumber')?.[0];
  await command(db, actor, async (tx: Tx) => {
    const [twins, likeOf] = [await findTwins(tx, run, rows), await findNear(tx, crypto, run, rows)];
    const values = rows.map((row) => {
      const { result, likeRow, like, problems } = judge(
        row,
        twins,
        likeOf(row),
        place === undefined ? null : Number(place),
      );
      const { rowNumber } = row.line;
      if (!twins.fingerprints.has(row.fingerprint)) twins.fingerprints.set(row.fingerprint, rowNumber);
      if (row.numberIndex && !twins.numbers.has(row.numberIndex)) twins.numbers.set(row.numberIndex, rowNumber);
      return {
        county_code: run.countyCode,
        run_id: run.id,
        row_number: rowNumber,
        center_id: run.centerId,
        result,
        fingerprint: row.fingerprint,
        number_index: row.numberIndex,
        problems_sealed: problems.length > 0 ? crypto.seal(run.countyCode, JSON.stringify(problems)) : null,
        like_matter_ids: like,
        like_row: likeRow,
      };
    });
    record(tx, tx.insertInto('import_row').values(values));
  });
}

async function readThrough(engine: Engine, actor: Actor, run: Run, means: LineMeans, job: JobRun, finder: Finder) {
  await withBook(engine.files, run.sha256, async (book) => {
    const total = (await book.lastRow(run.mapping.sheet)) ?? 0;
    let batch: CheckedRow[] = [];
    let last = 0;
    const flush = async () => {
      if (batch.length > 0) await recordBatch(engine, actor, run, batch);
      batch = [];
      await job.step(last, Math.max(total, last));
    };
    for await (const { row, kind } of tableRows(book, run)) {
      last = row.rowNumber;
      if (kind !== 'row') finder.leftOut(kind, row.rowNumber);
      else {
        const checked = checkRow(engine.crypto, run, readLine(row, run.mapping), means);
        finder.saw(checked);
        batch.push(checked);
      }
      if (batch.length >= BATCH) await flush();
    }
    await flush();
  });
}

/** Reads every row and writes down what would become of it. Nothing but the run's own rows is written. */
export async function checkRun(engine: Engine, actor: Actor, run: Run, job: JobRun) {
  const means = await meansOf(engine, actor, run);
  await command(engine.db, actor, async (tx) => {
    record(tx, tx.deleteFrom('import_row').where('county_code', '=', run.countyCode).where('run_id', '=', run.id));
    recordRun(tx, run, { state: 'draft' });
  });
  const finder = makeFinder();
  await readThrough(engine, actor, run, means, job, finder);
  await command(engine.db, actor, async (tx) => {
    const findings = JSON.stringify(finder.findings());
    recordRun(tx, run, { state: 'checked', checked_revision: run.revision, checked_at: engine.now(), findings });
  });
  return { run: run.id };
}
