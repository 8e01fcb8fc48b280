import { type Static, Type } from 'typebox';
import type { Book } from '../book.ts';
import { countyOf } from '../network.ts';
import { fieldsFor, type Problems, type Subject } from '../subject.ts';
import { active, assumed, id, name, zone } from './parts.ts';

export const CounterForm = Type.Object(
  {
    centerId: id,
    number: Type.Integer({ minimum: 1, maximum: 999, title: '窗口号' }),
    name,
    zone,
    mode: Type.Enum(['resident', 'rotating'], { title: '方式' }),
    assumed,
    active,
  },
  { additionalProperties: false },
);
export type CounterForm = Static<typeof CounterForm>;

const { text, number, choice, yesNo, shown } = fieldsFor<CounterForm>();

export const counterIdOf = (centerId: string, own: number): string => `${centerId}-counter-${own}`;

/** The center of a counter or a room, and the zone it says it lies in. */
export function checkPlace(form: { centerId: string; zone: string | null }, book: Book): Problems {
  const center = book.centers.get(form.centerId);
  if (!center?.active) return { centerId: '没有这个中心' };
  if (form.zone !== null && center.zones.length > 0 && !center.zones.includes(form.zone))
    return { zone: `这个中心的功能区是${center.zones.join('、')}` };
  return {};
}

/** Service counters 服务窗口. */
export const counters: Subject<CounterForm> = {
  noun: 'counters',
  title: '服务窗口',
  form: CounterForm,
  fields: [
    text('centerId', '中心编号', { required: true, width: 20 }),
    shown('center', '中心', ({ centerId }, book) => book.centers.get(centerId)?.short),
    number('number', '窗口号', { required: true }),
    text('name', '名称', { width: 24, alsoCalled: ['窗口名称'] }),
    text('zone', '功能区', { width: 18 }),
    choice('mode', '方式', { resident: '常驻', rotating: '轮驻' }),
    yesNo('assumed', '待确认'),
    yesNo('active', '在用'),
  ],
  fresh: { zone: null, mode: 'resident', assumed: false, active: true },
  key: ({ centerId, number: own }) => counterIdOf(centerId, own),
  county: ({ centerId }) => countyOf(centerId.slice(0, 6)),
  check: checkPlace,
};
