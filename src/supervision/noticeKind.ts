import type { Kind, Place, StepWords } from '../procedures/kind.ts';
import {
  type NoticePlace,
  type NoticeStatus,
  type NoticeStep,
  noticeProcedure,
  noticeStatusLabels,
} from './procedure.ts';

export type NoticeStanding = {
  status: NoticeStatus;
  unitIds: readonly string[];
  restricted: boolean;
  receivingCenterId: string;
  issuerCenterId: string;
  issuedByPostId: string | null;
};

const places: Readonly<Record<NoticePlace, Place<NoticeStanding>>> = {
  asked: { words: '收到它的单位的', holds: ({ unitIds }, { unitId }) => unitIds.includes(unitId) },
  // Of a restricted matter the asked units may not know: the center's leader answers for them.
  concerned: {
    words: '受理中心的',
    holds: ({ restricted, receivingCenterId }, { centerId }) => restricted && centerId === receivingCenterId,
  },
  issuer: { words: '发出它的中心的', holds: ({ issuerCenterId }, { centerId }) => centerId === issuerCenterId },
  signer: { words: '签发它的', holds: ({ issuedByPostId }, { postId }) => issuedByPostId === postId },
  system: { words: '', holds: (_, { role }) => role === 'system' },
};

const words: Readonly<Record<NoticeStep, StepWords>> = {
  answerSupervision: {
    ...{ deed: '交回复', deedEn: 'Send the answer', done: '回复已交' },
    undo: '交上去以后不能改；中心可以退回重报。',
  },
  sendBackAnswer: {
    ...{ deed: '退回重报', deedEn: 'Return it', done: '回复已退回，新的回复时限开始了' },
    undo: '退回以后由单位重新回复，不能收回。',
  },
  liftSupervision: {
    ...{ deed: '核销，解除督办', deedEn: 'Lift', done: '督办单已解除' },
    undo: '核销以后不能恢复；还要督办就再发一张。',
  },
  withdrawSupervision: {
    ...{ deed: '撤销督办单', deedEn: 'Withdraw', done: '督办单已撤销' },
    undo: '撤销以后不能恢复；编号不再用。',
  },
  closeSupervision: { deed: '解除督办', deedEn: 'Lift' },
  replaceSupervision: { deed: '由下一次接替', deedEn: 'Replace' },
  copySupervision: { deed: '抄送', deedEn: 'Copy' },
  listForInterview: { deed: '列入名单', deedEn: 'List' },
  followMatter: { deed: '随纠纷变动', deedEn: 'Follow' },
};

/** 督办单. */
export const noticeKind: Kind<NoticeStep, NoticeStanding> = {
  name: 'supervision',
  path: 'supervision-notices',
  page: '/supervision/notices/',
  code: '^DB\\d{14}$',
  called: '这张督办单',
  tag: '督办 supervision',
  rules: ['clocks'],
  steps: noticeProcedure,
  words,
  statuses: noticeStatusLabels,
  way: [
    { at: ['sent'], label: '等回复', resident: '' },
    { at: ['answered'], label: '等核销', resident: '' },
    { at: ['lifted', 'withdrawn', 'replaced'], label: '结束', resident: '' },
  ],
  places,
  follow: 'followMatter',
};
