import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { isDay, toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { readAddress } from '../sheets/formGrid.ts';
import type { Answers, Manuals } from './answers.ts';
import { countFill } from './countFill.sql.ts';
import { type FormRow, getForm, moved } from './forms.sql.ts';
import { formPeriod, type Period } from './period.ts';
import type { ReportDeps } from './reports.sql.ts';

export type FillRow = {
  id: string;
  form_id: string;
  version: number;
  period_from: string;
  period_to: string;
  state: 'draft' | 'handedIn';
  as_of: Date;
  answers: Answers;
  manual: Manuals;
  revision: number;
  handed_at: Date | null;
  name: string | null;
  hash: string | null;
  sha256: string | null;
};

export const fillRows = (queries: Queries, countyCode: string) =>
  queries
    .selectFrom('report_fill as r')
    .leftJoin('app_user as u', 'u.id', 'r.handed_by')
    .select(['r.id', 'r.form_id', 'r.version', 'r.period_from', 'r.period_to', 'r.state', 'r.as_of', 'r.answers'])
    .select(['r.manual', 'r.revision', 'r.handed_at', 'u.name', 'r.hash', 'r.sha256'])
    .where('r.county_code', '=', countyCode)
    .orderBy('r.period_to', 'desc');

export async function listFills(queries: Queries, countyCode: string, formIds: readonly string[]): Promise<FillRow[]> {
  if (formIds.length === 0) return [];
  return (await fillRows(queries, countyCode)
    .where('r.form_id', 'in', [...formIds])
    .execute()) as unknown as FillRow[];
}

export async function getFill(queries: Queries, countyCode: string, id: string): Promise<FillRow> {
  const row = await fillRows(queries, countyCode).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined) return refuse('notFound', 'noSuchFill', '没有这一期的表，或者不归这个岗位管。');
  return row as unknown as FillRow;
}

export const periodOfFill = ({
  period_from: from,
  period_to: to,
}: Pick<FillRow, 'period_from' | 'period_to'>): Period => ({ from, to });

const findFill = async (queries: Queries, form: FormRow, { from, to }: Period): Promise<FillRow | undefined> => {
  const own = fillRows(queries, form.county_code).where('r.form_id', '=', form.id);
  return (await own.where('r.period_from', '=', from).where('r.period_to', '=', to).executeTakeFirst()) as
    | FillRow
    | undefined;
};

type Counted = { form: FormRow; period: Period; before: FillRow | undefined; id: string; answers: Answers; at: Date };

/** The draft there is counted again, unless somebody else did so meanwhile; or there is a new one. */
async function recordCount(tx: Tx, { form, period, before, id, answers, at }: Counted): Promise<void> {
  const counted = { version: form.version, as_of: at, answers: JSON.stringify(answers) };
  if (before) {
    const again = tx.updateTable('report_fill').set({ ...counted, revision: before.revision + 1 });
    const own = again.where('county_code', '=', form.county_code).where('id', '=', id);
    if (!(await own.where('revision', '=', before.revision).returning('id').executeTakeFirst())) moved();
    return;
  }
  const own = { county_code: form.county_code, id, form_id: form.id, seen_by: form.seen_by, created_at: at };
  const row = { ...own, ...counted, state: 'draft' as const, period_from: period.from, period_to: period.to };
  record(tx, tx.insertInto('report_fill').values(row));
}

/** Counts a form for a period; what was written by hand stays. */
export async function countPeriod(
  deps: ReportDeps,
  actor: Actor,
  form: FormRow,
  period: Period,
): Promise<{ id: string; isNew: boolean; answers: Answers }> {
  const at = deps.now();
  const before = await reading(deps.db, actor, (queries) => findFill(queries, form, period));
  if (before?.state === 'handedIn')
    return refuse('conflict', 'handedIn', '这一期已经报出，数不再变。要改的，在下一期说明。');
  const answers = await countFill(deps, form, period, before?.manual ?? {}, at);
  const id = before?.id ?? newId(at);
  await command(deps.db, actor, async (tx) => {
    await recordCount(tx, { form, period, before, id, answers, at });
    const detail = { form: form.id, from: period.from };
    // On the day that is set nobody presses anything: the trail tells of people.
    if (actor.role !== 'system') recordTrail(tx, { at, act: 'reportFill.counted', actor, subject: id, detail });
  });
  return { id, isNew: !before, answers };
}

export async function fillMonth(
  deps: ReportDeps,
  actor: Actor,
  formId: string,
  month: string,
): Promise<{ id: string }> {
  const form = await reading(deps.db, actor, (queries) => getForm(queries, actor.countyCode, formId));
  if (!isDay(`${month}-01`)) refuseField('month', '没有这个月。写成 2026-10 这样。');
  const period = formPeriod(month, form.cutoff_day);
  if (period.from > toIso(deps.now()).slice(0, 10)) refuseField('month', '这一期还没有开始。');
  const { id } = await countPeriod(deps, actor, form, period);
  return { id };
}

export type ManualInput = { revision: number; address: string; value: string | number | null; reason: string };

/** A person answers a cell, with a reason and the own name; null takes it back. What was counted stays beside it. */
export async function answerByHand(
  deps: ReportDeps,
  actor: Actor,
  id: string,
  { revision, address, value, reason }: ManualInput,
): Promise<{ revision: number }> {
  const at = deps.now();
  const { fill, form } = await reading(deps.db, actor, async (queries) => {
    const found = await getFill(queries, actor.countyCode, id);
    return { fill: found, form: await getForm(queries, actor.countyCode, found.form_id) };
  });
  if (fill.state === 'handedIn') refuse('conflict', 'handedIn', '这一期已经报出，数不再变。要改的，在下一期说明。');
  const { sheet, ref } = readAddress(address);
  if (!form.grid.sheets[sheet]?.cells.some((cell) => cell.ref === ref)) refuseField('address', '表里没有这一格。');
  if (fill.answers[address]?.kind === 'own') refuseField('address', '这格是表自己的公式，由它自己算。');
  const { [address]: _, ...rest } = fill.manual;
  const mine = { value: value ?? 0, reason: reason.trim(), by: actor.name, postId: actor.postId, at: toIso(at) };
  const manual: Manuals = value === null ? rest : { ...rest, [address]: mine };
  // What follows from this cell follows at once; figures stay as of the moment they were counted.
  const answers = await countFill(deps, form, periodOfFill(fill), manual, fill.as_of);
  return command(deps.db, actor, async (tx) => {
    const set = { manual: JSON.stringify(manual), answers: JSON.stringify(answers), revision: revision + 1 };
    const own = tx.updateTable('report_fill').set(set).where('county_code', '=', actor.countyCode).where('id', '=', id);
    const row = await own
      .where('revision', '=', revision)
      .where('state', '=', 'draft')
      .returning('revision')
      .executeTakeFirst();
    if (row === undefined) return moved();
    recordTrail(tx, { at, act: 'reportFill.answered', actor, subject: id, detail: { cell: address } });
    return { revision: row.revision };
  });
}
