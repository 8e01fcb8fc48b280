import type { Day } from '../platform/now.ts';
import type { SpecialDay } from './calendar.ts';

/** A version of a year as its page shows it. */
export type VersionView = {
  year: number;
  version: number;
  source: string;
  publishedOn: Day | null;
  publishedAt: string | null;
  publishedBy: string | null;
  runId: string | null;
  days: SpecialDay[];
};
export type DraftView = {
  year: number;
  baseVersion: number;
  revision: number;
  source: string;
  publishedOn: Day | null;
  days: SpecialDay[];
  savedBy: string | null;
  savedAt: string;
  problems: Readonly<Record<string, string>>;
};
/** `keeps`: the reader may prepare and publish. */
export type YearView = {
  year: number;
  published: boolean;
  sentence: string | null;
  version: number;
  source: string | null;
  publishedOn: Day | null;
  days: SpecialDay[];
  missingYear: number | null;
  versions: VersionView[];
  keeps: boolean;
  draft: DraftView | null;
};

export type DayChange = { day: Day; before: SpecialDay | null; after: SpecialDay | null };

/** The days on which two versions of a year differ, in their order. */
export function changedDays(before: readonly SpecialDay[], after: readonly SpecialDay[]): DayChange[] {
  const [old, next] = [before, after].map((days) => new Map(days.map((each) => [each.day, each])));
  const days = [...new Set([...before, ...after].map(({ day }) => day))].sort();
  return days.flatMap((day) => {
    const change = { day, before: old?.get(day) ?? null, after: next?.get(day) ?? null };
    const same = change.before?.kind === change.after?.kind && change.before?.name === change.after?.name;
    return same ? [] : [change];
  });
}
