import { viewClocks } from '../deadlines/clockView.ts';
import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import { roleLabel } from '../people/roles.ts';
import { formatCode, readAloud, shortCode } from '../platform/disputeCode.ts';
import { suggestUnits } from '../routing/dispatch.ts';
import { proposeDifficulty } from '../routing/triage.ts';
import { describe } from './describe.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { DisputeRows } from './disputeRows.sql.ts';
import { guard, stepsFor, whoMay } from './guard.ts';
import { maskParty, type PlainParty } from './maskParty.ts';
import { statusLabels, stepOf } from './procedure.ts';
import { mayRead, seesFacts, sightOf } from './sight.ts';
import { standingOf } from './standing.ts';
import type { DisputeView, ResidentView, Sight, TimelineEntry, UnitBrief } from './views.ts';

export type ViewParts = {
  dispute: Dispute;
  rows: DisputeRows;
  parties: readonly PlainParty[];
  context: DisputeContext;
  residentSees: ResidentView;
  looks: number;
};

export function unitBrief(id: string | null, network: Network): UnitBrief | null {
  const unit = id === null ? undefined : network.unit(id);
  return unit ? { id: unit.id, name: unit.name, short: unit.short, phone: unit.phone } : null;
}

function timelineOf({ dispute, rows, context }: ViewParts, sight: Sight): TimelineEntry[] {
  const [, events, notes] = rows;
  if (sight === 'place') return [];
  const own = (postId: string | null) => postId !== null && postId === context.actor.postId;
  const shown = events.filter((event) => event.type !== 'reveal' && (sight !== 'former' || own(event.actor_post_id)));
  return shown.map((event) => ({
    seq: event.seq,
    at: event.at.toISOString(),
    who: whoDid(event, dispute, context),
    type: event.type,
    sentence: describe({ type: event.type, data: event.data, statusAfter: event.status_after }, context),
    notes: notes
      .filter(
        (note) =>
          note.event_id === event.id && mayRead(note.visibility, sight, context.actor, own(event.actor_post_id)),
      )
      .map((note) => ({ kind: note.kind, body: note.body, forResident: note.visibility === 'resident' })),
    statusAfter: event.status_after,
  }));
}

function whoDid(event: DisputeRows[1][number], _dispute: Dispute, { network }: DisputeContext): string {
  if (event.actor_role === 'party') return '当事人';
  if (event.actor_role === 'system') return '系统';
  const unit = event.actor_unit_id ? network.unit(event.actor_unit_id)?.short : undefined;
  return `${event.name ?? '工作人员'}（${[unit, roleLabel(event.actor_role as 'handler')].filter(Boolean).join(' ')}）`;
}

function stepsOf(dispute: Dispute, context: DisputeContext): DisputeView['steps'] {
  const standing = standingOf(dispute);
  const { now, later } = stepsFor(standing, context.actor);
  const sentence = (name: (typeof later)[number]) =>
    guard(name, standing, context.actor)?.message ?? `${stepOf(name).label}由${whoMay(name)}来做。`;
  return {
    now: now.filter((name) => isOpenNow(name, dispute)),
    later: later.map((name) => ({ name, sentence: sentence(name) })),
  };
}

/** Steps whose row allows them but which have nothing to act on are left out: no dead button. */
function isOpenNow(name: string, dispute: Dispute): boolean {
  const waiting = dispute.materials.map((each) => each.state);
  if (name === 'decidePause') return waiting.includes('proposed');
  if (name === 'receiveMaterial') return waiting.includes('proposed') || waiting.includes('approved');
  if (name === 'dispatch') return dispute.difficulty !== null;
  if (name === 'keepClosed') return dispute.contested;
  if (name === 'contest') return !dispute.contested;
  if (name === 'rate') return !dispute.rated;
  return true;
}

function factsOf({ dispute, rows }: ViewParts, sight: Sight): DisputeView['facts'] {
  const row = rows[8][0];
  if (!row || !seesFacts(sight)) return null;
  return {
    source: row.source,
    facts: row.facts,
    demands: row.demands,
    occurredOn: row.occurred_on,
    address: row.address,
    peopleInvolved: dispute.peopleInvolved,
    amountCents: dispute.amountCents,
    willing: dispute.willing,
    violence: { ...dispute.violence },
  };
}

