import { type Form, paragraph } from '../documents/paper.ts';

/** 人民调解协议书 (人民调解法 29), and the register's sheet of an oral one. */
export const agreementForm: Form = {
  template: {
    title: '人民调解协议书',
    blocks: [
      paragraph('plain', '{当事人.称呼}：**{当事人.姓名}**'),
      paragraph('plain', '{当事人.情况}'),
      paragraph('plain', '{当事人.代理}'),
      paragraph('body', '**主要事实：**{主要事实}'),
      paragraph('body', '**争议事项：**{争议事项}'),
      paragraph('heading', '经调解，当事人自愿达成以下协议：'),
      paragraph('plain', '{条款.内容}'),
      paragraph('plain', '{其他约定.内容}'),
      paragraph('heading', '签名、盖章或者按指印'),
      paragraph('plain', '{当事人签名}'),
      paragraph('plain', '{调解人员签名}'),
      paragraph('plain', '{盖章}'),
    ],
  },
  fields: [
    { name: '当事人.称呼', says: '甲方、乙方', kind: 'list' },
    { name: '当事人.姓名', says: '姓名或者名称', kind: 'list', must: true },
    { name: '当事人.情况', says: '性别、民族、年龄、职业、住址；单位的地址', kind: 'list', must: true },
    { name: '当事人.代理', says: '谁代理，权限', kind: 'list' },
    { name: '主要事实', says: '纠纷的主要事实', kind: 'text', must: true },
    { name: '争议事项', says: '争的是什么', kind: 'text' },
    { name: '条款.内容', says: '每一条：谁、做什么、多少、哪天、怎么履行', kind: 'list', must: true },
    { name: '其他约定.内容', says: '合计、费用、时间地点、份数', kind: 'list', must: true },
    { name: '编号', says: '协议的编号', kind: 'text' },
    { name: '协议日期', says: '达成协议的日期', kind: 'text' },
    { name: '当事人签名', says: '每一方签名、按指印的地方', kind: 'signing', must: true },
    { name: '调解人员签名', says: '调解员、记录人签名的地方', kind: 'signing', must: true },
    { name: '盖章', says: '人民调解委员会盖章的地方', kind: 'seal', must: true },
  ],
};
