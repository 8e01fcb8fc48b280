import { type Static, Type } from 'typebox';
import { CommandId, Id, UnitId } from '../matters/fields.ts';

export const OpenDoorInput = Type.Object(
  {
    way: Type.String({ pattern: '^[a-zA-Z]{3,40}$', title: '走哪条路' }),
    applicantIds: Type.Array(Id, { minItems: 1, maxItems: 500, title: '谁申请' }),
    bodyUnitId: Type.Optional(UnitId),
    bodyName: Type.Optional(Type.String({ minLength: 2, maxLength: 60, title: '向哪个机关' })),
    commandId: CommandId,
  },
  { additionalProperties: false },
);
export type OpenDoorInput = Omit<Static<typeof OpenDoorInput>, 'commandId'>;
