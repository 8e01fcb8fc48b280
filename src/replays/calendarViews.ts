import type { Count } from './tally.ts';

export type NamedCount = Count & { code: string; name: string };

/** A plan, or what was applied, as its page shows it: figures only. */
export type RunView = {
  id: string;
  state: 'planned' | 'applied';
  year: number;
  version: number;
  source: string;
  plannedAt: string;
  appliedAt: string | null;
  whole: Count & { told: number };
  counties: NamedCount[];
  units: NamedCount[];
};
export type MovedView = {
  key: string;
  code: string;
  kind: string;
  label: string;
  from: string | null;
  to: string | null;
};
export type ProvisionalView = { key: string; code: string; kind: string; label: string; dueAt: string | null };
export type Paged<Item> = { items: Item[]; next: string | null };
