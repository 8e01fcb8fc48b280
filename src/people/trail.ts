import { networkActs } from '../network/acts.ts';

/** What this module and those above it leave in the trail. Modules below add acts of their own (reveals, exports). */
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
  'setup.administrator': { zh: '设立管理员', en: 'Administrator set up' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type PeopleAct = keyof typeof trailActs;

export function actLabel(act: string, language: 'zh' | 'en' = 'zh'): string {
  return act in trailActs ? trailActs[act as PeopleAct][language] : act;
}
