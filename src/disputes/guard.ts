import { standsAbove } from '../network/network.ts';
import { type Actor, holdsPost } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  type Place,
  procedure,
  type Status,
  type Step,
  type StepName,
  statusLabels,
  stepNames,
  stepOf,
} from './procedure.ts';

/** What the guard needs to know of a dispute; the web sends the same facts, so button and refusal cannot drift apart. */
export type Standing = {
  status: Status;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  supportingUnitIds: readonly string[];
  /** Who gave it away and is still handing it over. */
  handingPostIds?: readonly string[];
};
export type Poster = Pick<Actor, 'role' | 'postId' | 'unitId' | 'centerId' | 'covers'>;

export function standsAt(place: Place, standing: Standing, actor: Poster): boolean {
  if (place === 'receivingCenter') return actor.centerId === standing.receivingCenterId;
  if (place === 'superiorCenter')
    return actor.centerId !== null && standsAbove(actor.centerId, standing.receivingCenterId);
  if (place === 'leadUnit') return actor.unitId === standing.leadUnitId;
  if (place === 'assigned') return holdsPost(actor, standing.handlerPostId);
  if (place === 'supportingUnit') return standing.supportingUnitIds.includes(actor.unitId);
  if (place === 'handing') return standing.handingPostIds?.includes(actor.postId) ?? false;
  return actor.role === place;
}

function mayTake(step: Step, standing: Standing, actor: Poster): boolean {
  return step.who.some((who) => {
    const [role, place] = who.split('@') as [string, Place];
    return actor.role === role && standsAt(place, standing, actor);
  });
}

const whoWords: Record<string, string> = {
  receptionist: '接待',
  dispatcher: '分流岗',
  referee: '裁定岗',
  approver: '审批岗',
  centerLeader: '中心负责人',
  closer: '办结审核岗',
  supervisor: '督办岗',
  informationOfficer: '综治信息员',
  unitHead: '单位负责人',
  handler: '承办人',
  mediator: '调解员',
  party: '当事人',
  system: '系统',
};
const placeWords: Record<Place, string> = {
  receivingCenter: '受理中心的',
  superiorCenter: '上级中心的',
  leadUnit: '牵头单位的',
  assigned: '这件事的',
  supportingUnit: '协办单位的',
  handing: '正在移交的',
  party: '',
  system: '',
};

export function whoMay(name: StepName): string {
  const words = stepOf(name).who.map((who) => {
    const [role, place] = who.split('@') as [string, Place];
    return `${placeWords[place]}${whoWords[role] ?? role}`;
  });
  return [...new Set(words)].join('、');
}

/** Refused by post first, then by status: a person learns who can do it before learning when. */
export function guard(name: StepName, standing: Standing, actor: Poster, step: Step = stepOf(name)): Refusal | null {
  if (!mayTake(step, standing, actor)) {
    return new Refusal('forbidden', 'notYourStep', `「${step.label}」由${whoMay(name)}来做。`);
  }
  if (!step.from.includes(standing.status)) {
    const when = step.from.map((status) => statusLabels[status].zh).join('、');
    const now = statusLabels[standing.status].zh;
    return new Refusal('conflict', 'wrongStatus', `这件事现在是「${now}」，「${step.label}」要在「${when}」时做。`);
  }
  return null;
}

/** What this post can do now, in the order of the procedure; and what it may do later, with when. */
export function stepsFor(standing: Standing, actor: Poster): { now: StepName[]; later: StepName[] } {
  const mine = stepNames.filter((name) => mayTake(procedure[name], standing, actor));
  return {
    now: mine.filter((name) => stepOf(name).from.includes(standing.status)),
    later: mine.filter((name) => !stepOf(name).from.includes(standing.status)),
  };
}