function papersOf(
  { rows, context }: ViewParts,
  sight: Sight,
): Pick<DisputeView, 'files' | 'settlements' | 'returnVisits' | 'rating'> {
  const [, , , files, settlements, items, visits, ratings] = rows;
  const facts = seesFacts(sight);
  const shownFiles = files.filter((file) =>
    mayRead(file.visibility, sight, context.actor, file.author_user_id === context.actor.userId),
  );
  return {
    files: shownFiles.map((file) => ({
      id: file.id,
      name: file.name,
      mime: file.mime,
      size: file.size,
      at: file.at.toISOString(),
      author: file.author_user_id ? '工作人员' : '当事人',
      forResident: file.visibility === 'resident',
    })),
    settlements: (facts ? settlements : []).map((each) => ({
      id: each.id,
      form: each.form,
      terms: each.terms,
      totalCents: each.total_cents,
      effectiveOn: each.effective_on,
      items: items
        .filter((item) => item.settlement_id === each.id)
        .map((item) => ({
          id: item.id,
          obligation: item.obligation,
          amountCents: item.amount_cents,
          dueOn: item.due_on,
          performedOn: item.performed_on,
        })),
    })),
    returnVisits: (facts ? visits : []).map((visit) => ({
      at: visit.at.toISOString(),
      outcome: visit.outcome,
      performed: visit.performed,
      method: visit.method,
    })),
    rating: facts && ratings[0] ? { score: ratings[0].score, at: ratings[0].at.toISOString() } : null,
  };
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

/** One dispute for one post: the same facts for all, cut by the one mask. */
export function disputeView(parts: ViewParts): DisputeView {
  const { dispute, rows, context } = parts;
  const notices = rows[9];
  const sight = sightOf(
    context.actor,
    dispute,
    notices.some((notice) => notice.lifted_at === null),
  );
  const names = namesOf(parts, sight);
  const county = context.network.region(dispute.countyCode)?.short ?? '';
  const now = stepsOf(dispute, context);
  const desk = now.now.includes('triage') || now.now.includes('dispatch') || now.now.includes('transfer');
  return {
    ...names,
    code: dispute.code,
    codeGrouped: formatCode(dispute.code),
    codeShort: shortCode(dispute.code, county),
    codeAloud: readAloud(dispute.code),
    countyCode: dispute.countyCode,
    status: dispute.status,
    statusLabel: statusLabels[dispute.status].zh,
    version: dispute.version,
    sight,
    restricted: dispute.restricted,
    contested: dispute.contested,
    reopened: dispute.reopened,
    difficulty: dispute.difficulty,
    urgency: dispute.urgency,
    gravity: dispute.gravity,
    openedAt: dispute.openedAt.toISOString(),
    closedAt: dispute.closedAt?.toISOString() ?? null,
    outcome: dispute.outcome,
    facts: factsOf(parts, sight),
    parties: sight === 'place' || sight === 'former' ? [] : parts.parties.map((party) => maskParty(party, sight)),
    clocks: viewClocks(dispute.clocks, context.calendar, context.now),
    timeline: timelineOf(parts, sight),
    ...papersOf(parts, sight),
    materials: seesFacts(sight)
      ? dispute.materials.map((each) => ({
          id: each.id,
          what: each.what,
          state: each.state,
          limitAt: each.limitAt.toISOString(),
        }))
      : [],
    supervision: notices.map((notice) => ({
      code: notice.code,
      level: notice.level,
      clockKind: notice.clock_kind,
      unit: context.network.unit(notice.unit_id)?.short ?? '',
      sentAt: notice.sent_at.toISOString(),
      answeredAt: notice.answered_at?.toISOString() ?? null,
      liftedAt: notice.lifted_at?.toISOString() ?? null,
    })),
    standing: standingOf(dispute),
    steps: now,
    undoDispatchUntil: dispute.status === 'dispatched' ? (dispute.dispatchUndoUntil?.toISOString() ?? null) : null,
    proposals: desk
      ? { units: suggestUnits(dispute, context.network), difficulty: proposeDifficulty(dispute, context.rules.triage) }
      : null,
    residentSees: parts.residentSees,
    looks: parts.looks,
  };
}
