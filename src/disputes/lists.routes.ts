import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { addDays, dayOf, endOfDay } from '../platform/now.ts';
import type { Engine } from './engine.ts';
import { listLedgerAcross } from './ledger.across.sql.ts';
import type { LedgerDbRow, LedgerFilter } from './listRows.ts';
import { ledgerKey, ledgerRow, workList } from './lists.ts';
import { type Status, statuses } from './procedure.ts';
import { listWorkAcross } from './work.across.sql.ts';

const tags = ['清单 lists'];
const words = Type.Optional(Type.String({ maxLength: 300 }));
const ledgerQuery = Type.Object(
  {
    status: words,
    category: words,
    unit: words,
    source: words,
    due: Type.Optional(
      Type.Union([Type.Literal('overdue'), Type.Literal('today'), Type.Literal('3d'), Type.Literal('7d')]),
    ),
    order: Type.Union([Type.Literal('due'), Type.Literal('opened')], { default: 'due' }),
    after: words,
    before: words,
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  { additionalProperties: false },
);
type LedgerQuery = {
  status?: string;
  category?: string;
  unit?: string;
  source?: string;
  due?: string;
  order: 'due' | 'opened';
  after?: string;
  before?: string;
  limit: number;
};

const running: readonly Status[] = statuses.filter((status) => !['declined', 'struckOff', 'archived'].includes(status));
const split = (text: string | undefined): string[] | undefined => text?.split(',').filter(Boolean);

function dueBefore(due: string | undefined, now: Date): Date | undefined {
  if (due === undefined) return undefined;
  if (due === 'overdue') return now;
  return endOfDay(addDays(dayOf(now), due === 'today' ? 0 : due === '3d' ? 3 : 7));
}

function filterOf(query: LedgerQuery, now: Date): LedgerFilter {
  const cursor = query.after ?? query.before;
  const [at, id] = cursor === undefined ? [] : readCursor(cursor, 2);
  const status = split(query.status)?.filter((word): word is Status => (statuses as readonly string[]).includes(word));
  const category = split(query.category);
  const source = split(query.source);
  const before = dueBefore(query.due, now);
  return {
    status: status?.length ? status : running,
    order: query.order,
    limit: query.limit + 1,
    ...(category?.length ? { category } : {}),
    ...(source?.length ? { source } : {}),
    ...(query.unit ? { unit: query.unit } : {}),
    ...(before ? { dueBefore: before } : {}),
    ...(at && id
      ? { from: { at, id, direction: query.before === undefined ? ('after' as const) : ('before' as const) } }
      : {}),
  };
}

const keyOf = (row: LedgerDbRow | undefined): string | null => (row ? cursorOf(row.sortAt, row.id) : null);

async function ledgerPage(engine: Engine, actor: Actor, query: LedgerQuery) {
  const now = engine.now();
  const filter = filterOf(query, now);
  const { viewer, scope } = ledgerKey(actor);
  const { rows, total } = await reading(engine.db, actor, (queries) =>
    listLedgerAcross(queries, actor.counties, viewer, filter),
  );
  const backward = filter.from?.direction === 'before';
  const more = rows.length > query.limit;
  const page = backward ? rows.slice(more ? 1 : 0) : rows.slice(0, query.limit);
  const reference = engine.reference();
  return {
    asOf: now.toISOString(),
    scope,
    rows: page.map((row) => ledgerRow(row, actor, reference, now)),
    total,
    next: more || backward ? keyOf(page.at(-1)) : null,
    previous: (backward ? more : filter.from !== undefined) ? keyOf(page[0]) : null,
  };
}

/** My work and the ledger. Filters live in the address; pages go on by key, both ways. */
export function listRoutes(app: Http, engine: Engine): void {
  app.get('/api/work', { schema: { tags, summary: '我的待办' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const rows = await reading(engine.db, actor, (queries) => listWorkAcross(queries, actor.counties, actor.viewers));
    return workList(rows, actor, engine.reference(), engine.now());
  });
  app.get('/api/ledger', { schema: { tags, summary: '台账', querystring: ledgerQuery } }, async (request) => {
    return ledgerPage(engine, await requireActor(request, engine), request.query as LedgerQuery);
  });
}
