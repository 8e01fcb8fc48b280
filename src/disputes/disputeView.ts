import { viewClocks } from '../deadlines/clockView.ts';
import { type NoticeStatus, noticeStatusLabels } from '../deadlines/notice.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import { formatCode, readAloud, shortCode } from '../platform/disputeCode.ts';
import { keptOf, type UnitRecord } from '../routing/accuracy.ts';
import { refuseSendBack } from '../routing/court.ts';
import { suggestUnits } from '../routing/suggestUnits.ts';
import { proposeDifficulty } from '../routing/triage.ts';
import { courtOf } from './courtView.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { DisputeRows } from './disputeRows.ts';
import { extendable, openRequest } from './extensions.ts';
import { guard, stepsFor, whoMay } from './guard.ts';
import { maskParty, type PlainParty } from './maskParty.ts';
import { factsOf, papersOf } from './papersView.ts';
import { statusLabels, stepOf } from './procedure.ts';
import { seesFacts, sightOf } from './sight.ts';
import { standingOf } from './standing.ts';
import { timelineOf } from './timelineView.ts';
import { noTime, timeOf } from './timeView.ts';
import type { DisputeView, ResidentView, Sight, UnitBrief } from './views.ts';
import { waitGrounds, waitingFor, waitSentence, waitWord } from './waits.ts';

export type ViewParts = {
  dispute: Dispute;
  rows: DisputeRows;
  parties: readonly PlainParty[];
  context: DisputeContext;
  residentSees: ResidentView;
  looks: number;
  records: readonly UnitRecord[];
};

export function unitBrief(id: string | null, network: Network): UnitBrief | null {
  const unit = id === null ? undefined : network.unit(id);
  return unit ? { id: unit.id, name: unit.name, short: unit.short, phone: unit.phone } : null;
}

function stepsOf(dispute: Dispute, context: DisputeContext): DisputeView['steps'] {
  const standing = standingOf(dispute);
  const { now, later } = stepsFor(standing, context.actor);
  const tooLate = now.includes('sendBack') ? refuseSendBack(dispute, context) : null;
  const sentence = (name: (typeof later)[number]) =>
    guard(name, standing, context.actor)?.message ?? `${stepOf(name).label}由${whoMay(name)}来做。`;
  return {
    now: now.filter((name) => isOpenNow(name, dispute) && !(tooLate && name === 'sendBack')),
    later: [
      ...later.map((name) => ({ name, sentence: sentence(name) })),
      ...(tooLate ? [{ name: 'sendBack' as const, sentence: tooLate.message }] : []),
    ],
  };
}

/** Steps whose row allows them but which have nothing to act on are left out: no dead button. */
function isOpenNow(name: string, dispute: Dispute): boolean {
  const wait = waitingFor(dispute);
  if (name === 'decidePause') return wait?.state === 'proposed';
  if (name === 'receiveMaterial') return wait?.ground === 'material';
  if (name === 'requestMaterial') return wait === undefined;
  if (name === 'requestWait') return wait === undefined && waitGrounds(dispute).length > 0;
  if (name === 'endWait') return wait !== undefined && wait.ground !== 'material';
  if (name === 'requestExtension') return openRequest(dispute) === null && extendable(dispute.clocks).length > 0;
  if (name === 'decideExtension') return openRequest(dispute) !== null;
  if (name === 'stopStatutory') return runningClocks(dispute.clocks).some(({ kind }) => statutoryClocks.has(kind));
  if (name === 'dispatch') return dispute.difficulty !== null;
  if (name === 'keepClosed') return dispute.contested;
  if (name === 'contest') return !dispute.contested;
  if (name === 'rate') return !dispute.rated;
  return true;
}

function namesOf(
  { dispute, context }: ViewParts,
  sight: Sight,
): Pick<
  DisputeView,
  'category' | 'place' | 'center' | 'leadUnit' | 'handler' | 'supportingUnits' | 'firstContact' | 'title'
> {
  const { network, directory } = context;
  const category = network.category(dispute.categoryCode);
  const handler = dispute.handlerPostId ? directory.post(dispute.handlerPostId) : undefined;
  const first = directory.post(dispute.firstContactPostId);
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
      name: first?.name ?? '',
      unit: first ? (network.unit(first.unitId)?.short ?? '') : (center?.short ?? ''),
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
    statusLabel: noticeStatusLabels[notice.status as NoticeStatus],
    level: notice.level,
    unit: notice.unit_ids.map((id) => context.network.unit(id)?.short ?? '').join('、'),
    sentAt: notice.sent_at.toISOString(),
    answeredAt: notice.answered_at?.toISOString() ?? null,
    liftedAt: notice.lifted_at?.toISOString() ?? null,
  }));
}

function materialsOf({ dispute, context }: ViewParts): DisputeView['materials'] {
  return dispute.materials.map((wait) => ({
    id: wait.id,
    what: wait.what,
    state: wait.state,
    ground: wait.ground,
    limitAt: wait.limitAt.toISOString(),
    word: waitWord(wait, context.network),
    sentence: waitSentence(wait, context.network),
  }));
}

/** One dispute for one post: the same facts for all, cut by the one mask. */
export function disputeView(parts: ViewParts): DisputeView {
  const { dispute, rows, context } = parts;
  const sight = sightOf(
    context.actor,
    dispute,
    rows.notices.some((notice) => notice.lifted_at === null),
  );
  const county = context.network.region(dispute.countyCode)?.short ?? '';
  const now = stepsOf(dispute, context);
  const desk =
    now.now.includes('triage') ||
    now.now.includes('dispatch') ||
    now.now.includes('transfer') ||
    now.now.includes('rule');
  return {
    ...namesOf(parts, sight),
    ...stateOf(dispute, county),
    sight,
    facts: factsOf(parts, sight),
    parties: sight === 'place' || sight === 'former' ? [] : parts.parties.map((party) => maskParty(party, sight)),
    clocks: viewClocks(dispute.clocks, context.calendar, context.now, { plans: seesFacts(sight) }),
    timeline: timelineOf(parts, sight),
    ...papersOf(parts, sight),
    materials: seesFacts(sight) ? materialsOf(parts) : [],
    ...(seesFacts(sight) ? timeOf(dispute, context) : noTime),
    supervision: supervisionOf(parts),
    standing: standingOf(dispute),
    steps: now,
    undoDispatchUntil: dispute.status === 'dispatched' ? (dispute.dispatchUndoUntil?.toISOString() ?? null) : null,
    proposals: desk
      ? {
          units: suggestUnits(dispute, context.network),
          difficulty: proposeDifficulty(dispute, context.rules.triage),
          records: keptOf(parts.records, context.rules.court.smallNumber),
        }
      : null,
    court: courtOf(parts, sight, now.now),
    residentSees: parts.residentSees,
    looks: parts.looks,
  };
}
