import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Calendar, makeCalendar, type PublishedYear, type SpecialDay } from '../../../calendar/calendar.ts';
import { now } from '../../../platform/now.ts';
import type { VersionRef } from '../../../settings/draft.ts';
import type { DraftLine, DraftView } from '../../../settings/draftView.ts';
import type { Shape } from '../../../settings/shape.ts';
import { api } from '../api.ts';
import { queryClient, regionsQuery } from '../queries.ts';

export type Rules = Record<string, unknown>;

/** The rules that hold today. */
export type SettingsToday = {
  countyCode: string;
  /** The county itself, or the city where the county has none. */
  heldBy: string;
  version: number;
  effectiveFrom: string;
  basis: string;
  rules: Rules;
  mayDraft: boolean;
};

export type VersionLine = VersionRef & {
  effectiveFrom: string;
  basis: string;
  note: string;
  author: string | null;
  approver: string | null;
  approvedAt: string | null;
};
/** `changed`: the parts that are new in it; none where all of it is. */
export type HistoryLine = VersionLine & { changed: readonly string[] };
type Versions = { countyCode: string; inEffect: VersionRef; versions: HistoryLine[] };

export const settingsQuery = (county: string) =>
  queryOptions({
    queryKey: ['settings', county],
    queryFn: () => api.get<SettingsToday>('/api/settings', { county }),
  });
export const shapeQuery = queryOptions({
  queryKey: ['settings', 'schema'],
  queryFn: () => api.get<Shape>('/api/settings/schema'),
  staleTime: Number.POSITIVE_INFINITY,
});
export const versionsQuery = (county: string) =>
  queryOptions({
    queryKey: ['settings', 'versions', county],
    queryFn: () => api.get<Versions>('/api/settings/versions', { county }),
  });
export const versionQuery = ({ countyCode, version }: VersionRef) =>
  queryOptions({
    queryKey: ['settings', 'version', countyCode, version],
    queryFn: () => api.get<VersionLine & { rules: Rules }>(`/api/settings/versions/${countyCode}/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const pinsQuery = (county: string) =>
  queryOptions({
    queryKey: ['settings', 'pins', county],
    queryFn: () => api.get<{ version: number; open: number }[]>('/api/settings/pins', { county }),
  });
export const draftsQuery = (county: string) =>
  queryOptions({
    queryKey: ['settings', 'drafts', county],
    queryFn: () => api.get<DraftLine[]>('/api/settings/drafts', { county }),
  });
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['settings', 'draft', id],
    queryFn: () => api.get<DraftView>(`/api/settings/drafts/${id}`),
  });

type CalendarYear = { published: boolean; days: SpecialDay[] } & PublishedYear;

/** This year and the next, for examples that are computed here. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar', 'example'],
  queryFn: async (): Promise<Calendar> => {
    const year = now().getFullYear();
    const years = await Promise.all([year, year + 1].map((each) => api.get<CalendarYear>(`/api/calendar/${each}`)));
    const published = years.filter((each) => each.published);
    return makeCalendar(
      published,
      published.flatMap(({ days }) => days),
    );
  },
  staleTime: 10 * 60_000,
});

/** After something happened to a draft or a version. */
export const settingsChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['settings'] });

/** '140106.5' in an address. */
export const refText = ({ countyCode, version }: VersionRef): string => `${countyCode}.${version}`;
export function readRef(text: string | undefined): VersionRef | null {
  const [, countyCode = '', version = ''] = /^(\d{6})\.(\d{1,6})$/.exec(text ?? '') ?? [];
  return countyCode === '' ? null : { countyCode, version: Number(version) };
}

/** 「迎泽区」; its code while the name is on its way. */
export function useCountyName(code: string): string {
  const { data } = useQuery(regionsQuery(code));
  return data?.find((region) => region.code === code)?.short ?? code;
}
