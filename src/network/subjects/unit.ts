import { type Static, Type } from 'typebox';
import type { Book } from '../book.ts';
import { unitKinds } from '../data/unitKinds.ts';
import { countyOf, isRegionCode, levelOfCode, type UnitKind, unitIdOf } from '../network.ts';
import { fieldsFor, type Problems, type Subject } from '../subject.ts';
import { active, assumed, id, name, note, phone, regionCode, short } from './parts.ts';

export const kindWords = {
  ...(Object.fromEntries(unitKinds.map(({ kind, short: word }) => [kind, word])) as Record<UnitKind, string>),
  office: '乡镇（街道）',
  mediationCommittee: '人民调解委员会',
  industryMediation: '行业性专业性调委会',
  center: '综治中心',
};

export const UnitForm = Type.Object(
  {
    id,
    regionCode,
    kind: Type.Enum(Object.keys(kindWords) as UnitKind[], { title: '类型' }),
    name,
    short,
    phone,
    note,
    assumed,
    active,
  },
  { additionalProperties: false },
);
export type UnitForm = Static<typeof UnitForm>;

const { text, yesNo, shown, choice } = fieldsFor<UnitForm>();

/** The unit of this name in the county, else the next free id of its kind. */
function complete(form: UnitForm, book: Book): UnitForm {
  const named = { ...form, short: form.short ?? form.name };
  if (form.id || !isRegionCode(form.regionCode ?? '')) return named;
  const county = countyOf(form.regionCode);
  for (const unit of book.units.values())
    if (unit.name === form.name && countyOf(unit.regionCode) === county) return { ...named, id: unit.id };
  const first = unitIdOf(form.regionCode, form.kind);
  let free = first;
  for (let number = 2; book.units.has(free); number++) free = `${first}-${number}`;
  return { ...named, id: free };
}

function namesake(form: UnitForm, book: Book): UnitForm | undefined {
  for (const unit of book.units.values())
    if (unit.short === form.short && unit.active && unit.id !== form.id)
      if (countyOf(unit.regionCode) === countyOf(form.regionCode)) return unit;
  return undefined;
}

function namedInDuties(unitId: string, book: Book): boolean {
  for (const duty of book.duties.values()) if (duty.unitId === unitId && duty.effectiveTo === null) return true;
  return false;
}

function check(form: UnitForm, book: Book): Problems {
  if (form.kind === 'center') return { kind: '综治中心在「中心」里改' };
  if (!book.regions.get(form.regionCode)?.active) return { regionCode: '没有这个地区' };
  if (levelOfCode(form.regionCode) === 'grid') return { regionCode: '单位不设在网格里，选村（社区）或以上' };
  if (!form.id.startsWith(`${form.regionCode}-`)) return { id: `编号要以地区代码开头，如 ${form.regionCode}-court` };
  if (namesake(form, book)) return { short: '本区县已经有这个简称的单位' };
  if (!form.active && namedInDuties(form.id, book)) return { active: '职责清单还把事情分给它，先改职责清单' };
  return {};
}

/** Units that a dispute can be sent to; centers are kept by themselves. */
export const units: Subject<UnitForm> = {
  noun: 'units',
  title: '单位',
  form: UnitForm,
  fields: [
    text('id', '编号', { width: 26 }),
    text('regionCode', '地区代码', { required: true, width: 16 }),
    shown('region', '地区', ({ regionCode: code }, book) => book.regions.get(code)?.name),
    choice('kind', '类型', kindWords, { width: 18 }),
    text('name', '名称', { required: true, width: 40, alsoCalled: ['单位名称', '全称'] }),
    text('short', '简称', { width: 20 }),
    text('phone', '电话', { width: 18 }),
    text('note', '备注', { width: 40 }),
    yesNo('assumed', '待确认'),
    yesNo('active', '在用'),
  ],
  fresh: { phone: null, note: null, assumed: false, active: true },
  complete,
  listed: ({ kind }) => kind !== 'center',
  key: ({ id: own }) => own,
  county: ({ regionCode: code }) => countyOf(code),
  check,
};
