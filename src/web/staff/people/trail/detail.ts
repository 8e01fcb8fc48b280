import { roleLabel } from '../../../../people/roles.ts';
import type { Language } from '../../../../ui/i18n.ts';

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What the trail keeps beside an act: names of facts, never contents. */
const names: Words = {
  again: ['再发一次', 'Sent again'],
  basis: ['依据', 'Basis'],
  cell: ['哪一格', 'Cell'],
  code: ['结果', 'Result'],
  count: ['几件', 'How many'],
  counted: ['计入试错', 'Counted as a try'],
  counter: ['窗口', 'Counter'],
  drill: ['演练', 'Drill'],
  field: ['哪一项', 'Which'],
  fields: ['改了', 'Changed'],
  from: ['从', 'From'],
  imported: ['从表导入', 'From a workbook'],
  kind: ['哪一种', 'Kind'],
  largePrint: ['大字', 'Large print'],
  lastDay: ['最后一天', 'Last day'],
  newPin: ['换新密码', 'New PIN'],
  otherCode: ['另一件', 'The other'],
  outcome: ['怎么结束的', 'How it ended'],
  partyId: ['当事人', 'Party'],
  postId: ['岗位编号', 'Post'],
  purpose: ['为什么', 'Purpose'],
  role: ['岗位', 'Role'],
  rows: ['行数', 'Rows'],
  shared: ['单位共用', 'Shared'],
  slipId: ['小票', 'Slip'],
  source: ['依据', 'Source'],
  version: ['版本', 'Version'],
};
const values: Words = {
  idNumber: ['证件号', 'ID number'],
  phone: ['电话', 'Phone'],
  wrongPassword: ['账号或密码不对', 'Wrong name or password'],
  wrongSecondFactor: ['动态码不对', 'Wrong code of the token'],
  secondFactorNeeded: ['还没输动态码', 'Code of the token missing'],
  loginLocked: ['锁住了', 'Locked'],
  accountDisabled: ['账号停用了', 'Account disabled'],
  noPost: ['没有在任的岗位', 'No post'],
  resolved: ['平息了', 'Settled'],
  falseAlarm: ['误报', 'False alarm'],
  kiosk: ['取号机', 'Kiosk'],
  display: ['叫号屏', 'Display'],
};

/** Enough of an id to tell two apart; what only the house has a word for stays away. */
function spoken(name: string, value: unknown, at: 0 | 1): string {
  if (typeof value === 'boolean') return [value ? '是' : '否', value ? 'yes' : 'no'][at] ?? '';
  if (Array.isArray(value))
    return value
      .map((one) => spoken(name, one, at))
      .filter(Boolean)
      .join(at === 0 ? '、' : ', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)) return `…${value.slice(-6)}`;
  if (name === 'role') return roleLabel(value, at === 0 ? 'zh' : 'en');
  return values[value]?.[at] ?? (/^[a-z]+[A-Za-z]*$|^\d{6,12}-[a-z-]+$/.test(value) ? '' : value);
}

export function detailText(detail: unknown, language: Language): string {
  const at = language === 'zh' ? 0 : 1;
  return Object.entries((detail ?? {}) as Record<string, unknown>)
    .flatMap(([name, value]) => {
      const [label, said] = [names[name]?.[at], spoken(name, value, at)];
      return label && said ? [`${label} ${said}`] : [];
    })
    .join(at === 0 ? '；' : '; ');
}
