import { Type } from 'typebox';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { shares } from './words.ts';

const Clock = { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', sentence: '时间要写成 15:00 这样' };
/** An end that is not later than the beginning is on the next day. */
export const when = {
  day: DayField,
  from: Type.String({ ...Clock, title: '从几点' }),
  to: Type.String({ ...Clock, title: '到几点' }),
};
/** A room of a center, or in words where else. */
export const where = {
  roomIds: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 3, uniqueItems: true, title: '房间' }),
  place: Type.String({ maxLength: 60, title: '地点' }),
};
export const fromOutside = {
  postIds: Type.Array(Id, { maxItems: 20, uniqueItems: true, title: '请哪些人' }),
  unitIds: Type.Array(UnitId, { maxItems: 10, uniqueItems: true, title: '请哪些单位' }),
};
export const Shared = Type.Array(Type.Enum(shares), { maxItems: 3, uniqueItems: true, title: '给大家看的内容' });
