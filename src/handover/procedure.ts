import type { Role } from '../platform/actor.ts';
import type { Row } from '../procedures/kind.ts';
import type { Officer } from './door.ts';

/** Where every door can stand; a kind adds what only it knows, between 已受理 and its result. */
export const doorStatuses = {
  preparing: { zh: '在准备', en: 'Being prepared', resident: '正在准备材料' },
  handedIn: { zh: '已递交', en: 'Handed in', resident: '已经递交，等受理' },
  supplementing: { zh: '要补材料', en: 'To be supplemented', resident: '要补材料' },
  accepted: { zh: '已受理', en: 'Accepted', resident: '已经受理' },
  decided: { zh: '有结果了', en: 'Decided', resident: '有结果了' },
  refused: { zh: '没有受理', en: 'Not accepted', resident: '没有受理' },
  withdrawn: { zh: '撤回了', en: 'Withdrawn', resident: '撤回了' },
} as const;
export type DoorStatus = keyof typeof doorStatuses;

/**
 * Where a post stands to a door: who asks; the center and whoever has the dispute or opened it; the body, stationed in the
 * network; whoever writes down what a body outside said; that body by its code.
 */
export type DoorPlace = 'applicant' | 'center' | 'hands' | 'body' | 'recorder' | 'outside' | 'system';
export type Who = `${Role}@${DoorPlace}`;

export const keepers: readonly Who[] = [
  ...(['receptionist', 'dispatcher', 'centerLeader'] as const).map((role) => `${role}@center` as const),
  ...(['handler', 'mediator', 'unitHead'] as const).map((role) => `${role}@hands` as const),
];
const recorders: readonly Who[] = [
  ...(['receptionist', 'dispatcher', 'centerLeader', 'handler', 'mediator', 'unitHead'] as const).map(
    (role) => `${role}@recorder` as const,
  ),
  'system@outside',
];

/** Who says what the body did: its officers here; what one outside said is written down by us, or comes by its code. */
export const bodyOf = (...officers: Officer[]): readonly Who[] => [
  ...officers.map((role) => `${role}@body` as const),
  ...(['unitHead', 'handler'] as const).map((role) => `${role}@body` as const),
  ...recorders,
];

export const none = { starts: [], stops: [] } as const;
/** [G] ours: how long we wait for a sign of life from a body outside. */
export const silence = 'doorSilence';
const local = '枫桥台流程（本市可设）';
const house = ['system@system'] as const satisfies readonly Who[];

/** What is done on our side of every door; `ended`: statuses of the kind besides the common ones in which it may still be taken back. */
// biome-ignore format: one row a step
export const ownRows = {
  fillDoor: { noun: 'form-answers', from: ['preparing', 'supplementing'], to: null, who: ['party@applicant', ...keepers], label: '填申请书', labelEn: 'Fill in the form', ...none, basis: local, weight: 'plain' },
  handIn: { noun: 'submissions', from: ['preparing'], to: 'handedIn', who: keepers, label: '递交', labelEn: 'Hand in', ...none, basis: local, weight: 'legal' },
  supplement: { noun: 'supplements', from: ['supplementing'], to: 'handedIn', who: keepers, label: '补交材料', labelEn: 'Supplement', ...none, basis: local, weight: 'tells' },
  callBody: { noun: 'calls', from: ['handedIn', 'accepted'], to: null, who: keepers, label: '打电话问', labelEn: 'Call the body', starts: [], stops: [silence], basis: local, weight: 'plain' },
  withdrawDoor: { noun: 'withdrawals', from: ['preparing', 'handedIn', 'supplementing', 'accepted'], to: 'withdrawn', who: ['party@applicant', ...keepers], label: '不走这条路了', labelEn: 'Withdraw', starts: [], stops: [silence], basis: local, weight: 'legal' },
  remindLimit: { noun: 'limit-reminders', from: ['preparing', 'handedIn', 'supplementing', 'accepted', 'decided', 'refused'], to: null, who: house, label: '提醒当事人期限快到了', labelEn: 'Remind of a limit', ...none, basis: local, weight: 'tells' },
  followMatter: { noun: 'matter-moves', from: ['preparing', 'handedIn', 'supplementing', 'accepted'], to: null, who: house, label: '随纠纷变动', labelEn: 'Follows its matter', ...none, basis: local, weight: 'tells' },
} as const satisfies Record<string, Row<DoorStatus, DoorPlace>>;
export type OwnStep = keyof typeof ownRows;
