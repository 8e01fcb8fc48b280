import {
  type BoardFilter,
  type BoardSort,
  type BoardState,
  type BoardTab,
  boardSorts,
  boardStates,
  boardTabs,
} from '../../../dashboards/boardInput.ts';
import type { BoardRow } from '../../../dashboards/boardView.ts';

/** The address of the board: whose rows, in which order, narrowed to what. */
export type BoardSearch = BoardFilter & { by?: BoardTab; sort?: BoardSort; print?: '1' };
/** The address of a list behind a figure; `by` and `sort` find the way back. */
export type MattersSearch = BoardFilter & {
  by?: BoardTab;
  sort?: BoardSort;
  state?: BoardState;
  ground?: string;
  day?: string;
  to?: string;
  week?: string;
  level?: string;
  waiting?: '1';
  after?: string;
};

const filterKeys = ['county', 'region', 'unit', 'clock', 'category'] as const;

function given(search: Record<string, unknown>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = search[key];
      return typeof value === 'string' && value !== '' ? [[key, value] as const] : [];
    }),
  );
}

const known = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value);

/** The address is the state: whatever it does not know is dropped. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const [by, sort] = [known(boardTabs, search.by), known(boardSorts, search.sort)];
  const print = search.print === '1' ? { print: '1' as const } : {};
  return { ...(by && { by }), ...given(search, filterKeys), ...(sort && { sort }), ...print };
}

export function readMattersSearch(search: Record<string, unknown>): MattersSearch {
  const state = known(boardStates, search.state);
  const rest = given(search, ['ground', 'level', 'day', 'to', 'week', 'after']);
  const waiting = search.waiting === '1' ? { waiting: '1' as const } : {};
  const { print: _, ...board } = readBoardSearch(search);
  return { ...(state && { state }), ...board, ...rest, ...waiting };
}

export const filterOf = (search: BoardFilter): BoardFilter => given(search, filterKeys);
export const activeFilters = (search: BoardFilter): (keyof BoardFilter)[] =>
  filterKeys.filter((key) => search[key] !== undefined);

export function withoutFilter(search: BoardSearch, key: keyof BoardFilter): BoardSearch {
  // A place lies in its county: without the county the place goes too.
  const gone: readonly string[] = key === 'county' ? ['county', 'region'] : [key];
  return Object.fromEntries(Object.entries(search).filter(([name]) => !gone.includes(name)));
}

/** The filter that a row stands for, on top of those that are on. */
export function rowFilter(search: BoardSearch, by: BoardTab, key: string): BoardFilter {
  const filter = filterOf(search);
  if (by !== 'region') return { ...filter, [by]: key };
  return { ...filter, ...(key.length === 6 ? { county: key } : { region: key }) };
}

/** Where the name of a row leads: a place opens its parts, a unit its clocks, anything else the units. */
export function drill(search: BoardSearch, by: BoardTab, row: Pick<BoardRow, 'key' | 'drill'>): BoardSearch {
  const filter = rowFilter(search, by, row.key);
  const next: BoardTab = by === 'region' && row.drill !== null ? 'region' : by === 'unit' ? 'clock' : 'unit';
  return { by: next, ...filter };
}
