import { type Static, Type } from 'typebox';
import type { Day } from '../platform/now.ts';

/** month: due in it; late: open and its day is over; undated: open without a day; open: all that is. */
export const performanceParts = ['month', 'late', 'undated', 'open'] as const;

export const PerformanceQuery = Type.Object(
  {
    part: Type.Enum(performanceParts, { default: 'month', title: '看哪些' }),
    month: Type.Optional(Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', title: '哪个月' })),
    /** Of whoever keeps them in view: a post, or the unit where nobody was given it. */
    keeper: Type.Optional(Type.String({ minLength: 1, maxLength: 80, title: '谁在跟' })),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  { additionalProperties: false },
);
export type PerformanceQuery = Static<typeof PerformanceQuery>;

/** The month of a day, and of what was asked: from its first day to the first of the next. */
export function monthOf(today: Day, asked: string | undefined): { month: string; from: Day; before: Day } {
  const month = asked ?? today.slice(0, 7);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { month, from: `${month}-01`, before: `${next}-01` };
}

/** Cents. What is due in a month, and what of it is paid; money only. */
type Sums = { count: number; dueCents: number; paidCents: number };
export type KeeperSums = Sums & { keeper: string; name: string; unit: string };

export type PerformanceRow = {
  id: string;
  code: string;
  codeShort: string;
  title: string;
  statusLabel: string;
  obligation: string;
  payer: string;
  payee: string;
  /** null: a deed. */
  amountCents: number | null;
  paidCents: number;
  dueOn: Day | null;
  state: 'open' | 'kept' | 'waived' | 'replaced';
  late: boolean;
  keeper: string;
};

export type Performance = {
  asOf: string;
  place: string;
  month: string;
  sums: Sums;
  /** Of the month's money, by whoever keeps it in view; most first. */
  keepers: KeeperSums[];
  /** Open and over its day, whatever the month; `cents` is what is still to be paid of it. */
  late: { count: number; cents: number };
  /** Open, and no day was agreed on. */
  undated: number;
  rows: PerformanceRow[];
  next: string | null;
};
