import { type Facts, type Form, paragraph } from '../../documents/paper.ts';
import { say } from '../../law/say.ts';
import type { PaperMatter, PaperParty } from '../read.ts';
import { partySigns, signing, text } from './parties.ts';

/** 当事人权利义务告知书: the articles to the letter (law/data/sayings.ts, read by the city's lawyer). */
export const rights: Form = {
  template: {
    title: '当事人权利义务告知书',
    blocks: [
      paragraph('heading', '{被告知人}：'),
      paragraph('heading', '一、什么是人民调解'),
      paragraph('body', '{性质}'),
      paragraph('body', '{不收费}'),
      paragraph('heading', '二、调解的原则'),
      paragraph('body', '{原则}'),
      paragraph('heading', '三、您的权利'),
      paragraph('body', '{权利}'),
      paragraph('heading', '四、您的义务'),
      paragraph('body', '{义务}'),
      paragraph('heading', '五、达成协议以后'),
      paragraph('body', '{效力}'),
      paragraph('body', '{司法确认}'),
      paragraph('heading', '以上内容已经告知我，我听明白了。'),
      paragraph('plain', '{被告知人签名}'),
      paragraph('right', '日期：＿＿＿＿年＿＿月＿＿日'),
    ],
  },
  fields: [
    text('被告知人', '告知谁', true),
    text('性质', '人民调解法第二条', true),
    text('不收费', '人民调解法第四条', true),
    text('原则', '人民调解法第三条', true),
    text('权利', '人民调解法第二十三条', true),
    text('义务', '人民调解法第二十四条', true),
    text('效力', '人民调解法第三十一条', true),
    text('司法确认', '三十日内可以一起申请司法确认', true),
    signing('被告知人签名', '被告知人签名、按指印的地方'),
  ],
};

export const rightsFacts = (_matter: PaperMatter, party: PaperParty): Facts => ({
  ...{ 被告知人: party.name, 性质: say('mediationIs'), 不收费: say('mediationFree'), 原则: say('mediationPrinciples') },
  ...{ 权利: say('partyRights'), 义务: say('partyDuties'), 效力: say('agreementBinds') },
  司法确认: `${say('askTogether', { until: '' })}。`,
  被告知人签名: { people: partySigns([party]) },
});
