import { type Facts, type Form, paragraph } from '../../documents/paper.ts';
import type { PaperMatter } from '../read.ts';
import { partyFields, partySigns, partyTable, principals, rowsIfAny, rowsOf, signing, signs, text } from './parties.ts';

/** 人民调解申请书 (人民调解法 17). */
export const application: Form = {
  template: {
    title: '人民调解申请书',
    blocks: [
      partyTable('申请人'),
      partyTable('被申请人'),
      partyTable('第三人'),
      paragraph('heading', '纠纷简要情况'),
      paragraph('body', '{纠纷情况}'),
      paragraph('heading', '申请事项'),
      paragraph('body', '{申请事项}'),
      paragraph('body', '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解。'),
      paragraph('heading', '申请人签名、盖章或者按指印'),
      paragraph('plain', '{申请人签名}'),
      paragraph('right', '申请日期：{申请日期}'),
    ],
  },
  fields: [
    ...partyFields('申请人', true),
    ...partyFields('被申请人', true),
    ...partyFields('第三人'),
    text('纠纷情况', '发生了什么事', true),
    text('申请事项', '想要怎么解决', true),
    signing('申请人签名', '每一位申请人签名、按指印的地方'),
    text('申请日期', '空着，申请人签名时填写'),
  ],
};

export function applicationFacts(matter: PaperMatter): Facts {
  const asking = principals(matter, 'applicant');
  return {
    申请人: rowsOf(matter, 'applicant'),
    被申请人: rowsOf(matter, 'respondent'),
    第三人: rowsIfAny(matter, 'third'),
    ...{ 纠纷情况: matter.facts, 申请事项: matter.demands },
    申请人签名: { people: asking.length > 0 ? partySigns(asking) : [signs('申请人')] },
    申请日期: '＿＿＿＿年＿＿月＿＿日',
  };
}
