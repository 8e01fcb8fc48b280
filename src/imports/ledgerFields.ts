import { bareTitle } from '../sheets/findTable.ts';

/** What a column of an old ledger may hold; the order is the one in which titles are tried. */
export const ledgerFields = {
  respondentIds: { title: '对方证件号', personal: true },
  respondentPhones: { title: '对方电话', personal: true },
  respondents: { title: '对方（被申请人）', personal: false },
  applicantIds: { title: '申请人证件号', personal: true },
  applicantPhones: { title: '申请人电话', personal: true },
  closedOn: { title: '办结日期', personal: false },
  occurredOn: { title: '发生日期', personal: false },
  year: { title: '年份', personal: false },
  openedOn: { title: '登记日期', personal: false },
  status: { title: '办到哪一步', personal: false },
  result: { title: '处理结果', personal: false },
  oldNumber: { title: '原编号', personal: false },
  category: { title: '类别', personal: false },
  source: { title: '来源', personal: false },
  amount: { title: '金额', personal: false },
  people: { title: '涉及人数', personal: false },
  handler: { title: '承办人', personal: false },
  unit: { title: '承办单位', personal: false },
  registrar: { title: '登记人', personal: false },
  region: { title: '街道、社区或网格', personal: false },
  address: { title: '详细地点', personal: false },
  restriction: { title: '限制知悉', personal: false },
  demands: { title: '要求', personal: false },
  title: { title: '一句话说清', personal: false },
  facts: { title: '经过', personal: false },
  remark: { title: '其他要留下的', personal: false },
  applicants: { title: '申请人', personal: false },
} as const satisfies Record<string, { title: string; personal: boolean }>;

export type LedgerField = keyof typeof ledgerFields;
export const ledgerFieldNames = Object.keys(ledgerFields) as LedgerField[];

/** Columns whose words are ours under another name: each word is matched once and remembered. */
export const wordFields = [
  'category',
  'status',
  'source',
  'region',
  'unit',
  'restriction',
  'handler',
  'registrar',
] as const;
export type WordField = (typeof wordFields)[number];

const rules: readonly (readonly [LedgerField, RegExp])[] = [
  ['remark', /备注|回访|附件|卷宗|履行|协议(书|编号|内容)/],
  ['respondentIds', /(被申请|被反映|被投诉|被调解|对方|乙方).*(身份证|证件)/],
  ['respondentPhones', /(被申请|被反映|被投诉|被调解|对方|乙方).*(电话|手机|联系)/],
  ['respondents', /^(被申请人|被反映人|被投诉人|被调解人|对方|乙方|另一方)/],
  ['applicantIds', /身份证|证件号/],
  ['applicantPhones', /电话|手机|联系方式/],
  ['closedOn', /(办结|结案|化解|调结|完结|销号|结束)(日期|时间)/],
  ['occurredOn', /发生(日期|时间)/],
  ['openedOn', /(登记|受理|接待|来访|收件|排查|录入|立案|申请)(日期|时间)|^(日期|时间)$/],
  ['status', /状态|进度|进展|是否(化解|办结|结案|调成)|(办理|化解|办结)情况|办到哪/],
  ['result', /结果|(处理|调处|调解)(情况|意见)/],
  ['oldNumber', /编号|案号|台账号|文号|^号码$/],
  ['category', /类别|类型|种类/],
  ['source', /来源|渠道/],
  ['amount', /金额|标的/],
  ['people', /人数/],
  ['handler', /承办人|办理人|调解员|责任人|经办人|调解人/],
  ['unit', /(承办|责任|办理|包案|调处|化解|牵头)(单位|部门)|^(单位|部门)$/],
  ['registrar', /登记人|接待人|首问|录入人|受理人/],
  ['region', /街道|乡镇|社区|^村|属地|辖区|网格/],
  ['restriction', /限制知悉|保密|敏感/],
  ['address', /地点|地址|住址/],
  ['demands', /诉求|要求|请求/],
  ['title', /标题|事项|名称|案由|事由/],
  ['facts', /案情|经过|情况|内容|简介|概况|问题|描述/],
  ['applicants', /申请人|当事人|来访人|反映人|投诉人|姓名|甲方/],
];

/** Titles that say one thing only: they come before whatever merely sounds like it, wherever it stands. */
const exact: Readonly<Partial<Record<LedgerField, string>>> = {
  respondents: '被申请人 对方当事人 对方 被反映人 被投诉人 乙方 被申请人姓名',
  respondentPhones: '被申请人电话 被申请人联系电话 对方电话 乙方电话',
  respondentIds: '被申请人身份证号 对方证件号',
  applicants: '申请人 申请人姓名 当事人 当事人姓名 来访人 来访人姓名 反映人 投诉人 姓名 甲方',
  applicantPhones: '联系电话 电话 手机号 申请人电话 申请人联系电话 当事人电话 联系方式',
  applicantIds: '身份证号 身份证号码 证件号 证件号码 申请人身份证号',
  openedOn: '登记日期 登记时间 受理日期 受理时间 来访日期 来访时间 日期 时间',
  closedOn: '办结日期 办结时间 结案日期 结案时间 化解日期 化解时间',
  occurredOn: '发生日期 发生时间',
  year: '年份 年度 年',
  status: '办理情况 办理状态 状态 办到哪一步 化解情况 是否化解 是否办结 办理进度',
  result: '处理结果 调解结果 化解结果 办理结果 结果',
  oldNumber: '编号 原编号 登记编号 案件编号 台账编号',
  category: '类别 纠纷类别 纠纷类型 类型 案件类别',
  source: '来源 案件来源 纠纷来源 渠道',
  amount: '金额 涉案金额 涉及金额 标的额',
  people: '涉及人数 人数',
  handler: '承办人 调解员 经办人 办理人 责任人',
  unit: '承办单位 责任单位 办理单位 调解单位',
  registrar: '登记人 接待人 首问 首问人 接访人',
  region: '所属街道 街道 乡镇 社区 所属社区 村社区',
  address: '详细地点 地址 详细地址 纠纷发生地',
  demands: '诉求 要求 主要诉求',
  title: '标题 事由 案由 一句话说清',
  facts: '经过 案情 简要案情 基本情况 纠纷简介 主要内容',
  remark: '备注',
};
const byTitle = new Map(
  ledgerFieldNames.flatMap((field) => (exact[field] ?? '').split(' ').map((title) => [title, field])),
);

/** Under 「当事人」 stand 「甲方」 and 「乙方」: such a group says nothing of its columns. */
const ownTitle = (title: string): string =>
  bareTitle(title.replace(/^\s*(当事人|双方|双方当事人|当事人(信息|情况)|基本(信息|情况))\s+(?=\S)/, ''));

/** The field that a title names and nothing else. */
export const exactField = (title: string): LedgerField | null => byTitle.get(ownTitle(title)) ?? null;

/** 「应办结日期」 is no day of closing: such words turn what merely sounds like a day, a number or a state into another. */
const turning = /[未不无非]|应(?=办|结|化|受)|预计|计划|拟|期限|限期|超期|逾期|剩余|尚欠|占|率|比/;
const turned: ReadonlySet<LedgerField> = new Set([
  ...(['closedOn', 'occurredOn', 'openedOn', 'status', 'result', 'amount', 'people'] as const),
]);

export function fieldOfTitle(title: string): LedgerField | null {
  const own = ownTitle(title);
  const exactly = exactField(title);
  if (exactly) return exactly;
  const heard = rules.find(([, rule]) => rule.test(own))?.[0] ?? null;
  return heard && turned.has(heard) && turning.test(own) ? null : heard;
}
