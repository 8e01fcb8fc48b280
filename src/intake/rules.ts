import { type Static, Type } from 'typebox';

export const IntakeRules = Type.Object(
  {
    intake: Type.Object(
      {
        declineGrounds: Type.Array(
          Type.Object({
            code: Type.String(),
            label: Type.String(),
            basis: Type.String(),
            goTo: Type.String(),
          }),
          { title: '不予受理的情形' },
        ),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type IntakeRules = Static<typeof IntakeRules>;
