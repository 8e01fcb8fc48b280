import { type Status, statusLabels } from '../disputes/procedure.ts';
import type { Source } from '../intake/registerInput.ts';
import { sourceWords } from '../intake/sourceWords.ts';
import type { Network } from '../network/lookup.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { counting } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { isDay, toIso } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { serviceLabel } from '../reception/services.ts';
import { type FigureFilter, type FilterName, filterNames, readFilter } from './figure.ts';
import { countListed, type DisputeMeasure, type FigureAsk, type FigureRow, listFigure } from './figures.across.sql.ts';
import { countWithHidden } from './kept.sql.ts';
import { measureFacts, ofVisits } from './measures.ts';
import { type Span, spanOf } from './period.ts';
import type { ListQuery } from './reportAsk.ts';
import { centersOf, placeName, placeOf, type ReportDeps } from './reports.sql.ts';
import type { FigureList, FigureListRow } from './reportView.ts';
import { type ReportScope, reportScope } from './scope.ts';
import { countListedVisits, listVisits } from './visits.across.sql.ts';

const PAGE = 50;
const difficulties: Readonly<Record<string, string>> = { simple: '简单', ordinary: '一般', complex: '复杂' };

/** A word of a filter as people say it. */
export function filterWord(network: Network, name: FilterName, word: string): string {
  const words: Record<FilterName, () => string> = {
    categories: () => network.category(word)?.name ?? word,
    sources: () => sourceWords[word as Source]?.zh ?? word,
    regions: () => placeName(network, word),
    units: () => network.unit(word)?.short ?? word,
    difficulties: () => difficulties[word] ?? word,
    services: () => serviceLabel(word),
  };
  return words[name]();
}

const filterTitles: Record<FilterName, string> = {
  categories: '类别',
  sources: '来源',
  regions: '地区',
  units: '牵头单位',
  difficulties: '难易',
  services: '服务',
};

export function filterNamed(network: Network, filter: FigureFilter): { name: string; words: string }[] {
  return filterNames.flatMap((name) => {
    const words = filter[name];
    return words
      ? [{ name: filterTitles[name], words: words.map((word) => filterWord(network, name, word)).join('、') }]
      : [];
  });
}

function spanAsked({ from, to, asOf }: ListQuery, now: Date): Span {
  if (!isDay(from) || !isDay(to) || from > to)
    refuseField('from', '起止日期不对：写成 2026-10-01 到 2026-10-31 这样。');
  const moment = asOf === undefined ? now : new Date(asOf);
  return spanOf({ from, to }, moment < now ? moment : now, asOf === undefined);
}

function disputeRow(row: FigureRow, network: Network, yuan: boolean): FigureListRow {
  const short = (code: string) => network.region(code)?.short;
  const unit = row.leadUnitId ?? row.receivingCenterId;
  return {
    code: row.code,
    codeShort: shortCode(row.code, short(row.countyCode) ?? ''),
    title: row.title,
    category: row.categoryCode === null ? '' : (network.category(row.categoryCode)?.name ?? ''),
    place: placeName(network, row.regionCode.slice(0, 9)),
    unit: network.unit(unit)?.short ?? unit,
    statusLabel: statusLabels[row.status as Status]?.zh ?? '',
    restricted: row.restricted,
    at: row.at.toISOString(),
    value: yuan ? row.value / 100 : row.value,
  };
}

type Page = { limit: number; from: { at: string; id: string } | undefined };
type Listing = { scope: ReportScope; span: Span; filter: FigureFilter; page: Page };
type Found = Pick<FigureList, 'value' | 'total' | 'hidden' | 'disputes' | 'visits'> & {
  last: { sortAt: string; id: string } | undefined;
};

type Head = { value: number; total: number; hidden: number };

/** The figure itself. Where a row adds more or less than one, the rows are counted beside it. */
async function headOf(deps: ReportDeps, actor: Actor, ask: FigureAsk, scope: ReportScope): Promise<Head> {
  const { measure, span, filter } = ask;
  const { unit } = measureFacts(measure);
  const asked = { span, now: deps.now() };
  if (unit === '件') {
    const head = await countWithHidden(deps.db, actor, scope, { what: measure, filter }, asked);
    return { ...head, total: head.value };
  }
  const house = { counties: scope.counties, viewers: ['system'] };
  const count = (hiddenFrom: readonly string[] | null) =>
    counting(deps.db, house, (queries) => countListed(queries, { scope, hiddenFrom }, ask));
  const [all, hidden] = await Promise.all([count(null), count(actor.viewers)]);
  return { value: unit === '元' ? all.value / 100 : all.value, total: all.n, hidden: hidden.n };
}

