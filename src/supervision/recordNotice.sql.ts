import { applyChanges, type ClockChange, startClock } from '../deadlines/clockChanges.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Decision } from '../matters/decision.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import { followsFrom, momentOf } from '../procedures/decideStep.ts';
import type { Opened } from '../procedures/opened.ts';
import { openMatter } from '../procedures/state.sql.ts';
import type { Notice, NoticeContext, NoticeFacts } from './notice.ts';
import type { AboutDispute, NoticePlan } from './supervise.ts';
import type { SupervisionEngine } from './supervisionEngine.ts';

type Urgency = 'none' | 'urgent' | 'extraUrgent';

/** All that one notice says; its code and number were taken before, inside the same transaction where gapless. */
export type Issue = {
  about: AboutDispute;
  plan: NoticePlan;
  clock: { id: string; kind: string } | null;
  origin: 'ladder' | 'leader';
  code: string;
  number: string;
  reason: string;
  ask: string;
  urgency: Urgency;
  cosignerIds: readonly string[];
  facts: NoticeFacts;
  /** The day that a leader gives, instead of the county's own limit for replies. */
  replyRule?: ClockRule;
};

/** A reply clock for each unit that is asked. */
function replyClocks(
  engine: SupervisionEngine,
  notice: Notice,
  { replyRule }: Issue,
  context: NoticeContext,
): ClockChange[] {
  const moment = momentOf(engine.kinds.supervision, 'supervise', notice, context);
  const ruled = replyRule ? { ...moment, ruleOf: () => replyRule } : moment;
  return notice.units.map(({ unitId }) => startClock('supervisionReply', ruled, { unitId }));
}

function newNotice(
  { about, plan, ...issue }: Issue,
  settingsVersion: number,
  { actor, now, newId }: NoticeContext,
): Notice {
  const { countyCode, categoryCode, regionCode, receivingCenterId, restricted, namedPostIds } = about;
  return {
    ...{ countyCode, categoryCode, regionCode, receivingCenterId, restricted, namedPostIds },
    ...{
      id: newId(),
      code: issue.code,
      number: issue.number,
      title: plan.title,
      level: plan.level,
      origin: issue.origin,
    },
    ...{ status: 'sent', version: 1, eventSeq: 0, eventHash: chainStart, settingsVersion },
    ...{ leadUnitId: plan.unitIds[0] ?? null, handlerPostId: null, seenBy: plan.seenBy, openedAt: now, closedAt: null },
    issuerCenterId: plan.issuerCenterId,
    issuedByPostId: issue.origin === 'leader' ? actor.postId : null,
    about: { id: about.id, code: about.code, leadUnitId: about.leadUnitId, handlerPostId: about.handlerPostId },
    clockKind: issue.clock?.kind ?? null,
    copies: 0,
    units: plan.unitIds.map((unitId) => ({ unitId, answeredAt: null, promisedOn: null, returns: 0 })),
    clocks: [],
  };
}

/** Its first event, its words, its own row and one for each unit, and who is told. */
function firstDecision(issue: Issue, notice: Notice, { now, newId }: NoticeContext): Decision {
  const { about, plan, clock, number } = issue;
  const note = (kind: string, body: string) => ({ id: newId(), kind, visibility: 'shared' as const, body });
  const row = {
    about_matter_id: about.id,
    clock_id: clock?.id ?? null,
    clock_kind: clock?.kind ?? null,
    level: notice.level,
    unit_id: plan.unitIds[0] ?? '',
    sent_at: now,
    origin: issue.origin,
    doc_number: number,
    issuer_center_id: notice.issuerCenterId,
    issued_by_post_id: notice.issuedByPostId,
    cosigner_ids: [...issue.cosignerIds],
    urgency: issue.urgency,
    facts: JSON.stringify(issue.facts),
  };
  return {
    type: 'supervise',
    data: {
      aboutMatterId: about.id,
      clockId: clock?.id ?? null,
      level: plan.level,
      unitIds: [...plan.unitIds],
      number,
    },
    notes: [note('superviseReason', issue.reason), note('superviseAsk', issue.ask)],
    inserts: [
      { into: 'supervision_notice', values: row },
      ...plan.unitIds.map((unit_id, position) => ({
        into: 'supervision_notice_unit' as const,
        values: { unit_id, position },
      })),
    ],
    tell: plan.tell,
  };
}

/** The notice as it will stand, before anything is written: a preview shows it, the record writes it. */
export function draftNotice(engine: SupervisionEngine, issue: Issue, context: NoticeContext): Opened<Notice> {
  const version = engine.reference().pinFor(issue.about.countyCode, engine.kinds.supervision.kind);
  const blank = newNotice(issue, version, context);
  const changes = replyClocks(engine, blank, issue, context);
  const notice = { ...blank, clocks: applyChanges([], changes) };
  return {
    thing: notice,
    decision: firstDecision(issue, notice, context),
    changes,
    about: issue.about,
    ...followsFrom(engine.kinds.supervision, notice, context),
  };
}

/** A matter of its own, with its own code, clocks and debts; the dispute's timeline tells of it. */
export function recordNotice(engine: SupervisionEngine, tx: Tx, issue: Issue, context: NoticeContext): void {
  const { about, plan, clock, number, origin } = issue;
  openMatter(tx, engine.kinds.supervision, draftNotice(engine, issue, context), context);
  const data = { level: plan.level, unitIds: [...plan.unitIds], clockKind: clock?.kind ?? null, number, origin };
  recordAside(tx, about, { eventId: context.newId(), at: context.now, actor: context.actor, type: 'supervise', data });
}
