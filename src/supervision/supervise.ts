import type { Clock } from '../deadlines/clock.ts';
import { type Network, superiorCenterId } from '../network/lookup.ts';
import { headKey, leaderKey, unique, unitKey } from '../procedures/owners.ts';
import type { LastNotice, Taken } from './ladder.ts';
import type { RungEar } from './supervisionRules.ts';

/** The dispute that a notice is about, as far as a notice needs it. */
export type AboutDispute = {
  countyCode: string;
  id: string;
  code: string;
  status: string;
  categoryCode: string;
  regionCode: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  namedPostIds: readonly string[];
  supportingUnitIds: readonly string[];
  restricted: boolean;
  eventSeq: number;
  eventHash: string;
};

/** A dispute with a clock that is over its time, as recurring work finds it. */
export type LateMatter = AboutDispute & {
  clock: Clock & { dueAt: Date };
  taken: Taken;
  last: LastNotice | null;
};

export type Concerned = Pick<
  AboutDispute,
  'countyCode' | 'regionCode' | 'receivingCenterId' | 'leadUnitId' | 'handlerPostId' | 'namedPostIds' | 'restricted'
>;

const leaderOf = (about: Concerned): string => leaderKey(about.receivingCenterId);

function handlersOf(about: Concerned, unitId: string): string[] {
  return about.handlerPostId && unitId === about.leadUnitId ? [`p:${about.handlerPostId}`] : [];
}

/** Who answers for a unit. Of a restricted matter only the named may know, else the center's leader. */
export function answerersOf(about: Concerned, unitId: string): string[] {
  if (!about.restricted) return [headKey(unitId)];
  const named = new Set([about.handlerPostId, ...about.namedPostIds].flatMap((post) => (post ? [`p:${post}`] : [])));
  return named.size > 0 ? [...named] : [leaderOf(about)];
}

/** Who checks the answers and lifts. */
export function verifierOf(about: Concerned, issuerCenterId: string): string {
  return about.restricted ? leaderOf(about) : `c:${issuerCenterId}#supervisor`;
}

const ears: Record<RungEar, (about: Concerned, unitId: string, superior: string | null) => string[]> = {
  unitHead: (_, unitId) => [headKey(unitId)],
  handler: handlersOf,
  supervisor: ({ receivingCenterId }) => [`c:${receivingCenterId}#supervisor`],
  centerLeader: (about) => [leaderOf(about)],
  politicalLegalMember: ({ regionCode }) => [`r:${regionCode.slice(0, 9)}#politicalLegalMember`],
  superiorSupervisor: (_, __, superior) => (superior ? [`c:${superior}#supervisor`] : []),
  superiorLeader: (_, __, superior) => (superior ? [`c:${superior}#centerLeader`] : []),
};

/** The keys of those whom a rung tells. A restricted matter is told to its named persons and the leader, to nobody else. */
export function earsOf(
  about: Concerned,
  unitIds: readonly string[],
  tell: readonly RungEar[],
  network: Pick<Network, 'unit'>,
): string[] {
  if (about.restricted) return unique([leaderOf(about), ...unitIds.flatMap((unitId) => answerersOf(about, unitId))]);
  const center = network.unit(about.receivingCenterId);
  const superior = center ? superiorCenterId(center) : null;
  return unique(tell.flatMap((ear) => unitIds.flatMap((unitId) => ears[ear](about, unitId, superior))));
}

export type NoticePlan = {
  level: number;
  unitIds: readonly string[];
  issuerCenterId: string;
  title: string;
  seenBy: string[];
  tell: { owner: string; text: string }[];
};

type Order = {
  level: number;
  unitIds: readonly string[];
  issuerCenterId: string;
  /** What the notice is about: 「办结逾期」; a leader's own has no clock. */
  about: string;
  /** Keys that the rung or the issuer wants to be told, and who issued by hand. */
  ears: readonly string[];
  issuedBy: string | null;
};

/** Who may know of a notice: who answers, who has it in hand, who checks; of an unrestricted matter its units and places. */
export function watchersOf(about: Concerned, unitIds: readonly string[], issuerCenterId: string): string[] {
  const people = unitIds.flatMap((unitId) => [...answerersOf(about, unitId), ...handlersOf(about, unitId)]);
  const checking = verifierOf(about, issuerCenterId);
  if (about.restricted) return unique(['system', ...people, checking, leaderOf(about)]);
  const { countyCode, receivingCenterId } = about;
  const places = [`r:${countyCode}`, `r:${countyCode.slice(0, 4)}00`];
  return unique([
    'system',
    ...people,
    checking,
    ...unitIds.map(unitKey),
    `c:${receivingCenterId}`,
    `c:${issuerCenterId}`,
    ...places,
  ]);
}

/** Who sees, answers, checks and hears of a new notice. The level counts notices, not colors. */
export function planNotice(about: Concerned, order: Order): NoticePlan {
  const { level, unitIds, issuerCenterId } = order;
  const title = `第${level}次督办：${order.about}`;
  const answerers = unitIds.flatMap((unitId) => [...answerersOf(about, unitId)]);
  const handlers = unitIds.flatMap((unitId) => handlersOf(about, unitId));
  const hearing = unique([...answerers, ...handlers, ...order.ears, verifierOf(about, issuerCenterId)]);
  const seeing = [
    ...watchersOf(about, unitIds, issuerCenterId),
    ...hearing,
    ...(order.issuedBy ? [order.issuedBy] : []),
  ];
  const tell = hearing.map((owner) => ({ owner, text: `${title}。` }));
  return { level, unitIds, issuerCenterId, title, seenBy: unique(seeing), tell };
}
