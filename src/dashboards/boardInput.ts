import { type Static, Type } from 'typebox';
import { PauseGround } from '../deadlines/clockRule.ts';

export const boardTabs = ['unit', 'region', 'clock', 'category'] as const;
export type BoardTab = (typeof boardTabs)[number];

/** What a dispute can be counted as. One may stand in several: late by one clock, soon by another. */
export const countedStates = [
  'open',
  'late',
  'soon',
  'dueToday',
  'threeDays',
  'paused',
  'tookOver',
  'party',
  'other',
] as const;
/** What became of the disputes that were due on a day; each is one of the last three. */
export const plannedStates = ['planned', 'inTime', 'doneLate', 'notDone'] as const;
export type PlannedState = (typeof plannedStates)[number];
/** … and what is counted by other rows than its clocks. */
export const boardStates = [...countedStates, ...plannedStates, 'struckOff', 'noticed'] as const;
export type BoardState = (typeof boardStates)[number];

/** The order that helps first: what can still be saved. Small numbers never stand in an order by rate. */
export const boardSorts = ['soon', 'late', 'rate', 'oldest', 'open', 'name'] as const;
export type BoardSort = (typeof boardSorts)[number];

const word = Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$' }));

const filters = {
  county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', title: '区县' })),
  region: Type.Optional(Type.String({ pattern: '^[0-9]{6,15}$', title: '地区' })),
  unit: word,
  clock: word,
  category: word,
};

export const BoardQuery = Type.Object(
  {
    ...filters,
    by: Type.Optional(Type.Enum([...boardTabs])),
    sort: Type.Optional(Type.Enum([...boardSorts])),
  },
  { additionalProperties: false },
);

export const MattersQuery = Type.Object(
  {
    ...filters,
    state: Type.Optional(Type.Enum([...boardStates])),
    ground: Type.Optional(PauseGround),
    /** The day that something was due on, for what became of it. */
    day: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', title: '哪一天到期' })),
    /** … or from it up to this one. */
    to: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', title: '到哪一天到期' })),
    /** As it stood at the end of one of the past weeks. */
    week: Type.Optional(Type.String({ pattern: '^[0-9]{4}-W[0-9]{2}$', title: '哪一周' })),
    /** Which time it is: 2 lists what was noticed twice. */
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    waiting: Type.Optional(Type.Literal('1')),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type MattersQuery = Static<typeof MattersQuery>;

/** Which disputes and clocks are looked at; nothing given is everything in the scope. */
export type BoardFilter = {
  county?: string | undefined;
  region?: string | undefined;
  unit?: string | undefined;
  clock?: string | undefined;
  category?: string | undefined;
};
