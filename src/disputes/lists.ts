import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import { clockState } from '../deadlines/state.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { addDays, dayOf, dueDay } from '../platform/now.ts';
import type { DisputeReference } from './engine.ts';
import type { WorkRow } from './listRows.ts';
import { type Status, type StepName, statusLabels, stepNames, stepOf } from './procedure.ts';
import type { WorkItem, WorkList } from './views.ts';

const otherActs: Record<string, string> = { answerNotice: '回复督办', liftNotice: '核销督办' };

function chipOf(clock: Clock | null, calendar: Calendar, now: Date): WorkItem['clock'] {
  if (!clock) return null;
  const { code, word, chip, sentence } = clockState(clock, calendar, now);
  return { label: clock.rule.label, code, word, chip, sentence };
}

const dated = (at: Date | number | null): Date | null => (at instanceof Date ? at : null);

function workItem(row: WorkRow, actor: Actor, reference: DisputeReference, now: Date): WorkItem {
  const step = stepNames.find((name) => name === row.act) as StepName | undefined;
  const code = row.aboutCode ?? row.code;
  return {
    id: row.id,
    kind: row.kind,
    code,
    notice: row.kind === 'supervision' ? row.code : null,
    codeShort: shortCode(code, reference.network.region(row.countyCode)?.short ?? ''),
    title: row.title,
    partiesLine: row.partiesLine ?? '',
    act: row.act,
    actLabel: step ? stepOf(step).label : (otherActs[row.act] ?? row.act),
    actKey: step ? (stepOf(step).key ?? null) : null,
    clock: chipOf(row.clock, reference.calendarFor(row.countyCode), now),
    dueAt: dated(row.dueAt)?.toISOString() ?? null,
    since: row.since.toISOString(),
    status: row.status,
    statusLabel: statusLabels[row.status as Status]?.zh ?? '督办',
    mine: row.owner === `p:${actor.postId}` || row.owner === `p:${actor.covers?.postId}`,
    as: null,
  };
}

/** What a person owes in another post that is held at the same time: the own one, or the one of an absent colleague. */
export type OtherWork = { readonly rows: readonly WorkRow[]; readonly actor: Actor };

const dueTime = ({ dueAt }: WorkItem): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt));

function otherItems({ rows, actor }: OtherWork, reference: DisputeReference, now: Date): WorkItem[] {
  const as = { postId: actor.postId, covers: actor.covers?.name ?? null };
  return rows.map((row) => ({ ...workItem(row, actor, reference, now), as }));
}

/** One list for everybody: what I owe, soonest first. A matter that reaches me by two keys is shown once. */
export function workList(
  rows: readonly WorkRow[],
  actor: Actor,
  reference: DisputeReference,
  now: Date,
  others: readonly OtherWork[] = [],
): WorkList {
  const seen = new Set<string>();
  const own = rows.map((row) => workItem(row, actor, reference, now));
  const beside = others.flatMap((other) => otherItems(other, reference, now));
  const all = beside.length === 0 ? own : [...own, ...beside].toSorted((a, b) => dueTime(a) - dueTime(b) || 0);
  const items = all.filter((item) => {
    const key = `${item.notice ?? item.code}/${item.act}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
  const today = dayOf(now);
  const week = addDays(today, 7);
  const days = items.map((item) => (item.dueAt ? dueDay(new Date(item.dueAt)) : null));
  const overdue = items.filter((item) => item.dueAt !== null && new Date(item.dueAt) <= now).length;
  const due = (from: string, to: string) => days.filter((day) => day !== null && day >= from && day <= to).length;
  return {
    asOf: now.toISOString(),
    items,
    counts: { all: items.length, overdue, today: due(today, today), week: due(today, week) },
  };
}
