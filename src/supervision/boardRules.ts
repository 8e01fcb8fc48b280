import { type Static, Type } from 'typebox';

export const BoardRules = Type.Object(
  {
    smallNumber: Type.Integer({
      minimum: 0,
      maximum: 1000,
      title: '在办少于几件不排名',
      description: '件数太少时，一两件逾期就会让逾期率很高，不说明问题。没有统一规定，由本地定。',
    }),
  },
  { additionalProperties: false, title: '督办台' },
);
export type BoardRules = Static<typeof BoardRules>;

export const defaultBoard: BoardRules = { smallNumber: 30 };
