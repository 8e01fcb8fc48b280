import { createHash } from 'node:crypto';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { DAY, dayOf, formatClock, formatTime } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import type { CellValue, Column, SheetRow } from '../sheets/column.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import { cellValue } from './cells.ts';
import { type ColumnKey, columnOf, extrasOf, type Layout } from './columns.ts';
import { type Gathered, gather, lotsOf } from './gather.sql.ts';
import type { LedgerDbRow } from './ledgerDbRow.ts';
import { recordOutput } from './outputs.sql.ts';
import type { Output, OutputFile, OutputMade } from './outputs.ts';
import { shownRow } from './readLedger.sql.ts';
import { type RevealFields, revealRow } from './revealRow.sql.ts';
import type { LedgerSearch } from './search.ts';

export type ExportAsked = { search: LedgerSearch; layout: Layout; purpose: string };

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const kinds = {
  text: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  dateTime: 'dateTime',
  yesNo: 'yesNo',
} as const;

const sheetColumns = (keys: readonly ColumnKey[]): Column[] =>
  keys.map((key) => {
    const { title, kind, width } = columnOf(key);
    return { key, title: title.zh, kind: kinds[kind], width: Math.round(width / 7) };
  });

/** What makes one file: rows go by one after the other; the digest and the counts are known at the end. */
type Making = { shared: boolean; rows: number; unmasked: number; digest: ReturnType<typeof createHash> };

async function* sheetRows(
  engine: Engine,
  actor: Actor,
  asked: ExportAsked,
  gathered: Gathered,
  making: Making,
  run: JobRun,
): AsyncGenerator<SheetRow> {
  const keys = asked.layout.map(({ key }) => key);
  const fields = keys.flatMap((key) => columnOf(key).personal ?? []);
  for await (const { rows, shared } of lotsOf(engine, actor, gathered, keys, run)) {
    making.shared &&= shared;
    for (const row of rows) {
      const plain = asked.purpose === '' ? null : await revealRow(engine, actor, row, fields, asked.purpose);
      const values = valuesOf(engine, actor, row, keys, plain && pick(plain, fields), gathered.asOf);
      making.rows += 1;
      making.unmasked += plain ? 1 : 0;
      making.digest.update(JSON.stringify(values));
      yield values;
    }
  }
}

const pick = (plain: { phone: string | null; idNumber: string | null }, fields: RevealFields) =>
  Object.fromEntries(fields.map((field) => [field, plain[field]]));

function valuesOf(
  engine: Engine,
  actor: Actor,
  row: LedgerDbRow,
  keys: readonly ColumnKey[],
  plain: Partial<Record<'phone' | 'idNumber', string | null>> | null,
  now: Date,
): Record<string, CellValue> {
  const shown = shownRow(engine, actor, row, extrasOf(keys), now);
  return Object.fromEntries(
    keys.map((key) => [key, (plain as Record<string, CellValue>)?.[key] ?? cellValue(key, shown)]),
  );
}

const stamp = (at: Date): string => `${dayOf(at)} ${formatClock(at)}`;

/** The second sheet: what is in the file, counted how, as of when, made by whom. */
function aboutLines(actor: Actor, unit: string, asked: ExportAsked, gathered: Gathered, making: Making) {
  const missing = gathered.placed.length - making.rows;
  return [
    ['条件', gathered.sentence],
    ['范围', `${gathered.scope}（${unit}）`],
    ['截至', stamp(gathered.asOf)],
    ['件数', `${making.rows}${missing > 0 ? `（另有 ${missing} 件做文件时已不归这个岗位看，没有写进来）` : ''}`],
    ['导出人', `${actor.name}（${unit}）`],
    [
      '遮住',
      asked.purpose === '' ? '电话、证件号遮住中间几位' : `写明用途后完整显示 ${making.unmasked} 件：${asked.purpose}`,
    ],
    ['限制知悉的', '只有有权知悉的岗位导出的文件里才有'],
    ['内容校验（SHA-256，逐行）', making.digest.digest('hex')],
    ...asked.layout.map(({ key }) => [`列：${columnOf(key).title.zh}`, columnOf(key).means.zh] as const),
  ] as const;
}

export function outputBy(
  actor: Actor,
  gathered: Pick<Gathered, 'asOf' | 'sentence' | 'matters'>,
  now: Date,
  days: number,
) {
  return {
    countyCode: actor.countyCode,
    id: newId(now),
    sentence: gathered.sentence,
    asOf: gathered.asOf,
    postId: actor.postId,
    userId: actor.userId,
    role: actor.role,
    unitId: actor.unitId,
    matters: gathered.matters,
    createdAt: now,
    keepUntil: new Date(now.getTime() + days * DAY),
    removedAt: null,
  } satisfies Partial<Output>;
}

function refuseTooManyPlain(engine: Engine, actor: Actor, asked: ExportAsked, rows: number): void {
  if (asked.purpose === '') return;
  const { unmaskRows } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
  if (rows > unmaskRows)
    throw new Refusal(
      'invalid',
      'tooManyPlain',
      `带完整电话、证件号的一次最多 ${unmaskRows} 件，现在是 ${rows} 件。加条件再导出。`,
    );
}

/** The ledger as a workbook in the file store: streamed lot by lot, whole or not at all. */
export async function exportLedger(engine: Engine, actor: Actor, asked: ExportAsked, run: JobRun): Promise<OutputMade> {
  const gathered = await gather(engine, actor, asked.search);
  refuseTooManyPlain(engine, actor, asked, gathered.placed.length);
  const unit = engine.reference().network.unit(actor.unitId)?.short ?? '';
  const making: Making = { shared: true, rows: 0, unmasked: 0, digest: createHash('sha256') };
  const keys = asked.layout.map(({ key }) => key);
  const caption = `台账（${gathered.scope}）：${gathered.sentence}；${gathered.placed.length} 件；截至 ${stamp(gathered.asOf)}；${unit} ${actor.name} 导出`;
  const book = writeSheet({
    name: '台账',
    caption,
    columns: sheetColumns(keys),
    rows: sheetRows(engine, actor, asked, gathered, making, run),
    about: () => ({ name: '说明', lines: aboutLines(actor, unit, asked, gathered, making) }),
  });
  const { sha256, size } = await engine.files.put(book);
  const name = `台账-${formatTime(gathered.asOf).replace(' ', '-').replace(':', '')}.xlsx`;
  const files: OutputFile[] = [{ name, sha256, size, mime: xlsx }];
  const now = engine.now();
  const { keepDays } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
  const output: Output = {
    ...outputBy(actor, gathered, now, keepDays),
    kind: 'excel',
    title: `台账（${gathered.scope}）`,
    columns: keys,
    rowCount: making.rows,
    // What somebody read for a purpose is not handed round for another one.
    shared: making.shared && asked.purpose === '',
    unmasked: asked.purpose === '' ? [] : keys.flatMap((key) => columnOf(key).personal ?? []),
    purpose: asked.purpose,
    files,
  };
  await command(engine.db, actor, async (tx) => recordOutput(tx, output, actor));
  return { id: output.id, rows: making.rows, files: files.length, leftOut: [] };
}
