import { text } from './eventData.ts';

const leaveGrounds: Record<string, string> = { withdrew: '不要求了', court: '自己去仲裁或者起诉', paid: '已经付清了' };

type Sentence = (data: Record<string, unknown>) => string;

/** History of a dispute of many: who came, asks for what, left and speaks for whom; agreements for all of them. */
export const sentencesOfMany = {
  addClaimants: (data) => `申请人名单加了 ${Number(data.count)} 人。`,
  changeClaim: (data) =>
    data.sum ? '改了一位申请人要求的金额。' : `改了一位申请人的${data.account ? '账号' : '证据、备注'}。`,
  leaveClaimant: (data) => `一位申请人退出：${leaveGrounds[text(data.ground)] ?? ''}。`,
  rejoinClaimant: () => '退出的一位申请人重新加入。',
  chooseRepresentatives: (data) =>
    data.chosenPartyId === null
      ? `${Number(data.count)} 位申请人不再由代表人代表。`
      : `${Number(data.count)} 位申请人推选了代表人，${data.scope === 'special' ? '特别授权' : '一般授权'}。`,
  draftGroup: (data) =>
    data.changed
      ? `写一组协议：新写 ${Number(data.written)} 份，改了 ${Number(data.changed)} 份。`
      : `写一组协议，${Number(data.written)} 份。`,
  lockGroup: (data) => `一组协议定稿，${Number(data.count)} 份。`,
} satisfies Record<string, Sentence>;
