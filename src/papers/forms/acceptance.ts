import { cell, type Facts, type Form, head, paragraph, type Table, table } from '../../documents/paper.ts';
import { formatDocumentDay } from '../../platform/now.ts';
import type { PaperMatter } from '../read.ts';
import {
  factRows,
  partyFields,
  partySigns,
  principals,
  rowsIfAny,
  rowsOf,
  seal,
  signing,
  signs,
  text,
} from './parties.ts';

const roster = (side: string): Table =>
  table(
    [1.7, 3.2, 1.7, 1.7, 3.4, 5],
    [
      [head(side), head('姓名'), head('性别'), head('年龄'), head('联系方式'), head('单位或住址')],
      ['序号', '姓名', '性别', '年龄', '联系方式', '住址'].map((name) => cell(`{${side}.${name}}`)),
    ],
  );

/** 人民调解受理登记表. */
export const acceptance: Form = {
  template: {
    title: '人民调解受理登记表',
    blocks: [
      table([1, 4], factRows(['登记日期', '纠纷类别', '案件来源'])),
      roster('申请人'),
      roster('被申请人'),
      roster('第三人'),
      paragraph('heading', '纠纷简要情况'),
      paragraph('body', '{纠纷情况}'),
      paragraph('heading', '请求'),
      paragraph('body', '{申请事项}'),
      paragraph('heading', '备注'),
      paragraph('body', '{备注}'),
      paragraph('heading', '签名'),
      paragraph('plain', '{当事人签名}'),
      paragraph('plain', '{登记人签名}'),
      paragraph('plain', '{盖章}'),
    ],
  },
  fields: [
    text('登记日期', '哪天登记的', true),
    text('纠纷类别', '哪一类纠纷', true),
    text('案件来源', '当事人申请、主动调解、移送委托', true),
    ...partyFields('申请人', true),
    ...partyFields('被申请人', true),
    ...partyFields('第三人'),
    text('纠纷情况', '发生了什么事', true),
    text('申请事项', '想要怎么解决'),
    text('备注', '空着，手写'),
    signing('当事人签名', '每一方签名的地方'),
    signing('登记人签名', '登记的人签名的地方'),
    seal('人民调解委员会盖章的地方'),
  ],
};

export function acceptanceFacts(matter: PaperMatter): Facts {
  return {
    ...{ 登记日期: formatDocumentDay(matter.openedOn), 纠纷类别: matter.category, 案件来源: matter.source },
    申请人: rowsOf(matter, 'applicant'),
    被申请人: rowsOf(matter, 'respondent'),
    第三人: rowsIfAny(matter, 'third'),
    ...{ 纠纷情况: matter.facts, 申请事项: matter.demands, 备注: '' },
    当事人签名: { people: partySigns(principals(matter)) },
    登记人签名: { people: [signs('登记人', matter.registrar, false)] },
    盖章: { body: matter.committee, day: '＿＿＿＿年＿＿月＿＿日' },
  };
}
