import type { Row } from '../procedures/kind.ts';

export const sittingStatuses = ['called', 'inSession', 'interrupted', 'ended', 'cancelled'] as const;
export type SittingStatus = (typeof sittingStatuses)[number];

/**
 * Where a post stands to a sitting: who holds it; the center; the unit that leads the dispute; who was invited from outside;
 * whoever of these accepted.
 */
export type SittingPlace = 'host' | 'center' | 'lead' | 'invited' | 'seated' | 'party' | 'system';

const keepers = [
  ...['receptionist@center', 'dispatcher@center', 'centerLeader@center'],
  ...['mediator@host', 'handler@host', 'unitHead@host', 'centerLeader@host', 'unitHead@lead', 'centerLeader@lead'],
] as Row<SittingStatus, SittingPlace>['who'];
export const comers = [
  'mediator',
  'handler',
  'unitHead',
  'centerLeader',
  'courtClerk',
  'arbitrator',
  'reconsiderationOfficer',
  'notary',
  'legalAidOfficer',
  'communityOfficer',
] as const;
const invited = comers.map((role) => `${role}@invited` as const);
const seated = comers.map((role) => `${role}@seated` as const);
const house = ['system@system'] as const;
const before = ['called', 'interrupted'] as const;
const open = ['called', 'inSession', 'interrupted'] as const;
const local = '枫桥台流程（本市可设）';
const law = '《人民调解法》';
const none = { starts: [], stops: [] } as const;

/** The procedure of a sitting 调解会: called, answered, held, ended. */
// biome-ignore format: one row a step
export const sittingProcedure = {
  answerInvitation: { noun: 'answers', from: open, to: null, who: invited, label: '答复邀请', labelEn: 'Answer the invitation', ...none, basis: local, weight: 'tells' },
  changeSitting: { noun: 'changes', from: before, to: 'called', who: keepers, label: '改时间地点', labelEn: 'Change time or place', ...none, basis: local, weight: 'tells' },
  inviteMore: { noun: 'invitations', from: open, to: null, who: keepers, label: '再请人', labelEn: 'Invite more', ...none, basis: local, weight: 'tells' },
  putOnTable: { noun: 'shares', from: open, to: null, who: keepers, label: '改给大家看的内容', labelEn: 'Change what is on the table', ...none, basis: local, weight: 'tells' },
  startSitting: { noun: 'starts', from: before, to: 'inSession', who: keepers, label: '开始', labelEn: 'Begin', ...none, basis: `${law}第二十二条`, weight: 'tells' },
  tickPresence: { noun: 'presences', from: open, to: null, who: keepers, label: '记谁到了', labelEn: 'Tick who is here', ...none, basis: local, weight: 'plain' },
  arrive: { noun: 'arrivals', from: ['called', 'inSession', 'interrupted'], to: null, who: ['party@party'], label: '我到了', labelEn: 'I am here', ...none, basis: local, weight: 'plain' },
  writeNote: { noun: 'notes', from: open, to: null, who: [...keepers, ...seated], label: '写一条', labelEn: 'Write a note', ...none, basis: local, weight: 'plain' },
  makeProposal: { noun: 'proposals', from: ['inSession'], to: null, who: keepers, label: '记一个方案', labelEn: 'Write down a proposal', ...none, basis: `${law}第二十二条`, weight: 'plain' },
  settleProposal: { noun: 'proposal-answers', from: ['inSession'], to: null, who: keepers, label: '方案有了回音', labelEn: 'Answer a proposal', ...none, basis: local, weight: 'plain' },
  coolOff: { noun: 'pauses', from: ['inSession'], to: null, who: keepers, label: '歇一会儿', labelEn: 'Cool off', ...none, basis: local, weight: 'plain' },
  interruptSitting: { noun: 'interruptions', from: ['inSession'], to: 'interrupted', who: keepers, label: '中断', labelEn: 'Interrupt', ...none, basis: local, weight: 'tells' },
  endSitting: { noun: 'endings', from: ['inSession', 'interrupted'], to: 'ended', who: keepers, label: '结束', labelEn: 'End', ...none, basis: `${law}第二十六条`, weight: 'legal' },
  cancelSitting: { noun: 'cancellations', from: ['called'], to: 'cancelled', who: keepers, label: '取消', labelEn: 'Cancel', ...none, basis: local, weight: 'legal' },
  remindSitting: { noun: 'reminders', from: ['called'], to: null, who: house, label: '提醒明天开会', labelEn: 'Remind of tomorrow', ...none, basis: local, weight: 'tells' },
  lapseSitting: { noun: 'lapses', from: ['called'], to: 'cancelled', who: house, label: '随纠纷结束', labelEn: 'Lapses with its matter', ...none, basis: local, weight: 'tells' },
  followMatter: { noun: 'matter-moves', from: open, to: null, who: house, label: '随纠纷变动', labelEn: 'Follows its matter', ...none, basis: local, weight: 'tells' },
} as const satisfies Record<string, Row<SittingStatus, SittingPlace>>;
export type SittingStep = keyof typeof sittingProcedure;

export const sittingStatusLabels: Readonly<Record<SittingStatus, { zh: string; en: string; resident: string }>> = {
  called: { zh: '约好了', en: 'Called', resident: '约好了' },
  inSession: { zh: '正在开', en: 'In session', resident: '正在开' },
  interrupted: { zh: '中断了', en: 'Interrupted', resident: '中断了' },
  ended: { zh: '开完了', en: 'Ended', resident: '开完了' },
  cancelled: { zh: '取消了', en: 'Cancelled', resident: '取消了' },
};
