import type { Calendar } from '../calendar/calendar.ts';
import { recordAside } from '../matters/aside.sql.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import { startClock } from './clockChanges.ts';
import { recordClockChanges } from './clocks.sql.ts';
import type { ClockRule } from './rule.ts';
import { type LateMatter, type SupervisionNotice, supervise } from './supervise.ts';

export type NoticeMeans = { actor: Actor; now: Date; calendar: Calendar; replyRule: ClockRule; code: string };

type Sent = { key: matters.MatterKey; notice: SupervisionNotice; dueAt: Date | null };

/** The matter goes in first: its event refers to it, and it then keeps the event's hash. */
function recordMatter(tx: Tx, late: LateMatter, { key, notice, dueAt }: Sent, { actor, now, code }: NoticeMeans): void {
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
    opened_at: now,
    updated_at: now,
  };
  record(tx, tx.insertInto('matter').values(matter));
  const head = { ...key, status: 'sent', eventSeq: 0, eventHash: chainStart };
  const data = { aboutMatterId: late.id, clockId: late.clock.id, level: notice.level, unitId: notice.unitId };
  recordAside(tx, head, { eventId: newId(now), at: now, actor, type: 'supervise', data }, null);
}

function recordNoticeRow(tx: Tx, late: LateMatter, { key, notice }: Sent, now: Date): void {
  const row = {
    county_code: key.countyCode,
    matter_id: key.id,
    about_matter_id: late.id,
    about_code: late.code,
    clock_id: late.clock.id,
    clock_kind: late.clock.kind,
    level: notice.level,
    unit_id: notice.unitId,
    sent_at: now,
  };
  record(tx, tx.insertInto('supervision_notice').values(row));
}

/** The notice is a matter of its own, with its own code, clock and debts; the dispute's timeline tells of it. */
export function recordNotice(tx: Tx, late: LateMatter, means: NoticeMeans): void {
  const { actor, now, calendar, replyRule } = means;
  const make = () => newId(now);
  const notice = supervise(late);
  const { unitId, level, seenBy, answerOwner: owner } = notice;
  const key = { countyCode: late.countyCode, id: make() };
  const moment = { now, calendar, step: 'supervise', newId: make, ruleOf: () => replyRule };
  const change = startClock('supervisionReply', moment);
  const dueAt = change.kind === 'start' ? change.clock.dueAt : null;
  const sent = { key, notice, dueAt };
  recordMatter(tx, late, sent, means);
  recordNoticeRow(tx, late, sent, now);
  recordClockChanges(tx, key.countyCode, key.id, [change]);
  const todo = { owner, act: 'answerNotice', clockKind: 'supervisionReply', dueAt };
  matters.recordTodos(tx, key, [todo], now, make);
  matters.recordSeen(tx, key, [], seenBy, { kind: 'supervision', status: 'sent', dueAt, openedAt: now });
  matters.recordNotices(tx, late, late.code, { type: 'supervise', tell: notice.tell }, now, make);
  const data = { level, unitId, clockKind: late.clock.kind };
  recordAside(tx, late, { eventId: make(), at: now, actor, type: 'supervise', data });
}
