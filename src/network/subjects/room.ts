import { type Static, Type } from 'typebox';
import { countyOf } from '../network.ts';
import { fieldsFor, type Subject } from '../subject.ts';
import { checkPlace } from './counter.ts';
import { active, assumed, id, name, zone } from './parts.ts';

export const RoomForm = Type.Object(
  {
    centerId: id,
    number: Type.Integer({ minimum: 1, maximum: 999, title: '房间序号' }),
    kind: Type.Enum(['hall', 'hearingRoom', 'functionRoom', 'supportRoom'], { title: '类别' }),
    name,
    zone,
    assumed,
    active,
  },
  { additionalProperties: false },
);
export type RoomForm = Static<typeof RoomForm>;

export const roomWords = { hall: '大厅', hearingRoom: '庭', functionRoom: '功能室', supportRoom: '保障室' } as const;

const { text, number, choice, yesNo, shown } = fieldsFor<RoomForm>();

export const roomIdOf = (centerId: string, own: number): string => `${centerId}-room-${own}`;

/** Halls, hearing rooms, function rooms, support rooms. */
export const rooms: Subject<RoomForm> = {
  noun: 'rooms',
  title: '功能室',
  form: RoomForm,
  fields: [
    text('centerId', '中心编号', { required: true, width: 20 }),
    shown('center', '中心', ({ centerId }, book) => book.centers.get(centerId)?.short),
    number('number', '房间序号', { required: true }),
    choice('kind', '类别', roomWords),
    text('name', '名称', { width: 24, alsoCalled: ['房间名称'] }),
    text('zone', '功能区', { width: 18 }),
    yesNo('assumed', '待确认'),
    yesNo('active', '在用'),
  ],
  fresh: { kind: 'functionRoom', zone: null, assumed: false, active: true },
  key: ({ centerId, number: own }) => roomIdOf(centerId, own),
  county: ({ centerId }) => countyOf(centerId.slice(0, 6)),
  check: checkPlace,
};
