import type { Engine } from '../disputes/engine.ts';
import { printLong } from '../documents/pressApart.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import { formatTime } from '../platform/now.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { extrasOf, type Layout } from './columns.ts';
import { outputBy } from './exportLedger.sql.ts';
import { type Gathered, gather, lotsOf } from './gather.sql.ts';
import { listSheet, ROWS_A_PART } from './listPrint.ts';
import { recordOutput } from './outputs.sql.ts';
import type { Output, OutputFile, OutputMade } from './outputs.ts';
import { shownRow } from './readLedger.sql.ts';
import type { LedgerSearch } from './search.ts';
import type { LedgerRow } from './views.ts';

const mime = 'application/pdf';

type Means = { engine: Engine; actor: Actor; layout: Layout; gathered: Gathered };

async function printPart({ engine, actor, layout, gathered }: Means, rows: readonly LedgerRow[], part: number) {
  const parts = Math.ceil(gathered.placed.length / ROWS_A_PART);
  const frame = {
    scope: gathered.scope,
    sentence: gathered.sentence,
    total: gathered.placed.length,
    asOf: gathered.asOf,
    printedBy: actor.name,
    part,
    parts,
  };
  // A press for each part: what it remembers of one would stay in memory beside the next.
  const pdf = await printLong(listSheet(rows, layout, frame));
  const { sha256, size } = await engine.files.put(pdf);
  const stem = `台账-${formatTime(gathered.asOf).replace(' ', '-').replace(':', '')}`;
  return { name: parts > 1 ? `${stem}-第${part}部分共${parts}部分.pdf` : `${stem}.pdf`, sha256, size, mime };
}

/** Part by part on a press of its own: neither thread nor memory of the server grows with the list. */
async function printParts(means: Means, run: JobRun): Promise<{ files: OutputFile[]; shared: boolean; rows: number }> {
  const { engine, actor, layout, gathered } = means;
  const keys = layout.map(({ key }) => key);
  const shows = extrasOf(keys);
  const files: OutputFile[] = [];
  let [shared, rows] = [true, 0];
  let waiting: LedgerRow[] = [];
  for await (const lot of lotsOf(engine, actor, gathered, keys, run)) {
    shared &&= lot.shared;
    rows += lot.rows.length;
    waiting.push(...lot.rows.map((row) => shownRow(engine, actor, row, shows, gathered.asOf)));
    while (waiting.length >= ROWS_A_PART) {
      files.push(await printPart(means, waiting.slice(0, ROWS_A_PART), files.length + 1));
      waiting = waiting.slice(ROWS_A_PART);
    }
  }
  if (waiting.length > 0 || files.length === 0) files.push(await printPart(means, waiting, files.length + 1));
  return { files, shared, rows };
}

/** The ledger on paper: PDFs of a thousand rows each in the file store. */
export async function printLedger(
  engine: Engine,
  actor: Actor,
  { search, layout }: { search: LedgerSearch; layout: Layout },
  run: JobRun,
): Promise<OutputMade> {
  const gathered = await gather(engine, actor, search);
  const { files, shared, rows } = await printParts({ engine, actor, layout, gathered }, run);
  const { keepDays } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
  const output: Output = {
    ...outputBy(actor, gathered, engine.now(), keepDays),
    kind: 'list',
    title: `台账（${gathered.scope}），打印`,
    columns: layout.map(({ key }) => key),
    rowCount: rows,
    shared,
    unmasked: [],
    purpose: '',
    files,
  };
  await command(engine.db, actor, async (tx) => recordOutput(tx, output, actor));
  return { id: output.id, rows, files: files.length, leftOut: [] };
}
