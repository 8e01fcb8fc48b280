/** 'person', 'elder', or an organization by its name. */
export type Side = 'person' | 'elder' | `org:${string}`;

/**
 * What people quarrel about, in their words; who, where and when come from the cast list.
 * {元} is the amount asked, {付} what is agreed, {楼} a building, {日} the day on which it began.
 */
export type Matter = {
  readonly name: string;
  readonly category: string;
  readonly title: string;
  readonly from: readonly Side[];
  readonly against: readonly Side[];
  readonly facts: string;
  readonly demands: string;
  readonly report: string;
  readonly terms: string;
  readonly yuan?: number;
  readonly pay?: number;
  readonly people?: number;
  /** How many days before it was registered it began; two or three weeks without it. */
  readonly began?: number;
};

const one: Pick<Matter, 'from' | 'against'> = { from: ['person'], against: ['person'] };

type Written = Omit<Matter, 'category' | 'from' | 'against'> & Partial<Pick<Matter, 'from' | 'against'>>;

/** Matters of one category; two people unless it says otherwise. */
export function matters(category: string, written: readonly Written[]): Matter[] {
  return written.map((matter) => ({ category, ...one, ...matter }));
}
