import { Type } from 'typebox';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import type { Book } from './book.ts';
import { centerLine, centerView } from './centerView.ts';
import { type NetworkDeps, tags } from './deps.ts';
import { CITY_CODE, countyOf, type RegionRow } from './network.ts';
import { kindWords } from './subjects/unit.ts';

export const countyQuery = Type.Object(
  { county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', sentence: '区县代码是 6 位数字' })) },
  { additionalProperties: false },
);
const centerParams = Type.Object({ key: Type.String({ maxLength: 80 }) });

const regionLine = ({ code, name, short, level, parentCode, initials }: RegionRow) => ({
  code,
  name,
  short,
  level,
  parentCode,
  initials,
});

/** Of the city its counties, so that one can be chosen; of a county everything down to the grids. */
const belongs = (county: string, region: RegionRow) =>
  region.countyCode === county || (county === CITY_CODE && region.level === 'county');

function centersOf(book: Book, county: string) {
  const centers = [...book.centers].filter(([, center]) => center.active && countyOf(center.regionCode) === county);
  return centers.map(([id, center]) => centerLine(id, center));
}

/** What every page picks from: places, units, categories, centers. Any post may read them; none is personal. */
export function networkListRoutes(app: Http, deps: NetworkDeps): void {
  const { gate, reference } = deps;
  const querystring = countyQuery;
  app.get('/api/regions', { schema: { tags, summary: '一个区县的地区与网格', querystring } }, async (request) => {
    const { countyCode } = await gate.requireActor(request);
    const county = request.query.county ?? countyCode;
    return reference
      .current()
      .network.regions.filter((region) => belongs(county, region))
      .map(regionLine);
  });
  app.get('/api/units', { schema: { tags, summary: '一个区县的单位', querystring } }, async (request) => {
    const actor = await gate.requireActor(request);
    const county = request.query.county ?? actor.countyCode;
    const units = reference.current().network.units.filter(({ countyCode }) => countyCode === county);
    return units.map(({ id, name, short, kind, level, regionCode, initials, phone }) => ({
      ...{ id, name, short, kind, kindLabel: kindWords[kind], level, regionCode, initials, phone },
    }));
  });
  app.get('/api/categories', { schema: { tags, summary: '纠纷类别' } }, async (request) => {
    await gate.requireActor(request);
    return reference.current().network.categories.map(({ code, name, english, initials, neverConfirmable, note }) => ({
      ...{ code, name, english, initials, neverConfirmable, note },
    }));
  });
  app.get('/api/centers', { schema: { tags, summary: '一个区县的综治中心', querystring } }, async (request) => {
    const { countyCode } = await gate.requireActor(request);
    return centersOf(reference.current().book, request.query.county ?? countyCode);
  });
  const params = centerParams;
  app.get('/api/centers/:key', { schema: { tags, summary: '一个中心和今天谁在', params } }, async (request) => {
    await gate.requireActor(request);
    const { key } = request.params;
    const { book, calendar } = reference.current();
    const center = book.centers.get(key) ?? refuse('notFound', 'noSuchCenter', '没有这个中心。');
    return centerView(key, center, book, dayOf(deps.now()), calendar);
  });
}
