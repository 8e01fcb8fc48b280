import type { Plan, ReorganizationInput } from './planReorganization.ts';

/** What is kept of a reorganization: what was asked, what goes where, and which post became which. */
export type Kept = { input: ReorganizationInput; plan: Plan; posts: Record<string, string | null> | null };
export type Reorganization = {
  id: string;
  countyCode: string;
  state: 'drafted' | 'applying' | 'applied' | 'withdrawn';
  plan: Kept;
  draftedBy: string;
  drafter: string;
  draftedAt: Date;
  confirmedBy: string | null;
  confirmer: string | null;
  confirmedAt: Date | null;
  appliedAt: Date | null;
  effectiveOn: string;
  counts: Count[];
  jobId: string | null;
};
export type Count = { label: string; becomes: string; count: number };

export type StandingPost = {
  id: string;
  userId: string;
  name: string;
  unitId: string;
  role: string;
  regionCode: string;
};
