import { roleLabel } from '../../../../people/roles.ts';

/** What the trail keeps beside an act: names of facts, never contents. */
const names: Readonly<Record<string, string>> = {
  again: '再发一次',
  basis: '依据',
  code: '结果',
  counted: '计入试错',
  county: '区县',
  field: '哪一项',
  fields: '改了',
  imported: '从表导入',
  largePrint: '大字',
  lastDay: '最后一天',
  newPin: '换新密码',
  partyId: '当事人',
  postId: '岗位编号',
  purpose: '为什么',
  role: '岗位',
  rows: '行数',
  slipId: '小票',
  source: '依据',
  unitId: '单位',
  version: '版本',
};
const values: Readonly<Record<string, string>> = { idNumber: '证件号', phone: '电话' };

function spoken(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((one) => spoken(name, one)).join('、');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // Enough of an id to tell two apart.
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(text)) return `…${text.slice(-6)}`;
  return name === 'role' ? roleLabel(text) : (values[text] ?? text);
}

export function detailText(detail: unknown, language: 'zh' | 'en'): string {
  const pairs = Object.entries((detail ?? {}) as Record<string, unknown>);
  if (language === 'zh')
    return pairs.map(([name, value]) => `${names[name] ?? name} ${spoken(name, value)}`).join('；');
  const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return pairs.map(([name, value]) => `${name} ${plain(value)}`).join('; ');
}
