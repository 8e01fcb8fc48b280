import { type Facts, type Form, paragraph, table } from '../../documents/paper.ts';
import { formatDocumentDay } from '../../platform/now.ts';
import type { PaperMatter, PaperVisit } from '../read.ts';
import { factRows, nameOf, principals, signing, signs, text } from './parties.ts';

const methods: Readonly<Record<string, string>> = { phone: '打电话', home: '上门', counter: '在窗口', letter: '写信' };
const outcomes: Readonly<Record<string, string>> = {
  ...{ settled: '解决了', partly: '解决了一部分', notSettled: '没有解决', unreachable: '没有联系上' },
};
const performances: Readonly<Record<string, string>> = {
  ...{
    performed: '履行完了',
    performing: '正在履行',
    notPerformed: '没有履行',
    notDue: '还没到日子',
    none: '没有协议',
  },
};

/** 人民调解回访记录 (人民调解法 31). */
export const returnVisit: Form = {
  template: {
    title: '人民调解回访记录',
    blocks: [
      table([1, 3], factRows(['当事人', '协议编号', '回访事由', '回访时间', '回访方式', '被回访人'])),
      paragraph('heading', '回访情况'),
      table([1, 3], factRows(['解决了吗', '履行情况'])),
      paragraph('heading', '被回访人怎么说'),
      paragraph('body', '{回访情况}'),
      paragraph('heading', '争议、起诉的情况和结果，有没有新的隐患，采取了什么措施'),
      paragraph('body', '{措施}'),
      paragraph('plain', '{签名}'),
    ],
  },
  fields: [
    text('当事人', '双方的姓名', true),
    text('协议编号', '协议的编号'),
    text('回访事由', '哪件纠纷', true),
    text('回访时间', '哪天回访的', true),
    text('回访方式', '打电话、上门等'),
    text('被回访人', '问了谁', true),
    text('解决了吗', '当事人说解决没有', true),
    text('履行情况', '协议履行得怎么样', true),
    text('回访情况', '被回访人的话', true),
    text('措施', '空着，手写'),
    signing('签名', '被回访人、回访人签名的地方'),
  ],
};

export function returnVisitFacts(matter: PaperMatter, visit: PaperVisit): Facts {
  const asked = nameOf(matter, visit.partyId);
  return {
    当事人: principals(matter)
      .map(({ name }) => name)
      .join('、'),
    ...{ 协议编号: matter.agreementNumber, 回访事由: matter.title, 回访时间: formatDocumentDay(visit.on) },
    ...{ 回访方式: methods[visit.method] ?? '', 被回访人: asked },
    ...{ 解决了吗: outcomes[visit.outcome] ?? '', 履行情况: performances[visit.performed] ?? '' },
    ...{ 回访情况: visit.words, 措施: '' },
    签名: { people: [signs('被回访人', asked), signs('回访人', visit.by, false)] },
  };
}
