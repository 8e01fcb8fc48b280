import { type Facts, type Form, paragraph, table } from '../../documents/paper.ts';
import type { PaperMatter, PaperParty } from '../read.ts';
import { factRows, signing, signs, text } from './parties.ts';

/** 授权委托书. */
export const authority: Form = {
  template: {
    title: '授权委托书',
    blocks: [
      table(
        [1, 3],
        factRows(['委托人', '委托人住址', '委托人电话', '受托人', '受托人住址', '受托人电话', '受托人单位和职业']),
      ),
      paragraph('body', '委托人因「{事由}」这件纠纷，委托受托人作为代理人参加调解。'),
      paragraph('plain', '代理权限：{权限}'),
      paragraph('plain', '特别授权的，写明可以代为承认、放弃、变更请求，进行和解，签收文书中的哪几项：'),
      paragraph('body', '{特别授权}'),
      paragraph('plain', '委托期限：自签名之日起，到{期限}为止。'),
      paragraph('plain', '{签名}'),
      paragraph('right', '日期：＿＿＿＿年＿＿月＿＿日'),
    ],
  },
  fields: [
    text('委托人', '委托人的姓名或者名称', true),
    text('委托人住址', '委托人的住址'),
    text('委托人电话', '委托人的电话，中间几位遮住'),
    text('受托人', '受托人的姓名', true),
    text('受托人住址', '受托人的住址'),
    text('受托人电话', '受托人的电话，中间几位遮住'),
    text('受托人单位和职业', '空着，由本人填写'),
    text('事由', '哪件纠纷', true),
    text('权限', '一般代理还是特别授权', true),
    text('特别授权', '特别授权的事项', true),
    text('期限', '委托到什么时候'),
    signing('签名', '委托人、受托人签名的地方'),
  ],
};

/** `party`: who was asked to speak for another, or a party that has named nobody yet. */
export function authorityFacts(matter: PaperMatter, party: PaperParty): Facts {
  const whose = matter.parties.find(({ id }) => id === party.representsPartyId);
  const agent = whose ? party : undefined;
  const principal = whose ?? party;
  return {
    ...{ 委托人: principal.name, 委托人住址: principal.address, 委托人电话: principal.phone ?? '' },
    ...{ 受托人: agent?.name ?? '', 受托人住址: agent?.address ?? '', 受托人电话: agent?.phone ?? '' },
    ...{ 受托人单位和职业: '', 事由: matter.title, 权限: '□一般代理　□特别授权', 期限: '' },
    特别授权: agent?.authority ?? '',
    签名: { people: [signs('委托人', principal.name), signs('受托人', agent?.name ?? '')] },
  };
}
