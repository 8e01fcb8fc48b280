import { type Static, Type } from 'typebox';
import type { ReadValue } from '../../sheets/cellIn.ts';
import type { Book } from '../book.ts';
import { CITY_CODE, countyOf } from '../network.ts';
import { type Field, fieldsFor, type Problems, type Subject } from '../subject.ts';
import { counterIdOf } from './counter.ts';
import { active, assumed, id, note } from './parts.ts';

const time = Type.Union([
  Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', sentence: '时间要写成 09:00 这样' }),
  Type.Null(),
]);

export const PresenceForm = Type.Object(
  {
    centerId: id,
    unitId: id,
    mode: Type.Enum(['resident', 'rotating', 'onCall', 'invited'], { title: '入驻方式' }),
    /** 1 Monday … 7 Sunday. */
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true, title: '星期' }),
    from: time,
    to: time,
    counterNumber: Type.Union([Type.Integer({ minimum: 1, maximum: 999 }), Type.Null()], { title: '窗口号' }),
    callMinutes: Type.Union([Type.Integer({ minimum: 1, maximum: 1440 }), Type.Null()], { title: '几分钟内到' }),
    note,
    assumed,
    active,
  },
  { additionalProperties: false },
);
export type PresenceForm = Static<typeof PresenceForm>;

export const modeWords = { resident: '常驻', rotating: '轮驻', onCall: '随驻', invited: '特邀' } as const;
const dayLetters = '一二三四五六日';

export const weekdaysText = (days: readonly number[]): string =>
  [...days]
    .sort()
    .map((day) => `周${dayLetters[day - 1]}`)
    .join('、');

/** 周一、周三 or 1,3 or 周一至周五. */
export function weekdaysIn(value: ReadValue): { value: number[] } | { error: string } {
  const text = String(value ?? '')
    .replace(/周|星期|礼拜/g, '')
    .replaceAll('天', '日');
  const digits = text.replace(/[一二三四五六日]/g, (letter) => String(dayLetters.indexOf(letter) + 1));
  const spread = digits.replace(/([1-7])[至到~—-]([1-7])/g, (_, from, to) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_none, index) => Number(from) + index).join(''),
  );
  const days = spread.replace(/[、,，;；\s]/g, '');
  if (!/^[1-7]*$/.test(days)) return { error: '写成「周一、周三」或「周一至周五」' };
  return { value: [...new Set(days)].map(Number).sort() };
}

const { text, number, choice, yesNo, shown } = fieldsFor<PresenceForm>();
const weekdays: Field<PresenceForm> = {
  ...text('weekdays', '星期', { width: 24 }),
  out: (form) => weekdaysText(form.weekdays),
  into: weekdaysIn,
};

function check(form: PresenceForm, book: Book): Problems {
  const [center, unit] = [book.centers.get(form.centerId), book.units.get(form.unitId)];
  if (!center?.active) return { centerId: '没有这个中心' };
  if (!unit?.active) return { unitId: '没有这个单位' };
  const county = countyOf(unit.regionCode);
  if (county !== countyOf(center.regionCode) && county !== CITY_CODE) return { unitId: '只能是本区县或市里的单位' };
  const comesOnDays = form.mode === 'resident' || form.mode === 'rotating';
  if (comesOnDays && form.weekdays.length === 0) return { weekdays: `${modeWords[form.mode]}要写在星期几` };
  if ((form.from === null) !== (form.to === null)) return { to: '开始和结束要一起写' };
  if (form.from !== null && form.to !== null && form.from >= form.to) return { to: '结束要晚于开始' };
  const { counterNumber } = form;
  if (counterNumber !== null && !book.counters.get(counterIdOf(form.centerId, counterNumber))?.active)
    return { counterNumber: '这个中心没有这个窗口' };
  return {};
}

/** Who sits in a center, in one of four modes: 常驻, 轮驻, 随驻, 特邀. */
export const presences: Subject<PresenceForm> = {
  noun: 'presences',
  title: '入驻',
  form: PresenceForm,
  fields: [
    text('centerId', '中心编号', { required: true, width: 20 }),
    shown('center', '中心', ({ centerId }, book) => book.centers.get(centerId)?.short),
    text('unitId', '单位编号', { required: true, width: 26 }),
    shown('unit', '单位', ({ unitId }, book) => book.units.get(unitId)?.short),
    choice('mode', '入驻方式', modeWords),
    weekdays,
    text('from', '开始'),
    text('to', '结束'),
    number('counterNumber', '窗口号'),
    number('callMinutes', '几分钟内到'),
    text('note', '备注', { width: 40 }),
    yesNo('assumed', '待确认'),
    yesNo('active', '在用'),
  ],
  fresh: {
    weekdays: [],
    from: null,
    to: null,
    counterNumber: null,
    callMinutes: null,
    note: null,
    assumed: false,
    active: true,
  },
  key: ({ centerId, unitId }) => `${centerId}:${unitId}`,
  county: ({ centerId }) => countyOf(centerId.slice(0, 6)),
  check,
};
