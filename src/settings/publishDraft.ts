import { type Static, Type } from 'typebox';
import type { Day } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type Drafter, type Remarks, type RuleDraft, requirePublisher, requireState } from './draft.ts';
import { mergeRules } from './merge.ts';
import { keptSince } from './pins.ts';
import { nextVersionNumber, type SettingVersion } from './settings.ts';
import type { Path } from './shape.ts';
import { requireReady } from './submitDraft.ts';

export const SendDraftBackInput = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 500, title: '理由' }) },
  { additionalProperties: false },
);
export type SendDraftBackInput = Static<typeof SendDraftBackInput>;

export function sendDraftBack(draft: RuleDraft, actor: Drafter): RuleDraft {
  requirePublisher(actor, draft);
  requireState(draft, 'submitted');
  return { ...draft, state: 'returned' };
}

/** The newest version that a county has of its own, also one that is not in effect yet. */
export const newestOf = (versions: readonly SettingVersion[], countyCode: string): SettingVersion | undefined =>
  versions.filter((each) => each.countyCode === countyCode).toSorted((a, b) => b.version - a.version)[0];

/** True when the county published meanwhile: the draft speaks of rules that are no longer the last ones. */
export function isOutdated(
  draft: Pick<RuleDraft, 'countyCode' | 'base'>,
  versions: readonly SettingVersion[],
): boolean {
  const newest = newestOf(versions, draft.countyCode);
  if (newest === undefined) return false;
  return draft.base.countyCode !== newest.countyCode || draft.base.version !== newest.version;
}

type Published = {
  readonly versions: readonly SettingVersion[];
  readonly remarks: Remarks;
  readonly differences: number;
  readonly today: Day;
};

/** The version that a draft would become: a number that no county has used, and the parts that it leaves as they were. */
export function nextVersion(draft: RuleDraft, versions: readonly SettingVersion[], today: Day): SettingVersion {
  const { countyCode, value, basis, base } = draft;
  const same = (each: SettingVersion) => each.countyCode === base.countyCode && each.version === base.version;
  const before = newestOf(versions, countyCode) ?? versions.find(same);
  const since = before ? keptSince(before, value) : {};
  const version = nextVersionNumber(versions);
  return { countyCode, version, effectiveFrom: draft.effectiveFrom ?? today, basis, value, since };
}

/** Publishes it, as far as this person may and the draft is ready. */
export function publishDraft(draft: RuleDraft, actor: Drafter, published: Published): SettingVersion {
  requirePublisher(actor, draft);
  requireState(draft, 'submitted');
  const newest = newestOf(published.versions, draft.countyCode);
  if (isOutdated(draft, published.versions))
    refuse(
      'conflict',
      'publishedMeanwhile',
      `起草以后，第 ${newest?.version} 版已经发布了。请退回，把它并进草稿再送审，哪一处都不会丢。`,
    );
  requireReady(draft, published);
  return nextVersion(draft, published.versions, published.today);
}

/** What was written since its base, put onto the version that was published meanwhile. */
export function rebaseDraft(
  draft: RuleDraft,
  base: unknown,
  newest: SettingVersion,
): { readonly draft: RuleDraft; readonly clashes: readonly Path[] } {
  requireState(draft, 'draft', 'returned');
  const { value, clashes } = mergeRules(base, draft.value, newest.value);
  const { countyCode, version } = newest;
  return { draft: { ...draft, value, base: { countyCode, version }, revision: draft.revision + 1 }, clashes };
}
