import { cell, type Facts, type Form, head, paragraph, table } from '../../documents/paper.ts';
import { formatDocumentDay } from '../../platform/now.ts';
import { spokenMoney } from '../../ui/money.ts';
import type { PaperMatter } from '../read.ts';
import { factRows, list, principals, seal, sideNames, signing, signs, text } from './parties.ts';

/** 结案报告表, which stands for the 卷宗情况说明 of the file. */
export const closing: Form = {
  template: {
    title: '人民调解结案报告表',
    blocks: [
      table(
        [1, 3],
        factRows(['卷号', '填表时间', '承办单位', '承办人', '受案时间', '结案时间', '案件来源', '纠纷类别']),
      ),
      table(
        [1.6, 3, 3, 5],
        [
          [head('当事人'), head('姓名'), head('电话'), head('地址')],
          ['称呼', '姓名', '电话', '地址'].map((name) => cell(`{当事人.${name}}`)),
        ],
      ),
      paragraph('heading', '纠纷简要事实'),
      paragraph('body', '{纠纷情况}'),
      paragraph('heading', '处理结果'),
      paragraph('body', '{结果}'),
      paragraph('heading', '履行情况'),
      paragraph('body', '{履行情况}'),
      paragraph('heading', '卷宗情况说明'),
      paragraph('body', '{说明}'),
      paragraph('plain', '{签名}'),
      paragraph('plain', '{盖章}'),
    ],
  },
  fields: [
    text('卷号', '协议编号，没有的空着'),
    text('填表时间', '打印的日期', true),
    text('承办单位', '哪个单位办的', true),
    text('承办人', '谁办的', true),
    text('受案时间', '哪天登记的', true),
    text('结案时间', '哪天办结的', true),
    text('案件来源', '怎么来的', true),
    text('纠纷类别', '哪一类'),
    list('当事人.称呼', '申请人、被申请人', true),
    list('当事人.姓名', '姓名', true),
    list('当事人.电话', '电话，中间几位遮住'),
    list('当事人.地址', '地址'),
    text('纠纷情况', '发生了什么事', true),
    text('结果', '怎么解决的', true),
    text('履行情况', '付了多少，做了什么，还差什么'),
    text('说明', '空着，手写'),
    signing('签名', '承办人签名的地方'),
    seal('承办单位盖章的地方'),
  ],
};

const outcomes = {
  settled: '调解达成协议',
  failed: '没有调成',
  withdrawn: '申请人撤回',
  terminated: '终止调解',
} as const;

/** Of more than these each has his own agreement, and the report says what they come to. */
const SINGLE = 10;

function inAll(promises: PaperMatter['promises']): string {
  const done = promises.filter(({ state }) => state === 'kept').length;
  const sum = (of: (each: PaperMatter['promises'][number]) => number) =>
    spokenMoney(promises.reduce((all, each) => all + of(each), 0));
  const open = sum((each) => (each.state === 'open' ? (each.amountCents ?? 0) - each.paidCents : 0));
  return `一共${promises.length}项，履行完${done}项，已付${sum(({ paidCents }) => paidCents)}，还有${open}。`;
}

function performance({ promises }: PaperMatter): string {
  const standing = promises.filter(({ state }) => state !== 'replaced');
  if (standing.length > SINGLE) return inAll(standing);
  return standing
    .map(({ obligation, amountCents, paidCents, state, performedOn }) => {
      if (state === 'waived') return `${obligation}：不要了`;
      if (state === 'kept')
        return `${obligation}：${performedOn === null ? '' : formatDocumentDay(performedOn)}履行完了`;
      if (amountCents === null) return `${obligation}：还没做`;
      return `${obligation}：已付${spokenMoney(paidCents)}，还有${spokenMoney(amountCents - paidCents)}`;
    })
    .join('\n');
}

function agreedOn({ terms, agreementCount }: PaperMatter): string[] {
  if (agreementCount <= SINGLE) return terms.map(({ text }) => text);
  const cents = terms.reduce((all, each) => all + (each.cents ?? 0), 0);
  return [`一共${agreementCount}份协议，合计${spokenMoney(cents)}；各人的约定写在各自的协议书里。`];
}

export function closingFacts(matter: PaperMatter): Facts {
  const result = [matter.outcome === null ? '' : `${outcomes[matter.outcome]}。`, ...agreedOn(matter)];
  return {
    ...{ 卷号: matter.agreementNumber, 填表时间: formatDocumentDay(matter.today), 承办单位: matter.unit },
    ...{ 承办人: matter.mediators.join('、'), 受案时间: formatDocumentDay(matter.openedOn) },
    结案时间: matter.closedOn === null ? '' : formatDocumentDay(matter.closedOn),
    ...{ 案件来源: matter.source, 纠纷类别: matter.category, 纠纷情况: matter.facts },
    当事人: principals(matter).map(({ side, name, phone, address }) => ({
      ...{ 称呼: sideNames[side], 姓名: name, 电话: phone ?? '', 地址: address },
    })),
    ...{ 结果: result.filter((line) => line !== '').join('\n'), 履行情况: performance(matter), 说明: '' },
    签名: { people: [signs('承办人', matter.mediators[0] ?? '', false)] },
    盖章: { body: matter.committee, day: '＿＿＿＿年＿＿月＿＿日' },
  };
}
