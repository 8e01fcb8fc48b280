import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import { clockState } from '../deadlines/state.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { addDays, dayOf, dueDay } from '../platform/now.ts';
import type { Engine, Reference } from './engine.ts';
import { pageOf } from './kind.ts';
import type { WorkItem, WorkList } from './views.ts';
import type { WorkRow } from './workRow.ts';

function chipOf(clock: Clock | null, calendar: Calendar, now: Date): WorkItem['clock'] {
  if (!clock) return null;
  const { code, word, chip, sentence } = clockState(clock, calendar, now);
  return { label: clock.rule.label, code, word, chip, sentence };
}

const dated = (at: Date | number | null): Date | null => (at instanceof Date ? at : null);

function workItem(row: WorkRow, actor: Actor, around: WorkAround): WorkItem {
  const { reference, now, kinds, lines } = around;
  const kind = kinds[row.kind]?.kind;
  const step = kind?.steps[row.act];
  const code = row.aboutCode ?? row.code;
  return {
    id: row.id,
    kind: row.kind,
    code,
    own: row.aboutCode === null ? null : row.code,
    page: kind ? pageOf({ kind }, row.code) : '',
    codeShort: shortCode(code, reference.network.region(row.countyCode)?.short ?? ''),
    title: row.title,
    partiesLine: lines.get(row.aboutId ?? row.matterId) ?? '',
    act: row.act,
    actLabel: step?.label ?? row.act,
    actLabelEn: step?.labelEn ?? row.act,
    actKey: step?.key ?? null,
    clock: chipOf(row.clock, reference.calendarFor(row.countyCode), now),
    dueAt: dated(row.dueAt)?.toISOString() ?? null,
    since: row.since.toISOString(),
    status: row.status,
    statusLabel: kind?.statuses[row.status]?.zh ?? row.status,
    statusLabelEn: kind?.statuses[row.status]?.en ?? row.status,
    mine: row.owner === `p:${actor.postId}` || row.owner === `p:${actor.covers?.postId}`,
    as: null,
  };
}

/** `lines`: between whom a matter is, by its id. */
export type WorkAround = {
  reference: Reference;
  now: Date;
  kinds: Engine['kinds'];
  lines: ReadonlyMap<string, string>;
};

/** What a person owes in another post that is held at the same time: the own one, or the one of an absent colleague. */
export type OtherWork = { readonly rows: readonly WorkRow[]; readonly actor: Actor };

const dueTime = ({ dueAt }: WorkItem): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt));

function otherItems({ rows, actor }: OtherWork, around: WorkAround): WorkItem[] {
  const as = { postId: actor.postId, covers: actor.covers?.name ?? null };
  return rows.map((row) => ({ ...workItem(row, actor, around), as }));
}

/** One list for everybody: what I owe, soonest first. A matter that reaches me by two keys is shown once. */
export function workList(
  rows: readonly WorkRow[],
  actor: Actor,
  around: WorkAround,
  others: readonly OtherWork[] = [],
): WorkList {
  const { now } = around;
  const seen = new Set<string>();
  const own = rows.map((row) => workItem(row, actor, around));
  const beside = others.flatMap((other) => otherItems(other, around));
  const all = beside.length === 0 ? own : [...own, ...beside].toSorted((a, b) => dueTime(a) - dueTime(b) || 0);
  const items = all.filter((item) => {
    const key = `${item.own ?? item.code}/${item.act}`;
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
