import type { OpenCounts } from './openCounts.ts';

export type DefinitionsView = {
  asOf: string;
  /** What the counts are of. */
  place: string;
  /** Fewer are not ranked by a rate: the county's own number. */
  smallNumber: number;
  /** null for posts that see no place's whole. */
  open: OpenCounts | null;
  /** Disputes whose newest change is still to be added. */
  waiting: number;
};
