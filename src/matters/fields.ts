import { type TProperties, Type } from 'typebox';

/** Field shapes that forms share. `title` is what a person calls the field; error sentences are built from it. */
export const Reason = Type.String({ minLength: 2, maxLength: 500, title: '理由' });
export const LongText = Type.String({ minLength: 2, maxLength: 4000, title: '内容' });
export const Id = Type.String({ format: 'uuid' });
export const UnitId = Type.String({ minLength: 3, maxLength: 60, pattern: '^[A-Za-z0-9-]+$', title: '单位' });
export const DayField = Type.String({ format: 'date', title: '日期' });
export const Cents = Type.Integer({ minimum: 0, maximum: 1e13, title: '金额' });
/** Repeating a command with the same id answers the first result. */
export const CommandId = Type.Optional(Type.String({ format: 'uuid' }));
/** The version the person was looking at: a later one means that somebody else acted first. */
export const SeenVersion = Type.Optional(Type.Integer({ minimum: 1 }));

/** Every step's input: unknown fields are refused, and the two envelope fields are allowed. */
export function StepInput<P extends TProperties>(properties: P) {
  return Type.Object(
    { ...properties, commandId: CommandId, seenVersion: SeenVersion },
    { additionalProperties: false },
  );
}
