import { type Static, Type } from 'typebox';
import { CommandId, DayField, LongText, UnitId } from '../matters/fields.ts';

export const GiveTaskInput = Type.Object(
  {
    title: Type.String({ minLength: 2, maxLength: 40, title: '做什么（一句话）' }),
    unitId: { ...UnitId, title: '派给哪个单位' },
    ask: LongText,
    dueOn: { ...DayField, title: '哪天前做好' },
    commandId: CommandId,
  },
  { additionalProperties: false },
);
export type GiveTaskInput = Omit<Static<typeof GiveTaskInput>, 'commandId'>;
