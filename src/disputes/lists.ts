import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import { clockState } from '../deadlines/state.ts';
import { regionPath } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { addDays, dayOf, dueDay } from '../platform/now.ts';
import type { DisputeReference } from './engine.ts';
import type { LedgerDbRow, WorkRow } from './listRows.ts';
import { maskPartiesLine } from './maskParty.ts';
import { type Status, type StepName, statusLabels, stepNames, stepOf } from './procedure.ts';
import { sightOf } from './sight.ts';
import type { LedgerRow, WorkItem, WorkList } from './views.ts';

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
    mine: row.owner === `p:${actor.postId}`,
  };
}

/** One list for everybody: what I owe, soonest first. A matter that reaches me by two keys is shown once. */
export function workList(rows: readonly WorkRow[], actor: Actor, reference: DisputeReference, now: Date): WorkList {
  const seen = new Set<string>();
  const items = rows
    .map((row) => workItem(row, actor, reference, now))
    .filter((item) => {
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
    handedOn: 0,
  };
}

export function ledgerRow(row: LedgerDbRow, actor: Actor, reference: DisputeReference, now: Date): LedgerRow {
  const { network, directory, calendarFor } = reference;
  const sight = sightOf(actor, row);
  const brief = sight === 'place' || sight === 'former';
  const category = network.category(row.categoryCode)?.name ?? '';
  const first = directory.post(row.firstContactPostId);
  return {
    code: row.code,
    codeShort: shortCode(row.code, network.region(row.countyCode)?.short ?? ''),
    title: brief ? `${category}纠纷` : row.title,
    partiesLine: maskPartiesLine(row.partiesLine, sight),
    category,
    leadUnit: row.leadUnitId ? (network.unit(row.leadUnitId)?.short ?? null) : null,
    place: regionPath(
      row.regionCode,
      (code) => network.region(code)?.short,
      row.regionCode.length > 6 ? 'township' : 'county',
    ),
    status: row.status,
    statusLabel: statusLabels[row.status].zh,
    clock: chipOf(row.clock, calendarFor(row.countyCode, row.receivingCenterId), now),
    dueAt: dated(row.dueAt)?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
    firstContact: first?.name ?? '',
    restricted: row.restricted,
  };
}

/** The one key from which a post's ledger is listed: its center, its unit, its region, or its own post. */
export function ledgerKey(actor: Actor): { viewer: string; scope: string } {
  const key = ['c:', 'u:', 'r:']
    .map((prefix) => actor.viewers.find((viewer) => viewer.startsWith(prefix) && !viewer.includes('#')))
    .find(Boolean);
  if (!key) return { viewer: `p:${actor.postId}`, scope: '我办的' };
  return { viewer: key, scope: key.startsWith('c:') ? '本中心' : key.startsWith('u:') ? '本单位' : '本辖区' };
}
