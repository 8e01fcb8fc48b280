import { type Static, Type } from 'typebox';
import type { Book } from '../book.ts';
import { countyOf, isRegionCode, levelOfCode, parentOf } from '../network.ts';
import { fieldsFor, type Problems, type Subject } from '../subject.ts';
import { active, assumed, name, note, regionCode, short } from './parts.ts';

export const RegionForm = Type.Object(
  { code: regionCode, name, short, statistical: Type.Boolean({ title: '统计用' }), assumed, note, active },
  { additionalProperties: false },
);
export type RegionForm = Static<typeof RegionForm>;

export const levelWords = {
  city: '市',
  county: '区县',
  township: '乡镇（街道）',
  community: '村（社区）',
  grid: '网格',
} as const;

const { text, yesNo, shown } = fieldsFor<RegionForm>();

function hasPlacesBelow(code: string, book: Book): boolean {
  for (const each of book.regions.values()) if (each.active && parentOf(each.code) === code) return true;
  return false;
}

function check(form: RegionForm, book: Book, before: RegionForm | undefined): Problems {
  if (!isRegionCode(form.code)) return { code: '代码要 9 位（乡镇、街道）、12 位（村、社区）或 15 位（网格）数字' };
  const parent = parentOf(form.code);
  if (before === undefined && form.code.length === 6) return { code: '市和区县不在这里添加' };
  if (parent !== null && !book.regions.get(parent)?.active) return { code: `上级 ${parent} 还没有，先加上级` };
  if (!form.active && form.code.length === 6) return { active: '市和区县不能停用' };
  if (!form.active && hasPlacesBelow(form.code, book)) return { active: '下面还有在用的地方，先停用它们' };
  return {};
}

/** Places: townships, villages and communities of the national list, and grids, which only the county knows. */
export const regions: Subject<RegionForm> = {
  noun: 'regions',
  title: '地区与网格',
  form: RegionForm,
  fields: [
    text('code', '代码', { required: true, width: 18, alsoCalled: ['网格代码', '网格编号', '区划代码'] }),
    text('name', '名称', { width: 26, alsoCalled: ['网格名称'] }),
    text('short', '简称', { width: 20 }),
    shown('level', '级别', ({ code }) => levelWords[levelOfCode(code)]),
    shown('parent', '上级', ({ code }, book) => book.regions.get(parentOf(code) ?? '')?.name),
    yesNo('statistical', '统计用'),
    yesNo('assumed', '待确认'),
    text('note', '备注', { width: 40 }),
    yesNo('active', '在用'),
  ],
  fresh: { statistical: false, assumed: false, note: null, active: true },
  complete: (form) => ({ ...form, short: form.short ?? form.name }),
  key: ({ code }) => code,
  county: ({ code }) => (isRegionCode(code) ? countyOf(code) : null),
  check,
};
