import { filterNames } from '../../../reports/figure.ts';
import { type PeriodKind, periodKinds } from '../../../reports/period.ts';
import { type ReportKind, reportKinds } from '../../../reports/reportAsk.ts';

/** The address of a report: which, of which period, of whom; or one that was handed in. */
export type ReportSearch = {
  kind?: ReportKind;
  period?: PeriodKind;
  day?: string;
  county?: string;
  region?: string;
  unit?: string;
};
/** The address of a list behind a figure, as the server asks for it. */
export type FigureSearch = Partial<
  Record<'what' | 'from' | 'to' | 'asOf' | 'county' | 'after' | (typeof filterNames)[number], string>
>;

type Raw = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const given = <K extends string>(search: Raw, keys: readonly K[]): Partial<Record<K, string>> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = text(search[key]);
      return value === undefined ? [] : [[key, value]];
    }),
  ) as Partial<Record<K, string>>;

export function readReportSearch(search: Raw): ReportSearch {
  const kind = reportKinds.find((each) => each === search.kind);
  const period = periodKinds.find((each) => each === search.period);
  return { ...(kind && { kind }), ...(period && { period }), ...given(search, ['day', 'county', 'region', 'unit']) };
}

export const readFigureSearch = (search: Raw): FigureSearch =>
  given(search, ['what', 'from', 'to', 'asOf', 'county', 'after', ...filterNames]);
