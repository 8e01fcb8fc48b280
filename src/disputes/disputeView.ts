import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import { formatCode, readAloud, shortCode } from '../platform/disputeCode.ts';
import { refusalToTakeBack } from '../procedures/takeBack.ts';
import type { OpenSteps, OwedNow } from '../procedures/views.ts';
import { keptOf, type UnitRecord } from '../routing/accuracy.ts';
import { suggestUnits } from '../routing/suggestUnits.ts';
import { proposeDifficulty } from '../routing/triage.ts';
import { type NoticeStatus, noticeStatusLabels } from '../supervision/procedure.ts';
import { clocksOf } from './clocksView.ts';
import { courtOf } from './courtView.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { DisputeRows } from './disputeRows.ts';
import { disputeKind } from './kind.ts';
import { maskParty, type PlainParty } from './maskParty.ts';
import { factsOf, papersOf } from './papersView.ts';
import { peopleOf } from './peopleView.ts';
import { type StepName, statusLabels, stepOf } from './procedure.ts';
import { seesFacts, sightOf } from './sight.ts';
import { standingOf } from './standing.ts';
import { timelineOf } from './timelineView.ts';
import { noTime, timeOf } from './timeView.ts';
import type { DisputeView, ResidentView, Sight, UnitBrief } from './views.ts';

export type ViewParts = {
  dispute: Dispute;
  rows: DisputeRows;
  parties: readonly PlainParty[];
  context: DisputeContext;
  steps: OpenSteps<StepName>;
  owed: OwedNow<StepName>[];
  residentSees: ResidentView;
  records: readonly UnitRecord[];
};

export function unitBrief(id: string | null, network: Network): UnitBrief | null {
  const unit = id === null ? undefined : network.unit(id);
  return unit ? { id: unit.id, name: unit.name, short: unit.short, phone: unit.phone } : null;
}

function namesOf(
  { dispute, context, rows }: ViewParts,
  sight: Sight,
): Pick<
  DisputeView,
  'category' | 'place' | 'center' | 'leadUnit' | 'handler' | 'supportingUnits' | 'firstContact' | 'title'
> {
  const { network, directory } = context;
  const category = network.category(dispute.categoryCode);
  const handler = dispute.handlerPostId ? directory.post(dispute.handlerPostId) : undefined;
  const first = dispute.firstContactPostId === null ? undefined : directory.post(dispute.firstContactPostId);
  const named = rows.notes.find(({ kind }) => kind === 'firstContact')?.body;
  const center = unitBrief(dispute.receivingCenterId, network);
  return {
    title: sight === 'place' || sight === 'former' ? `${category?.name ?? ''}纠纷` : dispute.title,
    category: { code: dispute.categoryCode, name: category?.name ?? '' },
    place: regionPath(dispute.regionCode, (code) => network.region(code)?.short, 'county'),
    center: center ?? { id: dispute.receivingCenterId, name: '', short: '', phone: null },
    leadUnit: unitBrief(dispute.leadUnitId, network),
    handler: handler ? { postId: handler.postId, name: handler.name } : null,
    supportingUnits: dispute.supportingUnits.flatMap((each) => {
      const unit = unitBrief(each.unitId, network);
      return unit ? [{ unit, task: seesFacts(sight) ? each.task : '', done: each.doneAt !== null }] : [];
    }),
    firstContact: {
      name: first?.name ?? named ?? '',
      unit: (first ? network.unit(first.unitId)?.short : center?.short) ?? '',
    },
  };
}

function stateOf(dispute: Dispute, county: string) {
  return {
    code: dispute.code,
    codeGrouped: formatCode(dispute.code),
    codeShort: shortCode(dispute.code, county),
    codeAloud: readAloud(dispute.code),
    countyCode: dispute.countyCode,
    status: dispute.status,
    statusLabel: statusLabels[dispute.status].zh,
    version: dispute.version,
    restricted: dispute.restricted,
    contested: dispute.contested,
    reopened: dispute.reopened,
    openTasks: dispute.openTasks,
    difficulty: dispute.difficulty,
    urgency: dispute.urgency,
    gravity: dispute.gravity,
    openedAt: dispute.openedAt.toISOString(),
    closedAt: dispute.closedAt?.toISOString() ?? null,
    outcome: dispute.outcome,
  };
}

function supervisionOf({ rows, context }: ViewParts): DisputeView['supervision'] {
  return rows.notices.map((notice) => ({
    code: notice.code,
    number: notice.number,
    status: notice.status,
    statusLabel: noticeStatusLabels[notice.status as NoticeStatus].zh,
    level: notice.level,
    unit: notice.unit_ids.map((id) => context.network.unit(id)?.short ?? '').join('、'),
    sentAt: notice.sent_at.toISOString(),
    answeredAt: notice.answered_at?.toISOString() ?? null,
    liftedAt: notice.lifted_at?.toISOString() ?? null,
  }));
}

/** The label of the step that this post may still take back. */
function takeBackOf({ dispute, rows, context: { actor, now } }: ViewParts): string | null {
  const { taken } = rows;
  const refused = refusalToTakeBack(disputeKind, taken, { postId: actor.postId, now, version: dispute.version });
  return taken && !refused ? stepOf(taken.step as StepName).label : null;
}

/** Whether units are to be proposed: to whoever may choose one now. */
export const isAtDesk = ({ now }: OpenSteps<StepName>): boolean =>
  (['triage', 'dispatch', 'transfer', 'rule'] as const).some((name) => now.includes(name));

/** One dispute for one post: the same facts for all, cut by the one mask. */
export function disputeView(parts: ViewParts): DisputeView {
  const { dispute, rows, context, steps } = parts;
  const sight = sightOf(
    context.actor,
    dispute,
    rows.notices.some((notice) => notice.lifted_at === null),
  );
  const county = context.network.region(dispute.countyCode)?.short ?? '';
  const parties = sight === 'place' || sight === 'former' ? [] : parts.parties.map((party) => maskParty(party, sight));
  return {
    ...namesOf(parts, sight),
    ...stateOf(dispute, county),
    ...peopleOf(dispute, sight, context),
    sight,
    facts: factsOf(parts, sight),
    parties,
    clocks: clocksOf(dispute, context, sight, parties),
    timeline: timelineOf(parts, sight),
    ...papersOf(parts, sight),
    ...(seesFacts(sight) ? timeOf(dispute, context) : noTime),
    supervision: supervisionOf(parts),
    standing: standingOf(dispute),
    takeBack: takeBackOf(parts),
    steps,
    owed: seesFacts(sight) ? parts.owed : null,
    undoDispatchUntil: dispute.status === 'dispatched' ? (dispute.dispatchUndoUntil?.toISOString() ?? null) : null,
    proposals: isAtDesk(steps)
      ? {
          units: suggestUnits(dispute, context.network),
          difficulty: proposeDifficulty(dispute, context.rules.triage),
          records: keptOf(parts.records, context.rules.court.smallNumber),
        }
      : null,
    court: courtOf(parts, sight, steps.now),
    // Agreements, messages and names stand there as the parties read them.
    residentSees: seesFacts(sight) ? parts.residentSees : null,
    looks: rows.looks,
  };
}
