import type { ClockRule } from '../deadlines/clockRule.ts';
import { listedDate } from '../deadlines/leading.ts';
import type { Decision } from '../matters/decision.ts';
import type { Life } from '../procedures/engine.ts';
import type { FollowInput } from '../procedures/follow.ts';
import type { Todo } from '../procedures/head.ts';
import { leaderKey } from '../procedures/owners.ts';
import { doneWord } from '../procedures/sentences.ts';
import { bodyKeys, doorSeenBy } from './audience.ts';
import type { Door, DoorHandling, DoorWay } from './door.ts';
import { lawRule } from './doorActs.ts';
import { type DoorSpec, type DoorStanding, doorKind } from './doorKind.ts';
import { answeredAfter } from './fillDoor.ts';
import { silence } from './procedure.ts';

export const wayOf = ({ ways }: Pick<DoorSpec, 'ways'>, { way }: Pick<Door, 'way'>): DoorWay => {
  const found = ways[way];
  if (!found) throw new Error(`no way called ${way}`);
  return found;
};

/** Nobody of the body has a post here, or it went to one outside. */
const isOutside = ({ bodyUnitId, how }: Pick<Door, 'bodyUnitId' | 'how'>): boolean =>
  bodyUnitId === null || (how !== null && how !== 'here');

export const standingOfDoor = (door: Door): DoorStanding => ({
  ...{ status: door.status, receivingCenterId: door.receivingCenterId, leadUnitId: door.about.leadUnitId },
  ...{ bodyUnitId: door.bodyUnitId, handedIn: door.handedInOn !== null, outside: isOutside(door) },
  applicantIds: door.parties.flatMap(({ id, representsPartyId }) =>
    door.applicantIds.includes(id) || door.applicantIds.includes(representsPartyId ?? '') ? [id] : [],
  ),
  handsPostIds: [door.openerPostId, door.about.handlerPostId].flatMap((post) => post ?? []),
});

/** [G] ours: after so many working days without a sign of life somebody calls. */
export const silenceRule = ({ doors }: Pick<DoorHandling, 'doors'>): ClockRule => ({
  ...{ kind: silence, label: '等回音', startEvent: '递交', length: doors.answerDays, unit: 'workingDay' },
  ...{ countFirstDay: false, rollHoliday: false, warnBefore: { length: 1, unit: 'workingDay' } },
  ...{ basis: '本区县定的日子', status: 'G', binds: 'ours', who: '递出去的人' },
});

const kept = <T>(changed: unknown, before: T): T => (changed === undefined ? before : (changed as T));

function after(spec: DoorSpec, before: Door, decision: Decision, step: string, input: object): Door {
  const { matter = {}, own = {} } = decision;
  const { to } = spec.procedure[step] ?? {};
  const { leadUnitId, handlerPostId } = input as FollowInput;
  return {
    ...before,
    version: before.version + 1,
    status: decision.to ?? (typeof to === 'string' ? to : before.status),
    closedAt: kept(matter.closed_at, before.closedAt),
    restricted: kept(matter.restricted, before.restricted),
    namedPostIds: kept(matter.named_post_ids, before.namedPostIds),
    receivingCenterId: kept(matter.receiving_center_id, before.receivingCenterId),
    regionCode: kept(matter.region_code, before.regionCode),
    how: kept(own.how, before.how),
    handedInOn: kept(own.handed_in_on, before.handedInOn),
    bodyUnitId: kept(own.body_unit_id, before.bodyUnitId),
    bodyNumber: kept(own.body_number, before.bodyNumber),
    servedOn: kept(own.served_on, before.servedOn),
    ground: kept(own.ground, before.ground),
    result: kept(own.result, before.result),
    resultOn: kept(own.result_on, before.resultOn),
    answered: answeredAfter(before, decision),
    ...(step === 'followMatter' ? { about: { ...before.about, leadUnitId, handlerPostId } } : {}),
  };
}

/** On our side: whoever opened it, else whoever has the dispute, else the center. */
function ours({ openerPostId, about, receivingCenterId, restricted }: Door): string {
  const post = openerPostId ?? about.handlerPostId;
  if (post) return `p:${post}`;
  return restricted ? leaderKey(receivingCenterId) : `c:${receivingCenterId}#dispatcher`;
}

function owed(spec: DoorSpec, door: Door): Todo[] {
  const { status, clocks, bodyUnitId } = door;
  const due = (kind: string | null) =>
    clocks.find((each) => each.kind === kind && each.stoppedAt === null)?.dueAt ?? null;
  if (door.closedAt !== null) return [];
  if (status === 'preparing') {
    const [keep = null] = wayOf(spec, door).keeps;
    return [{ owner: ours(door), act: 'handIn', clockKind: keep, dueAt: due(keep) }];
  }
  if (status === 'supplementing')
    return [{ owner: ours(door), act: 'supplement', clockKind: null, dueAt: listedDate(clocks) }];
  const next = spec.owes[status];
  if (!isOutside(door) && bodyUnitId !== null && next)
    return bodyKeys(bodyUnitId, spec.officers).map((owner) => ({
      ...{ owner, act: next.step, clockKind: next.clock, dueAt: due(next.clock) },
    }));
  const dueAt = due(silence);
  return dueAt === null ? [] : [{ owner: ours(door), act: 'callBody', clockKind: silence, dueAt, from: dueAt }];
}

/** What is particular to a door of this kind. */
export function doorLife(spec: DoorSpec): Life<Door, DoorHandling, string> {
  const kind = doorKind(spec);
  const keeping = (door: Door) => ({ secret: wayOf(spec, door).secret, officers: spec.officers });
  return {
    standing: standingOfDoor,
    after: (before, decision, step, _context, input) => after(spec, before, decision, step, input),
    seenBy: (door, network) => doorSeenBy(door, keeping(door), network),
    owed: (door) => owed(spec, door),
    listedDue: ({ clocks, closedAt }) => (closedAt === null ? listedDate(clocks) : null),
    ruleOf: (rules, clockKind) => (clockKind === silence ? silenceRule(rules) : lawRule(clockKind)),
    chargedTo: (_clock, binds, { receivingCenterId }) => (binds === 'ours' ? receivingCenterId : null),
    undoneBy: () => null,
    done: ({ step }) => `${doneWord(kind, step)}。`,
  };
}
