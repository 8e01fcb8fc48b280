import { type Static, Type } from 'typebox';
import type { Book } from '../book.ts';
import { centerIdOf, countyOf, levelOfCode, type StatedFact } from '../network.ts';
import { STATED_LABELS } from '../statedFacts.ts';
import { fieldsFor, type Problems, type Subject } from '../subject.ts';
import { active, assumed, name, note, phone, regionCode, short } from './parts.ts';

const count = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 }));
const facts = Object.keys(STATED_LABELS) as StatedFact[];

export const CenterForm = Type.Object(
  {
    regionCode,
    name,
    short,
    address: Type.Union([Type.String({ maxLength: 200 }), Type.Null()], { title: '地址' }),
    phone,
    areaM2: Type.Union([Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 }), Type.Null()], { title: '面积' }),
    zones: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20, title: '功能区' }),
    /** Numbers that the center has published of itself; what it has not is absent. */
    stated: Type.Object(Object.fromEntries(facts.map((fact) => [fact, count])) as Record<StatedFact, typeof count>, {
      additionalProperties: false,
      title: '公布的数字',
    }),
    note,
    assumed,
    active,
  },
  { additionalProperties: false },
);
export type CenterForm = Static<typeof CenterForm>;

const { text, number, list, yesNo, shown } = fieldsFor<CenterForm>();

function statedLine({ stated }: CenterForm): string {
  const line = facts.filter((fact) => stated[fact] !== undefined);
  return line.map((fact) => `${STATED_LABELS[fact][0]}${stated[fact]}`).join('、');
}

function check(form: CenterForm, book: Book): Problems {
  if (!book.regions.get(form.regionCode)?.active) return { regionCode: '没有这个地区' };
  if (form.regionCode.length > 9) return { regionCode: '综治中心设在市、区县、乡镇（街道）' };
  if (new Set(form.zones).size < form.zones.length) return { zones: '有重复的功能区' };
  if (!form.active && levelOfCode(form.regionCode) !== 'township') return { active: '市和区县的中心不能停用' };
  return {};
}

/** Centers, one a region from the city down to townships; each is a unit as well. */
export const centers: Subject<CenterForm> = {
  noun: 'centers',
  title: '综治中心',
  form: CenterForm,
  fields: [
    text('regionCode', '地区代码', { required: true, width: 16 }),
    shown('region', '地区', ({ regionCode: code }, book) => book.regions.get(code)?.name),
    text('name', '名称', { required: true, width: 40 }),
    text('short', '简称', { width: 20 }),
    text('address', '地址', { width: 40 }),
    text('phone', '电话', { width: 18 }),
    number('areaM2', '面积（平方米）'),
    list('zones', '功能区', { width: 40 }),
    shown('stated', '公布的数字', statedLine),
    text('note', '备注', { width: 40 }),
    yesNo('assumed', '待确认'),
    yesNo('active', '在用'),
  ],
  fresh: { address: null, phone: null, areaM2: null, zones: [], stated: {}, note: null, assumed: false, active: true },
  complete: (form) => ({ ...form, short: form.short ?? form.name }),
  key: ({ regionCode: code }) => centerIdOf(code),
  county: ({ regionCode: code }) => countyOf(code),
  check,
};
