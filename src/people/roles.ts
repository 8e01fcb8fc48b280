import type { UnitKind } from '../network/network.ts';
import { roles } from '../platform/actor.ts';

/** The roles that a post can have; `party` and `system` are no posts. */
export type PostRole = (typeof roles)[number];

type RoleRow = { readonly zh: string; readonly en: string; readonly at: 'anywhere' | readonly UnitKind[] };

/** access.md; `at` lists the kinds of unit in which a post of this role exists. */
export const roleTable: Readonly<Record<PostRole, RoleRow>> = {
  receptionist: { zh: '接待岗', en: 'Receptionist', at: ['center'] },
  dispatcher: { zh: '分流岗', en: 'Dispatcher', at: ['center'] },
  referee: { zh: '裁定岗', en: 'Referee of dispatches', at: ['center'] },
  approver: { zh: '审批岗', en: 'Approver', at: ['center'] },
  centerLeader: { zh: '中心主任', en: 'Head of the center', at: ['center'] },
  closer: { zh: '办结审核岗', en: 'Verifier of closures', at: ['center'] },
  supervisor: { zh: '督办岗', en: 'Supervisor', at: ['center'] },
  informationOfficer: { zh: '综治信息员', en: 'Information officer', at: ['center', 'office'] },
  gridWorker: { zh: '网格员', en: 'Grid worker', at: ['center', 'office', 'mediationCommittee'] },
  communityOfficer: { zh: '社区民警', en: 'Community police officer', at: ['publicSecurity'] },
  unitHead: { zh: '单位负责人', en: 'Head of the unit', at: 'anywhere' },
  handler: { zh: '承办人', en: 'Handler', at: 'anywhere' },
  mediator: { zh: '调解员', en: 'Mediator', at: 'anywhere' },
  courtClerk: { zh: '法院对接人员', en: 'Court clerk', at: ['court'] },
  arbitrator: { zh: '仲裁员', en: 'Arbitrator', at: ['laborArbitration'] },
  reconsiderationOfficer: { zh: '行政复议人员', en: 'Reconsideration officer', at: ['justice'] },
  notary: { zh: '公证员', en: 'Notary', at: ['notary'] },
  legalAidOfficer: { zh: '法律援助人员', en: 'Legal-aid officer', at: ['legalAid', 'justice'] },
  politicalLegalMember: {
    zh: '政法委员',
    en: 'Political-legal committee member',
    at: ['politicalLegal', 'center', 'office'],
  },
  systemAdmin: { zh: '系统管理员', en: 'System administrator', at: ['center', 'politicalLegal'] },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator', at: ['center', 'politicalLegal'] },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator', at: ['center', 'politicalLegal'] },
};

const administrators: readonly string[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

export function isPostRole(role: string): role is PostRole {
  return roles.includes(role as PostRole);
}

export function roleLabel(role: string, language: 'zh' | 'en' = 'zh'): string {
  if (isPostRole(role)) return roleTable[role][language];
  if (role === 'party') return language === 'zh' ? '当事人' : 'Party';
  return language === 'zh' ? '系统' : 'System';
}

export function isAdministrator(role: string): boolean {
  return administrators.includes(role);
}

/** GB/T 22239-2019 §8.1.5: the three administrators are three people, and none of them handles matters. */
export function excludes(one: string, other: string): boolean {
  return one !== other && (isAdministrator(one) || isAdministrator(other));
}

export function existsAt(role: PostRole, kind: UnitKind): boolean {
  const { at } = roleTable[role];
  return at === 'anywhere' || at.includes(kind);
}
