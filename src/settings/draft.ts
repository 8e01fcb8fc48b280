import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import type { Day } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';

/** Which version: numbers are given once, but a county and the city may both have shipped with number 1. */
export type VersionRef = { readonly countyCode: string; readonly version: number };

/** The next version of a county's rules while people write it. `value` may be half done until it is handed in. */
export type RuleDraft = {
  readonly id: string;
  readonly countyCode: string;
  readonly state: 'draft' | 'submitted' | 'returned' | 'published' | 'withdrawn';
  readonly value: unknown;
  readonly effectiveFrom: Day | null;
  readonly basis: string;
  readonly note: string;
  readonly base: VersionRef;
  readonly revision: number;
  readonly authorId: string;
  /** Everybody who wrote in it: none of them may publish it. */
  readonly editorIds: readonly string[];
  readonly savedBy: string;
  readonly savedAt: Date;
};

/** What the owner of the rules says of a value: `problems` keep it from being handed in, `warnings` are told. */
export type Remarks = {
  readonly problems: Readonly<Record<string, string>>;
  readonly warnings: Readonly<Record<string, string>>;
};

export type Drafter = Pick<Actor, 'userId' | 'role' | 'countyCode' | 'centerId'>;

/** The county's own center; street and village centers work by its rules. */
function belongs(actor: Drafter, countyCode: string): boolean {
  if (actor.countyCode !== countyCode) return false;
  return actor.role === 'systemAdmin' || actor.centerId === `${countyCode}-center`;
}

export const mayDraft = (actor: Drafter, countyCode: string): boolean =>
  mayEnter('draftingRules', actor.role) && belongs(actor, countyCode);
const mayPublish = (actor: Drafter, countyCode: string): boolean =>
  mayEnter('publishingRules', actor.role) && belongs(actor, countyCode);

export function requireDrafter(actor: Drafter, countyCode: string): void {
  if (mayDraft(actor, countyCode)) return;
  refuse(
    'forbidden',
    'notYourRules',
    '规则由本区县综治中心的主任、分流岗、督办岗或系统管理员起草，市里的缺省由市里的起草。',
  );
}

/** Why this person may not publish or return it; null when they may. */
export function whyNotPublish(actor: Drafter, draft: Pick<RuleDraft, 'countyCode' | 'editorIds'>): string | null {
  if (!mayPublish(actor, draft.countyCode))
    return '规则由本区县综治中心的主任、办结审核岗或系统管理员审核发布，市里的缺省由市里的发布。';
  if (draft.editorIds.includes(actor.userId)) return '改的人不能自己发布，请同一个中心的另一个人来审。';
  return null;
}

export function requirePublisher(actor: Drafter, draft: Pick<RuleDraft, 'countyCode' | 'editorIds'>): void {
  const sentence = whyNotPublish(actor, draft);
  if (sentence !== null) refuse('forbidden', 'notYoursToPublish', sentence);
}

const stateWords: Readonly<Record<RuleDraft['state'], string>> = {
  draft: '还在写',
  submitted: '已经送审',
  returned: '已经退回',
  published: '已经发布',
  withdrawn: '已经作废',
};

/** Somebody else was quicker. */
export function requireState(draft: RuleDraft, ...states: readonly RuleDraft['state'][]): void {
  if (states.includes(draft.state)) return;
  refuse('conflict', 'draftMoved', `这份草稿${stateWords[draft.state]}，不能这样做了。刷新看现在的样子。`);
}
