import { type Static, Type } from 'typebox';
import type { Network } from '../network/lookup.ts';
import { CITY_CODE, isWithin } from '../network/network.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf, daysBetween, endOfDay, isDay, startOfDay, toIso } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { type HallDeps, hallRulesOf, tags } from './deps.ts';
import { serviceLabel } from './services.ts';
import { countServices, countVisits } from './visitTotals.sql.ts';

const SpanQuery = Type.Object(
  {
    from: Type.Optional(Type.String({ format: 'date', title: '从哪天' })),
    to: Type.Optional(Type.String({ format: 'date', title: '到哪天' })),
  },
  { additionalProperties: false },
);
const LONGEST = 366;

/** The own center and those below it: a superior sees their figures and never their rows. */
function centersOf(network: Network, { regionCode, centerId }: Actor): string[] {
  const below = network.units.filter(
    (unit) =>
      unit.kind === 'center' && unit.active && (regionCode === CITY_CODE || isWithin(unit.regionCode, regionCode)),
  );
  const ids = below.map(({ id }) => id);
  return centerId === null ? ids : [centerId, ...ids.filter((id) => id !== centerId)];
}

function spanOf({ from, to }: Static<typeof SpanQuery>, today: string) {
  const [first, last] = [from ?? to ?? today, to ?? from ?? today];
  if (!isDay(first)) refuseField('from', '没有这一天。');
  if (!isDay(last)) refuseField('to', '没有这一天。');
  if (daysBetween(first, last) < 0) refuseField('to', '结束的日子在开始以前。');
  if (daysBetween(first, last) > LONGEST) refuseField('to', '一次最多看一年。');
  return { first, last, from: startOfDay(first), to: endOfDay(last) };
}

type Figures = Awaited<ReturnType<typeof countVisits>>;
type Services = Awaited<ReturnType<typeof countServices>>;

function figuresOf(center: { id: string; name: string; own: boolean }, figures: Figures, services: Services) {
  const own = figures.find((row) => row.center_id === center.id);
  const given = services.filter((row) => row.center_id === center.id);
  return {
    ...center,
    visits: own?.visits ?? 0,
    people: Number(own?.people ?? 0),
    groups: own?.groups ?? 0,
    disputes: own?.disputes ?? 0,
    confidential: own?.confidential ?? 0,
    services: given
      .map(({ service, visits, people }) => ({ service, label: serviceLabel(service), visits, people: Number(people) }))
      .toSorted((one, other) => other.people - one.people || one.service.localeCompare(other.service)),
  };
}

/** How many people came, and what for; of the own center and of each below it. */
export function visitTotalRoutes(app: Http, deps: HallDeps): void {
  const schema = { tags, summary: '接待人次和服务', querystring: SpanQuery };
  app.get('/api/visits/totals', { schema }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'visits');
    const now = deps.now();
    const { first, last, from, to } = spanOf(request.query as Static<typeof SpanQuery>, dayOf(now));
    const { network } = deps.reference();
    const { groupFrom } = hallRulesOf(deps, actor.countyCode);
    const centers = centersOf(network, actor);
    const span = { counties: actor.counties, centers, from, to };
    // Row security shows a center its own rows only: figures of others are counted by the house, for centers named here.
    const house = { counties: actor.counties, viewers: ['system'] };
    const [figures, services] = await reading(deps.db, house, (queries) =>
      Promise.all([countVisits(queries, span, groupFrom), countServices(queries, span)]),
    );
    const lines = centers.map((id) =>
      figuresOf({ id, name: network.unit(id)?.short ?? id, own: id === actor.centerId }, figures, services),
    );
    return { from: first, to: last, asOf: toIso(now), groupFrom, centers: lines };
  });
}
