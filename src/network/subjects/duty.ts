import { type Static, Type } from 'typebox';
import { addDays } from '../../platform/now.ts';
import type { Book } from '../book.ts';
import { CITY_CODE, countyOf } from '../network.ts';
import { fieldsFor, type Problems, type Subject } from '../subject.ts';
import { id, regionCode } from './parts.ts';

const day = Type.String({ format: 'date' });

export const DutyForm = Type.Object(
  {
    regionCode,
    categoryCode: Type.String({ pattern: '^[0-9]{2}$', sentence: '类别代码是两位数字', title: '类别' }),
    target: Type.Enum(['unit', 'township', 'center'], { title: '由谁办' }),
    unitId: Type.Union([id, Type.Null()], { title: '单位' }),
    supportingUnitIds: Type.Array(id, { maxItems: 12, uniqueItems: true, title: '协办单位' }),
    basis: Type.String({ minLength: 1, maxLength: 300, title: '依据' }),
    reason: Type.String({ maxLength: 300, title: '理由' }),
    status: Type.Enum(['G', 'V'], { title: '是否确认' }),
    effectiveFrom: day,
    /** Last day; open without it. */
    effectiveTo: Type.Union([day, Type.Null()], { title: '最后一天' }),
  },
  { additionalProperties: false },
);
export type DutyForm = Static<typeof DutyForm>;
export type DutyVersion = DutyForm & { id: string; version: number };

export const dutyKey = (form: Pick<DutyForm, 'regionCode' | 'categoryCode'>): string =>
  `${form.regionCode}-${form.categoryCode}`;

const { text, choice, list, date, shown } = fieldsFor<DutyForm>();
const targetWords = { unit: '单位', township: '属地乡镇（街道）中心', center: '区县（市）中心' };

const said = ({ effectiveFrom: _, effectiveTo: __, ...content }: DutyForm): string =>
  JSON.stringify(content, Object.keys(content).sort());
export const saysTheSame = (one: DutyForm, other: DutyForm): boolean => said(one) === said(other);

function checkUnits(form: DutyForm, book: Book): Problems {
  const county = countyOf(form.regionCode);
  const reachable = (unitId: string) => {
    const unit = book.units.get(unitId);
    return unit?.active && [county, CITY_CODE].includes(countyOf(unit.regionCode));
  };
  if (form.target !== 'unit' && form.unitId !== null) return { unitId: '由中心办的，单位要空着' };
  if (form.target === 'unit' && (form.unitId === null || !reachable(form.unitId)))
    return { unitId: '要写本区县或市里在用的单位' };
  const unknown = form.supportingUnitIds.find((unitId) => !reachable(unitId));
  if (unknown !== undefined) return { supportingUnitIds: `没有协办单位 ${unknown}` };
  return form.unitId !== null && form.supportingUnitIds.includes(form.unitId)
    ? { supportingUnitIds: '牵头单位不用再写作协办' }
    : {};
}

function check(form: DutyForm, book: Book, before: DutyForm | undefined): Problems {
  if (!book.regions.get(form.regionCode)?.active || form.regionCode.length > 12) return { regionCode: '没有这个地区' };
  if (!book.categories.get(form.categoryCode)?.active) return { categoryCode: '没有这个类别' };
  if (form.effectiveTo !== null && form.effectiveTo < form.effectiveFrom) return { effectiveTo: '不能早于生效日期' };
  if (before && !saysTheSame(before, form) && form.effectiveFrom <= before.effectiveFrom)
    return { effectiveFrom: `改了内容，生效日期要晚于上一版的 ${before.effectiveFrom}` };
  return checkUnits(form, book);
}

/** What is written: an ending changes its own row; any other change is a new version, and the old one ends the day before. */
export function dutyRows(form: DutyForm, versions: readonly DutyVersion[]): DutyVersion[] {
  const last = versions.at(-1);
  if (last === undefined) return [{ ...form, id: dutyKey(form), version: 1 }];
  if (saysTheSame(last, form) && last.effectiveFrom === form.effectiveFrom) return [{ ...last, ...form }];
  const next = { ...form, id: `${dutyKey(form)}-${last.version + 1}`, version: last.version + 1 };
  const ends = last.effectiveTo === null || last.effectiveTo >= form.effectiveFrom;
  return ends ? [{ ...last, effectiveTo: addDays(form.effectiveFrom, -1) }, next] : [next];
}

/** The duty list 职责清单: category × region → who answers, on which basis, from when. */
export const duties: Subject<DutyForm> = {
  noun: 'duties',
  title: '职责清单',
  form: DutyForm,
  fields: [
    text('regionCode', '地区代码', { required: true, width: 16 }),
    shown('region', '地区', ({ regionCode: code }, book) => book.regions.get(code)?.name),
    text('categoryCode', '类别代码', { required: true }),
    shown('category', '类别', ({ categoryCode }, book) => book.categories.get(categoryCode)?.name),
    choice('target', '由谁办', targetWords, { width: 22 }),
    text('unitId', '单位编号', { width: 26 }),
    shown('unit', '单位', ({ unitId }, book) => book.units.get(unitId ?? '')?.short),
    list('supportingUnitIds', '协办单位编号', { width: 40 }),
    text('basis', '依据', { width: 30 }),
    text('reason', '理由', { width: 30 }),
    choice('status', '是否确认', { G: '缺省，待确认', V: '已确认' }, { width: 16 }),
    date('effectiveFrom', '生效日期', { width: 14 }),
    date('effectiveTo', '最后一天', { width: 14 }),
  ],
  fresh: { unitId: null, supportingUnitIds: [], reason: '', status: 'V', effectiveTo: null },
  complete: (form) => ({ ...form, reason: form.reason ?? '' }),
  key: dutyKey,
  county: ({ regionCode: code }) => countyOf(code),
  check,
};
