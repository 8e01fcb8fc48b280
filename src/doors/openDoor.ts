import { applyChanges, clockChanges } from '../deadlines/clockChanges.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { sightOf } from '../disputes/sight.ts';
import { keepAmong } from '../handover/audience.ts';
import type { Door, DoorContext, DoorFacts, DoorWay, Entry } from '../handover/door.ts';
import type { BoundDoor } from '../handover/doorSteps.ts';
import type { ClockAct } from '../matters/decision.ts';
import type { Network } from '../network/lookup.ts';
import type { Actor } from '../platform/actor.ts';
import { chainStart } from '../platform/eventChain.ts';
import { Refusal, refuseField, refuseIf } from '../platform/refusal.ts';
import { followsFrom, momentOf } from '../procedures/decideStep.ts';
import type { Opened } from '../procedures/opened.ts';
import type { OpenDoorInput } from './openDoorInput.ts';

const opening: readonly string[] = ['receptionist', 'dispatcher', 'centerLeader', 'unitHead', 'handler', 'mediator'];

/** Whoever has the dispute in hand may open a door for a party, and a party his own. */
export function hindersOpening(actor: Actor, dispute: Parameters<typeof sightOf>[1]): Refusal | null {
  if (actor.role === 'party') return null;
  if (!opening.includes(actor.role) || sightOf(actor, dispute) !== 'full')
    return new Refusal('forbidden', 'notYourDoor', '由受理中心，或者办这件事的人帮当事人开。');
  return null;
}

/** The body of the county that this way begins at; null: none stands in the network. */
export const bodyFor = (countyCode: string, { bodies }: Pick<DoorWay, 'bodies'>, { units }: Network) =>
  bodies.flatMap((kind) =>
    units.filter(
      (unit) => unit.countyCode === countyCode && unit.level === 'county' && unit.active && unit.kind === kind,
    ),
  )[0] ?? null;

function bodyOf(
  dispute: Dispute,
  way: DoorWay,
  input: OpenDoorInput,
  { network }: DoorContext,
): [string | null, string] {
  if (input.bodyName?.trim()) return [null, input.bodyName.trim()];
  const unit = input.bodyUnitId ? network.unit(input.bodyUnitId) : bodyFor(dispute.countyCode, way, network);
  if (!unit) return refuseField('bodyName', `写明向哪个${way.body}提出。`);
  if (!way.bodies.includes(unit.kind)) return refuseField('bodyUnitId', `这条路不归${unit.short}管。`);
  return [unit.id, unit.name];
}

/** Who asks: of one side, or of both where the law wants both; a party only for himself and whom he speaks for. */
function applicantsOf(dispute: Dispute, way: DoorWay, { applicantIds }: OpenDoorInput, actor: Actor): string[] {
  const asking = dispute.parties.filter(({ id, left }) => applicantIds.includes(id) && !left);
  if (asking.length !== new Set(applicantIds).size) refuseField('applicantIds', '选这件事里的当事人。');
  if (asking.some(({ representsPartyId }) => representsPartyId !== null))
    refuseField('applicantIds', '申请人写当事人本人，代理人不用选。');
  const sides = new Set(asking.map(({ side }) => side));
  if (way.joint && !(sides.has('applicant') && sides.has('respondent')))
    refuseField('applicantIds', '这条路要双方一起申请，两边都选上。');
  if (!way.joint && sides.has('applicant') && sides.has('respondent'))
    refuseField('applicantIds', '这条路由一方申请，只选一边的人。');
  const own = dispute.parties.find(({ id }) => id === actor.postId);
  const speaksFor = [actor.postId, own?.representsPartyId];
  if (actor.role === 'party' && !asking.some(({ id }) => speaksFor.includes(id)))
    refuseField('applicantIds', '您只能替自己开。');
  return asking.map(({ id }) => id);
}

