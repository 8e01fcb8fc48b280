import { type Static, Type } from 'typebox';

export const IntakeRules = Type.Object(
  {
    intake: Type.Object(
      {
        declineGrounds: Type.Array(
          Type.Object({
            code: Type.String(),
            label: Type.String({ minLength: 1, maxLength: 100, title: '情形' }),
            basis: Type.String({ minLength: 1, maxLength: 300, title: '依据' }),
            goTo: Type.String({ minLength: 1, maxLength: 100, title: '该去哪里' }),
          }),
          { title: '不予受理的情形' },
        ),
      },
      { additionalProperties: false, title: '受理' },
    ),
  },
  { additionalProperties: false },
);
export type IntakeRules = Static<typeof IntakeRules>;
