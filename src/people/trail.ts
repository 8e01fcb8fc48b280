import { networkActs } from '../network/acts.ts';

/** Every act that the trail may hold, in words for the audit administrator; acts of disputes carry a code and never contents. */
export const trailActs = {
  'session.opened': { zh: '登录', en: 'Logged in' },
  'session.refused': { zh: '登录没有成功', en: 'Log-in refused' },
  'session.closed': { zh: '退出', en: 'Logged out' },
  'session.revoked': { zh: '收回登录', en: 'Session revoked' },
  'post.switched': { zh: '换岗位', en: 'Switched post' },
  'post.created': { zh: '任命岗位', en: 'Post given' },
  'post.ended': { zh: '免去岗位', en: 'Post ended' },
  'user.created': { zh: '开设账号', en: 'User created' },
  'user.disabled': { zh: '停用账号', en: 'User disabled' },
  'user.enabled': { zh: '恢复账号', en: 'User enabled' },
  'password.reset': { zh: '重设密码', en: 'Password reset' },
  'password.changed': { zh: '改密码', en: 'Password changed' },
  'secondFactor.enrolled': { zh: '绑定手机令牌', en: 'Second factor enrolled' },
  'secondFactor.reset': { zh: '解除手机令牌', en: 'Second factor reset' },
  'loginPolicy.published': { zh: '发布登录规则', en: 'Log-in policy published' },
  'calendar.published': { zh: '录入放假安排', en: 'Calendar year published' },
  ...networkActs,
  'settings.drafted': { zh: '起草规则', en: 'Rules drafted' },
  'settings.saved': { zh: '改规则草稿', en: 'Draft of rules changed' },
  'settings.rebased': { zh: '把新版规则并进草稿', en: 'Newer rules merged into a draft' },
  'settings.submitted': { zh: '规则送审', en: 'Rules handed in' },
  'settings.returned': { zh: '退回规则草稿', en: 'Draft of rules returned' },
  'settings.withdrawn': { zh: '作废规则草稿', en: 'Draft of rules withdrawn' },
  'settings.published': { zh: '发布规则', en: 'Rules published' },
  'settings.rehearsed': { zh: '试算规则', en: 'Rules rehearsed' },
  'settings.exported': { zh: '导出规则', en: 'Rules exported' },
  'settings.imported': { zh: '导入规则成草稿', en: 'Rules imported as a draft' },
  'dispute.revealed': { zh: '查看证件号或电话', en: 'Masked value revealed' },
  'dispute.slipPrinted': { zh: '打印小票', en: 'Slip printed' },
  'dispute.sheetPrinted': { zh: '打印办理进度', en: 'Progress sheet printed' },
  'dispute.fileRead': { zh: '打开材料', en: 'File opened' },
  'dispute.slipOpened': { zh: '当事人凭密码查询', en: 'Resident looked with PIN' },
  'dispute.slipLocked': { zh: '密码输错多次，锁住', en: 'Slip locked after wrong PINs' },
  'setup.administrator': { zh: '设立管理员', en: 'Administrator set up' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type PeopleAct = keyof typeof trailActs;

export function actLabel(act: string, language: 'zh' | 'en' = 'zh'): string {
  return act in trailActs ? trailActs[act as PeopleAct][language] : act;
}
