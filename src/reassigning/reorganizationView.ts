import type { Book } from '../network/book.ts';
import { roleLabel } from '../people/roles.ts';
import type { Plan } from './planReorganization.ts';
import type { Count, Reorganization, StandingPost } from './reorganizationRow.ts';

type Pair = { from: string; fromName: string; to: string; toName: string };
export type PlanView = {
  units: Pair[];
  regions: Pair[];
  movedUnits: Pair[];
  counts: Count[];
  posts: { name: string; roleLabel: string; from: string; to: string | null }[];
};

export type ReorganizationView = {
  id: string;
  kind: string;
  subject: string;
  subjectName: string;
  successor: string;
  successorName: string;
  effectiveOn: string;
  reason: string;
  basis: string;
  postsMove: boolean;
  state: Reorganization['state'];
  drafter: string;
  draftedAt: string;
  confirmer: string | null;
  appliedAt: string | null;
  counts: Count[];
  mine: boolean;
  jobId: string | null;
};

const nameOf = (book: Book, id: string): string =>
  book.units.get(id)?.name ?? book.centers.get(id)?.name ?? book.regions.get(id)?.name ?? '';

export function planView(
  book: Book,
  plan: Plan,
  posts: readonly StandingPost[],
  counts: readonly Count[],
  move: boolean,
): PlanView {
  const fresh = new Map(plan.newRegions.map(({ code, name }) => [code, name]));
  const pairs = (map: Record<string, string>): Pair[] =>
    Object.entries(map).map(([from, to]) => ({
      from,
      fromName: nameOf(book, from),
      to,
      toName: fresh.get(to) ?? nameOf(book, to),
    }));
  return {
    units: pairs(plan.units),
    regions: pairs(plan.regions),
    movedUnits: pairs(plan.movedUnits),
    counts: counts.filter(({ count }) => count > 0),
    posts: posts.map(({ name, role, unitId, regionCode }) => {
      const goes = move || !(unitId in plan.units);
      const to = nameOf(book, plan.units[unitId] ?? unitId) || nameOf(book, plan.regions[regionCode] ?? regionCode);
      return { name, roleLabel: roleLabel(role), from: nameOf(book, unitId), to: goes ? to : null };
    }),
  };
}

export function reorganizationView(row: Reorganization, book: Book, reader: string): ReorganizationView {
  const { input } = row.plan;
  return {
    id: row.id,
    kind: input.kind,
    subject: input.subject,
    subjectName: nameOf(book, input.subject),
    successor: input.successor,
    successorName: nameOf(book, input.successor),
    effectiveOn: row.effectiveOn,
    reason: input.reason,
    basis: input.basis,
    postsMove: input.posts === 'move',
    state: row.state,
    drafter: row.drafter,
    draftedAt: row.draftedAt.toISOString(),
    confirmer: row.confirmer,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    counts: row.counts.length > 0 ? row.counts : [],
    mine: row.draftedBy === reader,
    jobId: row.jobId,
  };
}
