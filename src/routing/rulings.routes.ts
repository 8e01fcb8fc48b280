import { Type } from 'typebox';
import { DayField } from '../matters/fields.ts';
import type { Network } from '../network/lookup.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { reading } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Http } from '../platform/http.ts';
import { addDays, addMonths, type Day, dayOf, endOfDay } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { listAccuracy } from './accuracy.across.sql.ts';
import { type AccuracyTable, rateOf, sumOf } from './accuracy.ts';
import type { RoutingRules } from './rules.ts';
import { listRulingsAcross } from './rulings.across.sql.ts';
import { listPrecedents } from './rulings.sql.ts';
import { type Precedent, type RulingFilter, type RulingPage, results, rulingRow } from './rulings.ts';

/** What the routing court stands on; the server's engine has it. */
export type CourtDeps = Deps & {
  reference(): { network: Network; rulesFor(countyCode: string): { rules: Pick<RoutingRules, 'court'> } };
};

const tags = ['派单裁定 rulings'];
const category = Type.Optional(Type.String({ pattern: '^[0-9]{2}$', sentence: '类别代码是两位数字' }));
const period = { from: Type.Optional(DayField), to: Type.Optional(DayField) };
const listQuery = Type.Object(
  {
    ...period,
    category,
    result: Type.Optional(Type.Union([...results.map((each) => Type.Literal(each)), Type.Literal('all')])),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  { additionalProperties: false },
);
const accuracyQuery = Type.Object(period, { additionalProperties: false });
const precedentQuery = Type.Object(
  {
    category: Type.String({ pattern: '^[0-9]{2}$', sentence: '类别代码是两位数字' }),
    county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', sentence: '区县代码是 6 位数字' })),
  },
  { additionalProperties: false },
);
const PRECEDENTS = 8;

type Period = { from?: string; to?: string };
type ListQuery = Period & { category?: string; result?: RulingFilter['result']; after?: string; limit: number };

/** Without days named: the year that ends today. */
function daysOf({ from, to }: Period, now: Date): { first: Day; last: Day; from: Date; to: Date } {
  const last = to ?? dayOf(now);
  const first = from ?? addDays(addMonths(last, -12), 1);
  if (first > last) refuseField('to', '结束的一天不能早于开始的一天。');
  return { first, last, from: endOfDay(addDays(first, -1)), to: endOfDay(last) };
}

async function rulingPage(deps: CourtDeps, actor: Actor, query: ListQuery): Promise<RulingPage> {
  const now = deps.now();
  const { from, to } = daysOf(query, now);
  const [at, id] = query.after === undefined ? [] : readCursor(query.after, 'time', 'id');
  const filter: RulingFilter = {
    from,
    to,
    limit: query.limit + 1,
    ...(query.category ? { category: query.category } : {}),
    ...(query.result ? { result: query.result } : {}),
    ...(actor.role === 'unitHead' ? { unitId: actor.unitId } : {}),
    ...(at && id ? { after: { at, id } } : {}),
  };
  const found = await reading(deps.db, actor, (queries) => listRulingsAcross(queries, actor.counties, filter));
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  const { network } = deps.reference();
  return {
    asOf: now.toISOString(),
    rows: rows.map((row) => rulingRow(row, actor, network)),
    next: found.length > rows.length && last ? cursorOf(last.sortAt, last.id) : null,
  };
}

async function accuracyTable(deps: CourtDeps, actor: Actor, query: Period): Promise<AccuracyTable> {
  const now = deps.now();
  const { first, last, from, to } = daysOf(query, now);
  const { network, rulesFor } = deps.reference();
  const { smallNumber } = rulesFor(actor.countyCode).rules.court;
  const counts = await reading(deps.db, actor, (queries) => listAccuracy(queries, actor.counties, from, to));
  const rows = counts.map((row) => ({
    ...row,
    name: network.category(row.category)?.name ?? row.category,
    rate: rateOf(row, smallNumber),
  }));
  const sum = sumOf(rows);
  const total = { ...sum, category: '', name: '', rate: rateOf(sum, smallNumber) };
  return { asOf: now.toISOString(), from: first, to: last, smallNumber, rows, total };
}

async function precedents(deps: CourtDeps, actor: Actor, code: string, county: string): Promise<Precedent[]> {
  const { network } = deps.reference();
  const name = (id: string) => network.unit(id)?.short ?? id;
  const short = network.region(county)?.short ?? '';
  const rows = await reading(deps.db, actor, (queries) => listPrecedents(queries, county, code, PRECEDENTS));
  return rows.map((row) => ({
    at: row.at.toISOString(),
    from: name(row.fromUnitId),
    to: name(row.toUnitId),
    outcome: row.outcome,
    code: row.code,
    codeShort: row.code && shortCode(row.code, short),
    words: row.words,
  }));
}

/** The routing court 派单裁定: what was sent back and how it was ruled, how often dispatches were right, earlier rulings. */
export function rulingRoutes(app: Http, deps: CourtDeps): void {
  const listing = { tags, summary: '退回与裁定', querystring: listQuery };
  app.get('/api/rulings', { schema: listing }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'rulings');
    return rulingPage(deps, actor, request.query as ListQuery);
  });
  const counting = { tags, summary: '各类别派单准不准', querystring: accuracyQuery };
  app.get('/api/routing-accuracy', { schema: counting }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'rulings');
    return accuracyTable(deps, actor, request.query as Period);
  });
  const earlier = { tags, summary: '同类别以前的裁定', querystring: precedentQuery };
  app.get('/api/precedents', { schema: earlier }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'precedents');
    const { category: code, county = actor.countyCode } = request.query as { category: string; county?: string };
    return precedents(deps, actor, code, county);
  });
}
