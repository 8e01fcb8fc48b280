import type { Calendar } from '../calendar/calendar.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import { startClock } from './clockChanges.ts';
import { recordClockChanges } from './clocks.sql.ts';
import type { ClockRule } from './rule.ts';
import { type LateMatter, supervise } from './supervise.ts';

export type NoticeMeans = { actor: Actor; now: Date; calendar: Calendar; replyRule: ClockRule; code: string };

/** The notice is a matter of its own, with its own code, clock and debts; the dispute's timeline tells of it. */
export function recordNotice(tx: Tx, late: LateMatter, means: NoticeMeans): void {
  const { actor, now, calendar, replyRule, code } = means;
  const notice = supervise(late);
  const make = () => newId(now);
  const key = { countyCode: late.countyCode, id: make() };
  const change = startClock('supervisionReply', {
    now,
    calendar,
    step: 'supervise',
    newId: make,
    ruleOf: () => replyRule,
  });
  const dueAt = change.kind === 'start' ? change.clock.dueAt : null;
  const event = {
    ...key,
    eventId: make(),
    seq: 1,
    previousHash: chainStart,
    at: now,
    actor,
    type: 'supervise',
    statusBefore: null,
    statusAfter: 'sent',
    data: { aboutMatterId: late.id, clockId: late.clock.id, level: notice.level, unitId: notice.unitId },
  };
  const matter = {
    county_code: key.countyCode,
    id: key.id,
    kind: 'supervision' as const,
    code,
    status: 'sent',
    title: notice.title,
    region_code: late.regionCode,
    receiving_center_id: late.receivingCenterId,
    lead_unit_id: notice.unitId,
    due_at: dueAt,
    seen_by: notice.seenBy,
    restricted: late.restricted,
    event_seq: 1,
    opened_at: now,
    updated_at: now,
  };
  record(tx, tx.insertInto('matter').values(matter));
  const hash = matters.recordEvent(tx, event);
  record(
    tx,
    tx
      .updateTable('matter')
      .set({ event_hash: hash })
      .where('county_code', '=', key.countyCode)
      .where('id', '=', key.id),
  );
  record(
    tx,
    tx.insertInto('supervision_notice').values({
      county_code: key.countyCode,
      matter_id: key.id,
      about_matter_id: late.id,
      about_code: late.code,
      clock_id: late.clock.id,
      clock_kind: late.clock.kind,
      level: notice.level,
      unit_id: notice.unitId,
      sent_at: now,
    }),
  );
  recordClockChanges(tx, key.countyCode, key.id, [change]);
  matters.recordTodos(
    tx,
    key,
    [{ owner: notice.answerOwner, act: 'answerNotice', clockKind: 'supervisionReply', dueAt }],
    now,
    make,
  );
  matters.recordSeen(tx, key, [], notice.seenBy, { kind: 'supervision', status: 'sent', dueAt, openedAt: now });
  matters.recordNotices(
    tx,
    { countyCode: late.countyCode, id: late.id },
    late.code,
    { type: 'supervise', tell: notice.tell },
    now,
    make,
  );
  tellDispute(tx, late, { eventId: make(), at: now, actor, level: notice.level, unitId: notice.unitId });
}

function tellDispute(
  tx: Tx,
  late: LateMatter,
  facts: { eventId: string; at: Date; actor: Actor; level: number; unitId: string },
): void {
  const { eventId, at, actor, level, unitId } = facts;
  const seq = late.eventSeq + 1;
  const hash = matters.recordEvent(tx, {
    countyCode: late.countyCode,
    id: late.id,
    eventId,
    seq,
    previousHash: late.eventHash,
    at,
    actor,
    type: 'supervise',
    statusBefore: late.status,
    statusAfter: late.status,
    data: { level, unitId, clockKind: late.clock.kind },
  });
  record(
    tx,
    tx
      .updateTable('matter')
      .set({ event_seq: seq, event_hash: hash })
      .where('county_code', '=', late.countyCode)
      .where('id', '=', late.id),
  );
}
