import { type Directory, makeDirectory, type PostEntry } from '../../people/directory.ts';
import { countiesOf, viewersOf } from '../../people/viewers.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { city, court, housing, justice, network, street, xiaodian, yingze } from './network.ts';

/** Deterministic ids that look like ours. */
export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const counties = network.regions.filter(({ level }) => level === 'county' || level === 'city').map(({ code }) => code);

let made = 900_000;

/** A post of this role in this unit; every fact that follows from the unit is read from the network. */
export function aPost(role: Role, unitId: string, name = '某人', postId = id(++made), regionCode?: string): Actor {
  const unit = network.unit(unitId);
  if (!unit) throw new Error(`no unit ${unitId}`);
  const facts = {
    postId,
    role,
    unitId,
    centerId: unit.kind === 'center' ? unitId : null,
    regionCode: regionCode ?? unit.regionCode,
    countyCode: unit.countyCode,
  };
  return { ...facts, role, userId: postId, name, counties: countiesOf(facts, counties), viewers: viewersOf(facts) };
}

export const jiaMin = aPost('receptionist', yingze, '贾敏', id(1));
export const liNa = aPost('dispatcher', yingze, '李娜', id(2));
export const approver = aPost('approver', yingze, '王芳', id(3));
export const leader = aPost('centerLeader', yingze, '郭志明', id(4));
export const closer = aPost('closer', yingze, '陈晓燕', id(5));
export const supervisor = aPost('supervisor', yingze, '张伟民', id(6));
export const housingHead = aPost('unitHead', housing, '马占山', id(7));
export const wuZhiqiang = aPost('handler', housing, '武志强', id(8));
export const otherHandler = aPost('handler', housing, '刘海涛', id(9));
export const housingMediator = aPost('mediator', housing, '赵立', id(10));
export const justiceHead = aPost('unitHead', justice, '韩素珍', id(11));
export const justiceHandler = aPost('handler', justice, '田野', id(12));
export const streetLeader = aPost('centerLeader', street, '高建国', id(13));
export const streetDispatcher = aPost('dispatcher', street, '任小梅', id(14));
export const streetHandler = aPost('handler', street, '杜鹏', id(15));
export const informant = aPost('informationOfficer', street, '常玉兰', id(16));
export const courtHead = aPost('unitHead', court, '苏敬', id(17));
export const courtClerk = aPost('courtClerk', court, '白洁', id(18));
export const cityLeader = aPost('centerLeader', city, '梁文', id(19));
export const otherCounty = aPost('dispatcher', xiaodian, '贺强', id(20));

const everybody = [
  ...[jiaMin, liNa, approver, leader, closer, supervisor, housingHead, wuZhiqiang, otherHandler, housingMediator],
  ...[justiceHead, justiceHandler, streetLeader, streetDispatcher, streetHandler, informant, courtHead, courtClerk],
  ...[cityLeader, otherCounty],
];

const entryOf = ({ postId, userId, name, unitId, role, regionCode }: Actor): PostEntry => {
  return { postId, userId, name, unitId, role, regionCode };
};

/** Everybody above, and whoever else a test brings along. */
export const directoryWith = (...others: Actor[]): Directory => makeDirectory([...everybody, ...others].map(entryOf));

/** The resident at the phone, let in by code and PIN. */
export function theResident(disputeId: string, countyCode = '140106'): Actor {
  return {
    userId: `party:${disputeId}`,
    postId: `party:${disputeId}`,
    name: '当事人',
    role: 'party',
    unitId: '',
    centerId: null,
    regionCode: countyCode,
    countyCode,
    counties: [countyCode],
    viewers: [`party:${disputeId}`],
  };
}
