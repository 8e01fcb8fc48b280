export type Pattern = 'full' | 'striped' | 'outline';
export type Series = { name: string; color: string; pattern: Pattern; values: readonly number[] };

/** A picture as data: the same rows and columns as the table beside it. */
export type Picture = {
  kind: 'line' | 'bars';
  /** What is read out in its place. */
  spoken: string;
  names: readonly string[];
  series: readonly Series[];
  stacked?: boolean;
};
