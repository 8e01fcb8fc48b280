import type { DisputeContext } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import { newId } from '../platform/ids.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { checkLine, type LineCheck, type LineMeans } from './checkLine.ts';
import { counting } from './countAnew.sql.ts';
import { type Finder, makeFinder } from './findings.ts';
import type { RowResult } from './importViews.ts';
import { makeNames } from './matchWords.ts';
import { findNear } from './nearMatters.sql.ts';
import { type Line, type Problem, readLine } from './readLine.ts';
import { type Run, readMemory, recordRun } from './runs.sql.ts';
import { withBook } from './storedBook.ts';
import { tableRows, titlesOf } from './tableRows.ts';
import { findTwins, type KnownBy, knownBy, type Twin, type Twins } from './twins.sql.ts';

const BATCH = 500;
export type CheckedRow = LineCheck & KnownBy & { line: Line };

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
    names: makeNames(network, directory, run.countyCode, run.centerId),
    context,
    centerId: run.centerId,
    homeRegion: network.unit(run.centerId)?.regionCode ?? run.countyCode,
  };
}

export function checkRow(
  crypto: FieldCrypto,
  run: Run,
  row: { line: Line; problems: Problem[] },
  means: LineMeans,
): CheckedRow {
  const checked = checkLine(row.line, row.problems, means);
  return { line: row.line, ...checked, ...knownBy(crypto, run, row.line, checked.ready) };
}

type Judged = { result: RowResult; twin: Twin | null; like: string[]; problems: Problem[] };

function judge(row: CheckedRow, twins: Twins, like: string[], numberColumn: number | null): Judged {
  const { problems } = row;
  const plain = { twin: null, like: [], problems: [] };
  if (twins.written(row)) return { ...plain, result: 'same' };
  if (twins.numberWritten(row)) return { ...plain, result: 'changed' };
  const number = twins.numberAbove(row);
  const twice =
    number === null ? [] : [{ column: numberColumn, sentence: `和第 ${number.rowNumber} 行的编号一样，内容不一样` }];
  const all = [...problems, ...twice];
  if (all.length > 0 || !row.ready) return { ...plain, result: 'wrong', twin: number, problems: all };
  const twin = twins.waiting(row);
  return { ...plain, result: like.length > 0 || twin ? 'possible' : 'ready', twin, like };
}

/** One batch, judged in the order of its rows: a row may be the twin of one just above it. */
async function recordBatch(engine: Engine, actor: Actor, run: Run, rows: readonly CheckedRow[]): Promise<void> {
  const { crypto, db } = engine;
  const place = Object.entries(run.mapping.columns).find(([, field]) => field === 'oldNumber')?.[0];
  await command(db, actor, async (tx: Tx) => {
    const [twins, likeOf] = [await findTwins(tx, run, rows), await findNear(tx, crypto, run, rows)];
    const values = rows.map((row) => {
      const { result, twin, like, problems } = judge(
        row,
        twins,
        [...new Set([...likeOf(row), ...twins.become(row)])].slice(0, 5),
        place === undefined ? null : Number(place),
      );
      const { rowNumber } = row.line;
      twins.add(row, result);
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
        like_row: twin?.rowNumber ?? null,
        like_file: twin?.file ?? null,
        twin_index: row.twinIndex,
        opened_on: row.openedOn,
      };
    });
    record(tx, tx.insertInto('import_row').values(values));
  });
}

async function readThrough(engine: Engine, actor: Actor, run: Run, means: LineMeans, job: JobRun, finder: Finder) {
  await withBook(engine.files, run.sha256, async (book) => {
    const total = (await book.lastRow(run.mapping.sheet)) ?? 0;
    const count = counting(engine, actor);
    let batch: CheckedRow[] = [];
    let last = 0;
    const flush = async () => {
      if (batch.length > 0) await recordBatch(engine, actor, run, batch);
      batch = [];
      await count(last);
      await job.step(last, Math.max(total, last));
    };
    const titles = titlesOf(run);
    for await (const { row, kind } of tableRows(book, run)) {
      last = row.rowNumber;
      if (kind !== 'row') finder.leftOut(kind, row.rowNumber);
      else {
        const checked = checkRow(engine.crypto, run, readLine(row, run.mapping, titles), means);
        if (row.hidden) finder.hidden(row.rowNumber);
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
  const finder = makeFinder(means);
  await readThrough(engine, actor, run, means, job, finder);
  await command(engine.db, actor, async (tx) => {
    const findings = JSON.stringify(finder.findings());
    recordRun(tx, run, { state: 'checked', checked_revision: run.revision, checked_at: engine.now(), findings });
  });
  return { run: run.id };
}
