import type { Calendar } from '../calendar/calendar.ts';
import { applyChanges, type ClockChange, startClock } from '../deadlines/clockChanges.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { isOpenNotice, type Notice, noticeTodos, replyClock } from './notice.ts';
import type { NoticeDecision } from './noticeDecision.ts';

export type NoticeMeans = { actor: Actor; now: Date; calendar: Calendar; replyRule: ClockRule };

/** A reply clock charged to the unit that owes the reply. */
export function startReplyClock(unitId: string, { now, calendar, replyRule }: NoticeMeans): ClockChange {
  const moment = { now, calendar, step: 'supervise', newId: () => newId(now), ruleOf: () => replyRule };
  const change = startClock('supervisionReply', moment);
  return change.kind === 'start' ? { ...change, clock: { ...change.clock, unitId, unitSince: now } } : change;
}

export function noticeClockChanges(notice: Notice, decision: NoticeDecision, means: NoticeMeans): ClockChange[] {
  const stopped = decision.stops.flatMap((unitId): ClockChange[] => {
    const clock = replyClock(notice.clocks, unitId);
    return clock
      ? [{ kind: 'stop', id: clock.id, clockKind: 'supervisionReply', at: means.now, reason: decision.type }]
      : [];
  });
  return [...stopped, ...decision.starts.map((unitId) => startReplyClock(unitId, means))];
}

/** The notice as it stands after the decision; debts and lists follow from it. */
export function afterNoticeStep(notice: Notice, decision: NoticeDecision, changes: readonly ClockChange[]): Notice {
  const clocks = applyChanges(notice.clocks, changes);
  const owners = decision.stamp ? decision.tell.map(({ owner }) => owner) : [];
  const seenBy = [...new Set([...notice.seenBy, ...owners])];
  return { ...notice, status: decision.to, units: decision.units, clocks, seenBy };
}

const nextDue = (notice: Notice): Date | null =>
  noticeTodos(notice)
    .flatMap(({ dueAt }) => (dueAt ? [dueAt] : []))
    .sort((a, b) => a.getTime() - b.getTime())[0] ?? null;

function recordState(tx: Tx, after: Notice, decision: NoticeDecision, event: matters.EventFacts, hash: string): void {
  const ended = !isOpenNotice(after);
  const { at } = event;
  const state = {
    status: after.status,
    version: after.version + 1,
    event_seq: event.seq,
    event_hash: hash,
    due_at: nextDue(after),
    seen_by: after.seenBy,
    updated_at: at,
    ...(ended ? { closed_at: at } : {}),
  };
  const matter = tx.updateTable('matter').set(state);
  record(tx, matter.where('county_code', '=', after.countyCode).where('id', '=', after.id));
  const replied = decision.type === 'answerSupervision' || decision.type === 'sendBackAnswer';
  const all = after.units.every((unit) => unit.answeredAt !== null);
  const stamps = {
    ...(replied ? { answered_at: all ? at : null } : {}),
    ...(ended ? { lifted_at: at } : {}),
    ...(decision.stamp === 'copied' ? { copies: after.copies + 1, copied_at: at } : {}),
    ...(decision.stamp === 'listed' ? { listed_at: at } : {}),
  };
  if (Object.keys(stamps).length === 0) return;
  const notice = tx.updateTable('supervision_notice').set(stamps);
  record(tx, notice.where('county_code', '=', after.countyCode).where('matter_id', '=', after.id));
}

function recordUnits(tx: Tx, before: Notice, after: Notice): void {
  for (const [position, unit] of after.units.entries()) {
    if (before.units[position] === unit) continue;
    const state = { answered_at: unit.answeredAt, promised_on: unit.promisedOn, returns: unit.returns };
    const key = { county_code: after.countyCode, matter_id: after.id, unit_id: unit.unitId, position };
    const insert = tx.insertInto('supervision_notice_unit').values({ ...key, ...state });
    record(
      tx,
      insert.onConflict((conflict) => conflict.columns(['county_code', 'matter_id', 'unit_id']).doUpdateSet(state)),
    );
  }
}

/** One event with its words, the state, the clocks, the next debts and who is told. The house writes. */
export function recordNoticeStep(tx: Tx, notice: Notice, decision: NoticeDecision, means: NoticeMeans): Notice {
  const { actor, now } = means;
  const make = () => newId(now);
  const changes = noticeClockChanges(notice, decision, means);
  const after = afterNoticeStep(notice, decision, changes);
  matters.recordAsSystem(tx);
  const event: matters.EventFacts = {
    countyCode: notice.countyCode,
    id: notice.id,
    eventId: make(),
    seq: notice.eventSeq + 1,
    previousHash: notice.eventHash,
    at: now,
    actor,
    type: decision.type,
    statusBefore: notice.status,
    statusAfter: after.status,
    data: decision.data,
  };
  recordState(tx, after, decision, event, matters.recordEvent(tx, event));
  recordUnits(tx, notice, after);
  const notes = decision.notes.map((note) => ({ id: make(), visibility: 'shared' as const, ...note }));
  matters.recordNotes(tx, notice, event, { type: decision.type, notes }, make);
  recordClockChanges(tx, notice.countyCode, notice.id, changes);
  matters.recordTodos(tx, notice, noticeTodos(after), now, make);
  const listing = {
    kind: 'supervision' as const,
    status: after.status,
    dueAt: nextDue(after),
    openedAt: notice.openedAt,
  };
  matters.recordSeen(tx, notice, notice.seenBy, after.seenBy, listing);
  matters.recordNotices(tx, notice, notice.code, { type: decision.type, tell: decision.tell }, now, make);
  return after;
}