/** The limit of the dispute that this keeps runs here too, with the same date, until it is handed in. */
function limitHere(entry: Entry, facts: DoorFacts): ClockAct[] {
  const running = facts.clocks.find(({ kind, stoppedAt }) => entry.open && kind === entry.clock && stoppedAt === null);
  return running && running.rule.status !== 'G' ? [{ act: 'start', kind: running.kind, at: running.startedAt }] : [];
}

export type Given = { code: string; settingsVersion: number; way: DoorWay; facts: DoorFacts };

/** Before it has a clock: nothing is handed in, and nobody has answered. */
function blankDoor(
  dispute: Dispute,
  { way: name }: OpenDoorInput,
  { code, settingsVersion, way }: Given,
  asked: Pick<Door, 'applicantIds' | 'bodyUnitId' | 'bodyName'>,
  { actor, now, newId }: DoorContext,
): Door {
  const { countyCode, categoryCode, regionCode, receivingCenterId, namedPostIds, restricted, parties } = dispute;
  const { id, code: aboutCode, status, leadUnitId, handlerPostId } = dispute;
  return {
    ...{ countyCode, categoryCode, regionCode, receivingCenterId, namedPostIds, restricted, parties },
    ...{ id: newId(), code, settingsVersion, title: way.label, status: 'preparing', version: 1 },
    ...{ eventSeq: 0, eventHash: chainStart, openedAt: now, closedAt: null, seenBy: [], clocks: [] },
    ...{ leadUnitId: null, handlerPostId: null, materials: [], extensionRequests: [], supportingUnits: [] },
    ...{ way: name, joint: way.joint, ...asked, how: null, bodyNumber: null },
    ...{ handedInOn: null, servedOn: null, result: null, ground: null, resultOn: null, answered: [] },
    openerPostId: actor.role === 'party' ? null : actor.postId,
    about: { id, code: aboutCode, status, leadUnitId, handlerPostId },
  };
}

function refuseShut({ way: name }: OpenDoorInput, { way, facts }: Given): void {
  const entry = way.entry(facts);
  if (!entry.open) throw new Refusal('conflict', 'doorShut', entry.why);
  if (facts.doors.some((each) => each.way === name && each.status === 'preparing'))
    throw new Refusal('conflict', 'alreadyOpen', `「${way.label}」已经在准备了，打开那一件接着办。`);
}

/** A door as it begins: its form is made of what is known, and what is missing is said. */
export function openDoor(
  bound: BoundDoor,
  dispute: Dispute,
  input: OpenDoorInput,
  given: Given,
  context: DoorContext,
): Opened<Door> {
  const { actor } = context;
  const { way, facts } = given;
  refuseIf(hindersOpening(actor, dispute));
  refuseShut(input, given);
  const applicantIds = applicantsOf(dispute, way, input, actor);
  const [bodyUnitId, bodyName] = bodyOf(dispute, way, input, context);
  const blank = blankDoor(dispute, input, given, { applicantIds, bodyUnitId, bodyName }, context);
  const moment = momentOf(bound, 'openDoor', blank, context);
  const changes = clockChanges([], { starts: [], stops: [] }, limitHere(way.entry(facts), facts), moment);
  const door = { ...blank, clocks: applyChanges([], changes) };
  const row = {
    ...{ way: input.way, joint: way.joint, applicant_ids: applicantIds, opener_post_id: door.openerPostId },
    ...{ body_unit_id: bodyUnitId, body_name: bodyName, about_status: dispute.status },
    ...{ about_unit_id: dispute.leadUnitId, about_post_id: dispute.handlerPostId },
  };
  const told = way.secret ? '您要办的手续在准备了。' : `「${way.label}」在准备材料，备齐就交给${bodyName}。`;
  const decision = keepAmong(door, way, {
    type: 'openDoor',
    data: { way: input.way, applicantIds, bodyUnitId },
    inserts: [{ into: 'door', values: row }],
    tell: actor.role === 'party' ? [] : [{ owner: 'resident', text: told }],
  });
  return { thing: door, changes, about: dispute, decision, ...followsFrom(bound, door, context) };
}
