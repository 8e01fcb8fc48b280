import { listedDate } from '../deadlines/leading.ts';
import type { Decision } from '../matters/decision.ts';
import type { Life } from '../procedures/engine.ts';
import type { FollowInput } from '../procedures/follow.ts';
import { unique } from '../procedures/owners.ts';
import { doneWord } from '../procedures/sentences.ts';
import { concernedOf, type Notice, type NoticeUnit, noticeTodos, standingOfNotice } from './notice.ts';
import { noticeKind } from './noticeKind.ts';
import { type NoticeStatus, type NoticeStep, noticeProcedure } from './procedure.ts';
import { watchersOf } from './supervise.ts';
import type { NoticeRules } from './supervisionEngine.ts';

type Set = {
  removed_at?: Date;
  answered_at?: unknown;
  promised_on?: string | null;
  returns?: number;
  unit_id?: string;
};

function unitAfter(unit: NoticeUnit, { changes = [] }: Decision): NoticeUnit[] {
  const change = changes.find(({ table, id }) => table === 'supervision_notice_unit' && id === unit.unitId);
  if (!change) return [unit];
  const set = change.set as Set;
  if (set.removed_at) return [];
  const after = {
    unitId: set.unit_id ?? unit.unitId,
    answeredAt: set.answered_at === undefined ? unit.answeredAt : (set.answered_at as Date | null),
    promisedOn: set.promised_on === undefined ? unit.promisedOn : (set.promised_on as NoticeUnit['promisedOn']),
    returns: set.returns ?? unit.returns,
  };
  return [after];
}

/** The notice among other people, or with other units: who knew of it before no longer counts. */
function followed(before: Notice, { own = {} }: Decision, input: FollowInput): Partial<Notice> {
  const { restricted, namedPostIds, receivingCenterId, regionCode, leadUnitId, handlerPostId } = input;
  return {
    ...{ restricted, namedPostIds, receivingCenterId, regionCode, seenBy: [] },
    issuerCenterId: String(own.issuer_center_id ?? before.issuerCenterId),
    about: { ...before.about, leadUnitId, handlerPostId },
  };
}

function after(before: Notice, decision: Decision, step: NoticeStep, input: object): Notice {
  const { to } = noticeProcedure[step];
  const { own = {}, matter = {}, data = {} } = decision;
  const heard = Array.isArray(data.owners) ? (data.owners as string[]) : [];
  return {
    ...before,
    version: before.version + 1,
    status: (decision.to ?? (typeof to === 'string' ? to : before.status)) as NoticeStatus,
    closedAt: (matter.closed_at as Date | undefined) ?? before.closedAt,
    leadUnitId: matter.lead_unit_id ?? before.leadUnitId,
    copies: Number(own.copies ?? before.copies),
    units: before.units.flatMap((unit) => unitAfter(unit, decision)),
    seenBy: unique([...before.seenBy, ...heard]),
    ...(step === 'followMatter' ? followed(before, decision, input as FollowInput) : {}),
  };
}

/** What is particular to a supervision notice. */
export const noticeLife: Life<Notice, NoticeRules, NoticeStep> = {
  standing: standingOfNotice,
  after: (before, decision, step, _context, input) => after(before, decision, step, input),
  seenBy: (notice) => {
    const { issuerCenterId, issuedByPostId, units, seenBy, restricted } = notice;
    const unitIds = units.map(({ unitId }) => unitId);
    // Who signed it knows no more of what is restricted later than others do.
    const signer = issuedByPostId === null || restricted ? [] : [`p:${issuedByPostId}`];
    return unique([...seenBy, ...watchersOf(concernedOf(notice), unitIds, issuerCenterId), ...signer]);
  },
  owed: noticeTodos,
  listedDue: ({ clocks }) => listedDate(clocks),
  ruleOf: ({ clocks }, clockKind) => {
    const rule = clocks[clockKind];
    if (!rule) throw new Error(`no rule for the clock ${clockKind} of a notice`);
    return rule;
  },
  // Each clock of a notice begins for the unit that it asks.
  chargedTo: () => null,
  undoneBy: () => null,
  done: ({ step }) => `${doneWord(noticeKind, step as NoticeStep)}。`,
};
