import { cell, type Field, type Form, head, paragraph, table } from '../documents/paper.ts';
import { sections, sectionWords } from './words.ts';

const text = (name: string, says: string, must?: true): Field => ({
  ...{ name, says, kind: 'text' as const },
  ...(must && { must }),
});
const rowOf = (label: string) => [head(label), cell(`{${label}}`)];

/** 人民调解记录 (人民调解法 27). What one side said apart, and what somebody sealed, is never in its facts. */
export const minutesForm: Form = {
  template: {
    title: '人民调解记录',
    blocks: [
      table(
        [1, 5],
        [
          ...['时间', '地点', '调解员', '记录人'].map(rowOf),
          [head('当事人'), cell('{当事人}')],
          [head('参加人'), cell('{参加人}')],
        ],
      ),
      ...sections.flatMap((section) => [
        paragraph('heading', sectionWords[section].zh),
        paragraph('body', `{记录.${sectionWords[section].zh}}`),
      ]),
      paragraph('heading', '调解结果'),
      paragraph('plain', '{调解结果}'),
      paragraph('plain', '{再次调解}'),
      paragraph('heading', '看过记录、没有出入的，签名或者按指印'),
      paragraph('plain', '{签名}'),
    ],
  },
  fields: [
    text('时间', '什么时候开的', true),
    text('地点', '在哪里', true),
    text('调解员', '谁主持', true),
    text('记录人', '谁记录'),
    text('当事人', '每一方，到没到场', true),
    text('参加人', '还有谁在场'),
    ...sections.map((section) =>
      text(`记录.${sectionWords[section].zh}`, `记录里「${sectionWords[section].zh}」这一段`),
    ),
    text('调解结果', '谈成没有，打勾', true),
    text('再次调解', '改到哪天再谈'),
    { name: '签名', says: '当事人、调解员、记录人签名的地方', kind: 'signing', must: true },
  ],
};

/** 邀请函: when, where, what to bring, and that mediation is voluntary. */
export const invitationForm: Form = {
  template: {
    title: '调解会邀请函',
    blocks: [
      paragraph('heading', '{姓名}：'),
      paragraph('body', '{开头}'),
      table([1, 5], ['时间', '地点', '请带', '主持', '电话'].map(rowOf)),
      paragraph('body', '{说明}'),
      paragraph('right', '{中心}\n{日期}'),
    ],
  },
  fields: [
    text('姓名', '请谁', true),
    text('开头', '请他来做什么'),
    text('时间', '什么时候', true),
    text('地点', '在哪里', true),
    text('请带', '带什么来'),
    text('主持', '谁主持', true),
    text('电话', '中心的电话'),
    text('说明', '来不来自愿，不影响仲裁和起诉', true),
    text('中心', '中心的名称', true),
    text('日期', '打印的日期', true),
  ],
};