/** The actor's own sight lists; beside it the house counts what is restricted from the actor. */
async function disputesOf(
  deps: ReportDeps,
  actor: Actor,
  measure: DisputeMeasure,
  { scope, span, filter, page }: Listing,
): Promise<Found> {
  const ask = { measure, span, filter };
  const list = counting(deps.db, actor, (queries) =>
    listFigure(queries, { scope, hiddenFrom: null }, ask, { ...page, limit: page.limit + 1 }),
  );
  const [{ value, total, hidden }, found] = await Promise.all([headOf(deps, actor, ask, scope), list]);
  const rows = found.slice(0, page.limit);
  const yuan = measureFacts(measure).unit === '元';
  return {
    ...{ value, total, hidden },
    disputes: rows.map((row) => disputeRow(row, deps.reference().network, yuan)),
    visits: [],
    last: found.length > page.limit ? rows.at(-1) : undefined,
  };
}
async function visitsOf(
  deps: ReportDeps,
  actor: Actor,
  measure: 'visits' | 'personTimes',
  { scope, span, filter, page }: Listing,
): Promise<Found> {
  const { network } = deps.reference();
  const look = { counties: scope.counties, centers: centersOf(scope, network) };
  const house = { counties: scope.counties, viewers: ['system'] };
  const { rows: found, ...counts } = await counting(deps.db, house, async (queries) => ({
    ...(await countListedVisits(queries, look, span, filter)),
    rows: await listVisits(queries, look, span, filter, { ...page, limit: page.limit + 1 }),
  }));
  const rows = found.slice(0, page.limit);
  const ids = rows.flatMap(({ matterId }) => (matterId === null ? [] : [matterId]));
  const codes = await counting(deps.db, actor, async (queries) => {
    if (ids.length === 0) return new Map<string, string>();
    const known = queries
      .selectFrom('matter')
      .select(['id', 'code'])
      .where('county_code', 'in', [...scope.counties]);
    return new Map((await known.where('id', 'in', ids).execute()).map(({ id, code }) => [id, code]));
  });
  return {
    value: counts[measure],
    total: counts.visits,
    hidden: 0,
    disputes: [],
    visits: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      center: network.unit(row.centerId)?.short ?? row.centerId,
      services: row.services.map((service) => serviceLabel(service)),
      headCount: row.headCount,
      code: row.matterId === null ? null : (codes.get(row.matterId) ?? null),
    })),
    last: found.length > page.limit ? rows.at(-1) : undefined,
  };
}

/** The list behind a figure, by the condition that counted it. */
export async function readFigureList(deps: ReportDeps, actor: Actor, query: ListQuery): Promise<FigureList> {
  const scope = reportScope(actor, query.county);
  if (scope.counties.length === 0) refuseField('county', '现在的岗位看不到那个区县。');
  const { network } = deps.reference();
  const { what } = query;
  const filter = readFilter(query);
  const span = spanAsked(query, deps.now());
  const [at, id] = query.after === undefined ? [] : readCursor(query.after, 'time', 'id');
  const from = at !== undefined && id !== undefined ? { at, id } : undefined;
  const listing: Listing = { scope, span, filter, page: { limit: query.limit ?? PAGE, from } };
  const { last, ...found } = ofVisits(what)
    ? await visitsOf(deps, actor, what as 'visits', listing)
    : await disputesOf(deps, actor, what as DisputeMeasure, listing);
  const { zh, text, unit } = measureFacts(what);
  return {
    ...{ what, title: zh, text, unit, named: filterNamed(network, filter), place: placeOf(network, scope, query) },
    ...{ from: query.from, to: query.to, asOf: toIso(span.asOf) },
    ...found,
    next: last ? cursorOf(last.sortAt, last.id) : null,
  };
}
