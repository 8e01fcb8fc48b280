import type { Row } from '../procedures/kind.ts';

export const noticeStatuses = ['sent', 'answered', 'lifted', 'withdrawn', 'replaced'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/** Where a post stands to a notice: asked by it; its issuer, or who signed it by hand; of a restricted matter its center. */
export type NoticePlace = 'asked' | 'concerned' | 'issuer' | 'signer' | 'system';

const asked = ['unitHead@asked', 'centerLeader@asked', 'handler@asked', 'centerLeader@concerned'] as const;
const verifiers = [
  ...['supervisor@issuer', 'centerLeader@issuer'],
  ...['supervisor@signer', 'centerLeader@signer', 'politicalLegalMember@signer'],
] as Row<NoticeStatus, NoticePlace>['who'];
const house = ['system@system'] as const;
const open = ['sent', 'answered'] as const;
const local = '督办规则（本市可设）';
const reply = ['supervisionReply'] as const;

/** The procedure of a supervision notice 督办单: answered by each unit that it asks, checked, lifted. */
// biome-ignore format: one row a step
export const noticeProcedure = {
  answerSupervision: { noun: 'answers', from: open, to: open, who: asked, label: '回复督办', labelEn: 'Answer', starts: [], stops: reply, basis: local, weight: 'legal' },
  sendBackAnswer: { noun: 'answer-returns', from: open, to: 'sent', who: verifiers, label: '退回重报', labelEn: 'Return the answer', starts: reply, stops: [], basis: local, weight: 'tells' },
  liftSupervision: { noun: 'liftings', from: open, to: 'lifted', who: verifiers, label: '核销督办', labelEn: 'Lift', starts: [], stops: reply, basis: local, weight: 'legal' },
  withdrawSupervision: { noun: 'withdrawals', from: open, to: 'withdrawn', who: verifiers, label: '撤销督办单', labelEn: 'Withdraw', starts: [], stops: reply, basis: local, weight: 'legal' },
  closeSupervision: { noun: 'closures', from: open, to: 'lifted', who: house, label: '督办解除', labelEn: 'Lifted with the matter', starts: [], stops: reply, basis: local, weight: 'tells' },
  replaceSupervision: { noun: 'replacements', from: open, to: 'replaced', who: house, label: '由下一次督办接替', labelEn: 'Replaced', starts: [], stops: reply, basis: local, weight: 'tells' },
  copySupervision: { noun: 'copies', from: open, to: null, who: house, label: '抄送分管领导', labelEn: 'Copied to the leader', starts: [], stops: [], basis: local, weight: 'tells' },
  listForInterview: { noun: 'interview-listings', from: open, to: null, who: house, label: '列入约谈通报名单', labelEn: 'Listed for talks', starts: [], stops: [], basis: local, weight: 'tells' },
  followMatter: { noun: 'matter-moves', from: open, to: open, who: house, label: '随纠纷变动', labelEn: 'Follows its matter', starts: [], stops: [], basis: local, weight: 'tells' },
} as const satisfies Record<string, Row<NoticeStatus, NoticePlace>>;
export type NoticeStep = keyof typeof noticeProcedure;

export const noticeStatusLabels: Readonly<Record<NoticeStatus, { zh: string; en: string; resident: string }>> = {
  sent: { zh: '等回复', en: 'Awaiting the answer', resident: '' },
  answered: { zh: '已回复，等核销', en: 'Answered, to be checked', resident: '' },
  lifted: { zh: '已解除', en: 'Lifted', resident: '' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn', resident: '' },
  replaced: { zh: '已由下一次督办接替', en: 'Replaced by the next', resident: '' },
};
