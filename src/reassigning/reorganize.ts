import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Change, Insert, Telling } from '../matters/decision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { deskOf, supportChange, supportRow } from '../routing/units.ts';
import { forceMoved } from '../taskForces/forceMoved.ts';

const names = Type.Record(Type.String(), Type.String());

export const ReorganizeInput = StepInput({
  id: Id,
  units: names,
  regions: names,
  posts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
});
/** Old → new. A post that goes to nobody is null: its unit's head decides who takes over. */
export type ReorganizeInput = {
  id: string;
  units: Readonly<Record<string, string>>;
  regions: Readonly<Record<string, string>>;
  posts: Readonly<Record<string, string | null>>;
};

/** Each supporting unit that ends is followed by its successor, unless that one leads or helps already. */
function supportAfter(dispute: Dispute, units: ReorganizeInput['units'], lead: string | null, now: Date) {
  const there = new Set([lead, ...dispute.supportingUnits.map(({ unitId }) => unitId)]);
  const gone = dispute.supportingUnits.filter(({ unitId }) => units[unitId] !== undefined);
  const inserts = gone.flatMap(({ unitId, task, doneAt }): Insert[] => {
    const next = units[unitId] as string;
    if (there.has(next)) return [];
    there.add(next);
    return [supportRow(next, task, now, doneAt)];
  });
  const both = lead === null ? [] : dispute.supportingUnits.filter(({ unitId }) => unitId === lead);
  const changes = [...gone, ...both].map(({ unitId }) => supportChange(unitId, { removed_at: now }));
  return { inserts, changes };
}

/** Whoever mediates goes along with the own post; where nobody follows in it, another one has to be found. */
function mediatorsAfter({ mediators }: Dispute, { units, posts }: ReorganizeInput, now: Date): Change[] {
  return mediators.flatMap(({ id, postId, unitId, state }): Change[] => {
    const to = postId in posts ? posts[postId] : postId;
    const unit_id = units[unitId] ?? unitId;
    if (state === 'released' || (to === postId && unit_id === unitId)) return [];
    const left = { state: 'released' as const, ended_at: now };
    return [{ table: 'mediator_appointment', id, set: { unit_id, ...(to ? { post_id: to } : left) } }];
  });
}

function tellOf(dispute: Dispute, lead: string | null, center: string, { network }: DisputeContext): Telling[] {
  const open = !['closed', 'struckOff', 'archived', 'declined'].includes(dispute.status);
  const changed = lead !== null && lead !== dispute.leadUnitId ? lead : null;
  const unit = network.unit(changed ?? center);
  if (!open || !unit || (changed === null && center === dispute.receivingCenterId)) return [];
  const phone = unit.phone ? `，电话 ${unit.phone}` : '';
  return [
    ...deskOf(unit.id).map((owner) => ({ owner, text: '机构调整，这件由你单位承接，日期不变。' })),
    { owner: 'resident', text: `因机构调整，您的事改由${unit.short}办理${phone}。日期不变，编号不变。` },
  ];
}

/** What a matter keeps of units, places and posts that end goes to what takes their place; its county and code never change. */
export function reorganize(dispute: Dispute, input: ReorganizeInput, context: DisputeContext): DisputeDecision {
  const unit = (id: string) => input.units[id] ?? id;
  const region = (code: string | null) => (code === null ? null : (input.regions[code] ?? code));
  const post = (id: string) => (id in input.posts ? (input.posts[id] ?? null) : id);
  const people = (ids: readonly string[]) => [...new Set(ids.map(post))].filter((id) => id !== null);
  const lead = dispute.leadUnitId && unit(dispute.leadUnitId);
  const center = unit(dispute.receivingCenterId);
  const contact = dispute.contactPostId ?? dispute.firstContactPostId;
  const { inserts, changes } = supportAfter(dispute, input.units, lead, context.now);
  const regionCode = region(dispute.regionCode) as string;
  const ledBy = { fromUnitId: dispute.leadUnitId, toUnitId: lead };
  return {
    type: 'reorganize',
    data: {
      id: input.id,
      ...(lead === dispute.leadUnitId ? { fromUnitId: null, toUnitId: null } : ledBy),
      ...{ fromCenterId: dispute.receivingCenterId, toCenterId: center },
      ...{ fromRegion: dispute.regionCode, toRegion: regionCode, units: { ...input.units } },
    },
    matter: {
      lead_unit_id: lead,
      receiving_center_id: center,
      region_code: regionCode,
      handler_post_id: dispute.handlerPostId && post(dispute.handlerPostId),
      named_post_ids: people(dispute.namedPostIds),
    },
    own: {
      township_code: regionCode.length >= 9 ? regionCode.slice(0, 9) : region(dispute.townshipCode),
      community_code: regionCode.length >= 12 ? regionCode.slice(0, 12) : region(dispute.communityCode),
      grid_code: regionCode.length === 15 ? regionCode : region(dispute.gridCode),
      former_unit_ids: [...new Set(dispute.formerUnitIds.map(unit))].filter((id) => id !== lead),
      contact_post_id: contact !== null && contact in input.posts ? post(contact) : dispute.contactPostId,
      handing_post_ids: people(dispute.handingPostIds),
      former_post_ids: people(dispute.formerPostIds),
    },
    inserts,
    changes: [...changes, ...mediatorsAfter(dispute, input, context.now), ...forceMoved(dispute, input.posts)],
    tell: tellOf(dispute, lead, center, context),
  };
}
