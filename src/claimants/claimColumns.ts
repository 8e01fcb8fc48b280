import { bareTitle, type Table, textOf } from '../sheets/findTable.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { type ClaimItemKind, claimItemKinds, claimItems } from './data/claimItems.ts';

const plainFields = {
  name: '姓名',
  idNumber: '证件号',
  phone: '电话',
  address: '住址',
  period: '哪几个月、多少工日',
  bank: '开户行',
  account: '账号',
  evidence: '证据',
  note: '备注',
  total: '合计',
  skip: '不用',
} as const;
type PlainField = keyof typeof plainFields;
/** What a column of a roster holds: something of a person, one item of the claim, or the sum of all items. */
export type ClaimField = PlainField | ClaimItemKind;
export const claimFieldNames: readonly ClaimField[] = [
  ...(Object.keys(plainFields) as PlainField[]),
  ...claimItemKinds,
];
export const isItem = (field: ClaimField): field is ClaimItemKind => field in claimItems;
export const fieldTitle = (field: ClaimField): string =>
  isItem(field) ? `金额：${claimItems[field].zh}` : plainFields[field];

/** The first rule that fits counts: 「欠薪月份」 is no sum, 「日工资」 is none either. */
const rules: readonly (readonly [ClaimField, RegExp])[] = [
  [
    'skip',
    /^(序号|编号|No\.?|签名|签字|手印|性别|年龄|工种|班组|单位|项目)$|签字|签名|手印|日工资|日薪|单价|工价|标准/i,
  ],
  ['idNumber', /身份证|证件号|公民身份/],
  ['account', /卡号|账号|帐号|账户(?!名)|银行卡/],
  ['bank', /开户|银行/],
  ['phone', /电话|手机|联系方式/],
  ['name', /姓名|名字|^(申请人|工人|劳动者|职工|农民工)$/],
  ['address', /住址|地址|户籍/],
  ['evidence', /证据|凭证/],
  ['period', /月份|工日|天数|期间|时间|起止|出勤/],
  ['note', /备注|说明/],
  ['total', /合计|总计|总额|共计|总金额/],
  ['overtime', /加班/],
  ['doubleWages', /[二两双2]倍/],
  ['severance', /补偿/],
  ['injury', /工伤/],
  ['deposit', /押金|保证金/],
  ['damages', /赔偿/],
  ['refund', /退款|退费|退还/],
  ['wages', /工资|薪|劳务费|工钱/],
  ['other', /金额|欠款/],
];

/** Under a heading that stands over several columns its own word comes first: 「要求的金额 加班费」. */
export function fieldOfTitle(title: string): ClaimField | null {
  const own = bareTitle(title.split(' ').at(-1) ?? title);
  for (const text of [own, bareTitle(title)]) {
    const found = rules.find(([, rule]) => rule.test(text));
    if (found) return found[0];
  }
  return null;
}

const looks: readonly (readonly [ClaimField, RegExp])[] = [
  ['idNumber', /^\d{17}[\dXx]$/],
  ['phone', /^1[3-9]\d{9}$/],
  ['account', /^\d{16,19}$/],
];

/** `why`: by its title, by what stands in it, or as somebody chose. */
export type ClaimColumn = {
  column: number;
  title: string;
  field: ClaimField | null;
  why: 'title' | 'contents' | 'chosen' | null;
};

/** Which column is what. Each field once; what is left over is shown, and not taken over. */
export function columnsOf(
  table: Table,
  below: readonly RawRow[],
  chosen: ReadonlyMap<number, ClaimField>,
): ClaimColumn[] {
  const taken = new Set<ClaimField>(chosen.values());
  const free = (field: ClaimField | null | undefined): field is ClaimField =>
    field !== null && field !== undefined && (field === 'skip' || !taken.has(field));
  const byContents = (column: number): ClaimField | null => {
    const texts = below.map((row) => textOf(row, column).replace(/\s/g, '')).filter((text) => text !== '');
    if (texts.length < 3) return null;
    return looks.find(([, rule]) => texts.filter((text) => rule.test(text)).length > texts.length / 2)?.[0] ?? null;
  };
  const named = table.titles.map(({ column, title }): ClaimColumn => {
    const own = chosen.get(column);
    if (own) return { column, title, field: own, why: 'chosen' };
    const field = fieldOfTitle(title);
    if (!free(field)) return { column, title, field: null, why: null };
    taken.add(field);
    return { column, title, field, why: 'title' };
  });
  return named.map((each) => {
    const field = each.field === null ? byContents(each.column) : null;
    if (!free(field)) return each;
    taken.add(field);
    return { ...each, field, why: 'contents' };
  });
}
