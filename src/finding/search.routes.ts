import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import type { Http } from '../platform/http.ts';
import { findBeside } from '../search/beside.ts';
import { searchMatters } from './searchMatters.sql.ts';
import { hitOf, type SearchAnswer, type SearchPage, scopeOf } from './searchView.ts';

const tags = ['查找 search'];
const text = Type.String({ minLength: 1, maxLength: 80, title: '找什么' });
const words = Type.Optional(Type.String({ maxLength: 300 }));
const asked = Type.Object({ text }, { additionalProperties: false });
const pageAsked = Type.Object(
  {
    text,
    status: words,
    category: words,
    unit: words,
    region: Type.Optional(Type.String({ pattern: '^\\d{6,15}$' })),
    after: words,
  },
  { additionalProperties: false },
);
type PageAsked = { text: string; status?: string; category?: string; unit?: string; region?: string; after?: string };

const FIVE = 5;
/** Enough that the likeliest is among them, few enough to be judged in milliseconds. */
const CANDIDATES = 60;
const PAGE = 50;
/** Filters may leave little of a batch: then the next is read, up to here. */
const BATCHES = 6;

async function answer(engine: Engine, actor: Actor, typed: string): Promise<SearchAnswer> {
  const now = engine.now();
  const reference = engine.reference();
  const asked = { text: typed, limit: CANDIDATES, best: FIVE };
  const { found, clocks, cut, numbers } = await searchMatters(engine, actor, asked);
  const best = found.slice(0, FIVE).map((each) => hitOf(each, clocks.get(each.row.id), reference, now));
  return {
    asOf: now.toISOString(),
    scope: scopeOf(actor, reference),
    matters: { total: found.length, more: cut, best },
    ...findBeside(typed, actor.counties, reference.network, reference.directory),
    numbers,
  };
}

const split = (list: string | undefined): string[] | undefined => {
  const values = list?.split(',').filter(Boolean);
  return values?.length ? values : undefined;
};

function filterOf({ status, category, unit, region }: PageAsked) {
  const [statuses, categories] = [split(status), split(category)];
  return {
    ...(statuses && { status: statuses }),
    ...(categories && { category: categories }),
    ...(unit ? { unit } : {}),
    ...(region ? { region } : {}),
  };
}

async function page(engine: Engine, actor: Actor, query: PageAsked): Promise<SearchPage> {
  const now = engine.now();
  const reference = engine.reference();
  const filter = filterOf(query);
  let before = query.after === undefined ? undefined : readCursor(query.after, 'id')[0];
  const rows: SearchPage['rows'] = [];
  for (let batch = 0; batch < BATCHES && rows.length < PAGE; batch += 1) {
    const searched = await searchMatters(engine, actor, { text: query.text, filter, before, limit: PAGE });
    const newestFirst = searched.found.toSorted((a, b) => (a.row.id < b.row.id ? 1 : -1));
    rows.push(...newestFirst.map((each) => hitOf(each, searched.clocks.get(each.row.id), reference, now)));
    before = searched.cut ? searched.last : undefined;
    if (before === undefined || searched.numbers !== 'notAsked')
      return {
        asOf: now.toISOString(),
        scope: scopeOf(actor, reference),
        rows,
        next: before ? cursorOf(before) : null,
        numbers: searched.numbers,
      };
  }
  return {
    asOf: now.toISOString(),
    scope: scopeOf(actor, reference),
    rows,
    next: before ? cursorOf(before) : null,
    numbers: 'notAsked',
  };
}

/** One box for matters, colleagues, units and places: the likeliest five of each, or all matters page by page. */
export function searchRoutes(app: Http, engine: Engine): void {
  app.get('/api/search', { schema: { tags, summary: '找', querystring: asked } }, async (request) => {
    const actor = await requireActor(request, engine);
    return answer(engine, actor, (request.query as { text: string }).text);
  });
  app.get(
    '/api/search/matters',
    { schema: { tags, summary: '找到的全部事项', querystring: pageAsked } },
    async (request) => {
      return page(engine, await requireActor(request, engine), request.query as PageAsked);
    },
  );
}
