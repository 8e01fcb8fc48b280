import type { Day } from '../platform/now.ts';
import { type Drafter, mayDraft, type RuleDraft, type VersionRef, whyNotPublish } from './draft.ts';

/** A draft in a list. */
export type DraftLine = {
  id: string;
  countyCode: string;
  state: RuleDraft['state'];
  effectiveFrom: Day | null;
  basis: string;
  author: string;
  savedBy: string;
  savedAt: string;
  submittedAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string;
  publishedVersion: number | null;
};

/** A draft opened: with what it is compared to, what is to be corrected, and what its reader may do. */
export type DraftView = DraftLine & {
  value: Record<string, unknown>;
  note: string;
  revision: number;
  base: VersionRef & { effectiveFrom: Day; value: Record<string, unknown> };
  /** The version that was published since this was begun. */
  newer: number | null;
  problems: Readonly<Record<string, string>>;
  warnings: Readonly<Record<string, string>>;
  mayEdit: boolean;
  mayPublish: boolean;
  whyNotPublish: string | null;
};

/** A draft with the names of those who had it in hand. */
export type Kept = RuleDraft & {
  readonly author: string;
  readonly savedByName: string;
  readonly submittedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string;
  readonly publishedVersion: number | null;
};

export const draftLine = (draft: Kept): DraftLine => ({
  id: draft.id,
  countyCode: draft.countyCode,
  state: draft.state,
  effectiveFrom: draft.effectiveFrom,
  basis: draft.basis,
  author: draft.author,
  savedBy: draft.savedByName,
  savedAt: draft.savedAt.toISOString(),
  submittedAt: draft.submittedAt?.toISOString() ?? null,
  decidedBy: draft.decidedBy,
  decidedAt: draft.decidedAt?.toISOString() ?? null,
  reason: draft.reason,
  publishedVersion: draft.publishedVersion,
});

/** Where the buttons of a draft come from. */
export function mayDo(draft: RuleDraft, actor: Drafter) {
  const open = draft.state === 'draft' || draft.state === 'returned';
  const why = whyNotPublish(actor, draft);
  return {
    mayEdit: open && mayDraft(actor, draft.countyCode),
    mayPublish: draft.state === 'submitted' && why === null,
    whyNotPublish: draft.state === 'submitted' ? why : null,
  };
}
