import { setTimeout } from 'node:timers/promises';
import { type Chance, chanceOf } from './chance.ts';
import { type House, type Who, who } from './house.ts';
import { Pool } from './pool.ts';
import { type Asked, type Route, requestTo } from './request.ts';

export type Broken = Asked & {
  readonly number: number;
  readonly who: Who;
  readonly status: number;
  readonly log: string;
};
export type Report = {
  asked: number;
  byStatus: Record<number, number>;
  byWho: Record<string, number>;
  reached: number;
  routes: number;
  broken: Broken[];
};
export type Limits = {
  readonly seed: number;
  readonly requests: number;
  readonly seconds?: number;
  readonly onBroken?: (broken: Broken) => void;
  /** Now and then, between two requests. */
  readonly onThousand?: (asked: number) => Promise<void>;
};

/** These answer for as long as somebody listens, or end what the others stand on. */
const skipped = (route: Route): boolean =>
  route.url === '/api/live' || route.method === 'OPTIONS' || route.method === 'HEAD';

/** The built pages are hundreds of files behind one reader: some of them stand for all. */
const FEW = 6;
function asked(all: readonly Route[]): Route[] {
  const built = all.filter(({ url }) => url.startsWith('/assets/'));
  return all.filter((route) => !skipped(route) && (!built.includes(route) || built.indexOf(route) < FEW));
}

/** Whoever waits so long was forgotten: it counts as a bug like any other. */
const SILENT_MS = 60_000;
const neverAnswered = async () => {
  await setTimeout(SILENT_MS, undefined, { ref: false });
  return { statusCode: 599, headers: {} as Record<string, unknown>, body: '' };
};

type Open = Map<string, Who[]>;
const keyOf = ({ method, url }: Route): string => `${method} ${url}`;

/** Half the time somebody whom this address has answered before; else anybody, and now and then nobody known. */
function whoAsks(route: Route, chance: Chance, open: Open): Who {
  if (chance.once(14)) return 'stranger';
  const before = open.get(keyOf(route));
  if (before && chance.once(2)) return chance.pick(before);
  if (/^\/c(\/|$)/.test(route.url)) return chance.once(3) ? 'stranger' : 'resident';
  if (/^\/hall(\/|$)/.test(route.url)) return chance.once(4) ? 'stranger' : 'machine';
  return chance.pick(who);
}

/** Who looks around first, so that the pool knows what is there before anything is asked about it. */
const guides: readonly Who[] = ['receptionist', 'dispatcher', 'centerLeader', 'handler', 'systemAdmin', 'gridWorker'];

function* turns(routes: readonly Route[], chance: Chance, open: Open): Generator<{ route: Route; asker: Who }> {
  const plain = routes.filter(({ method, url }) => method === 'GET' && !url.includes(':'));
  for (const asker of guides) for (const route of plain) yield { route, asker };
  for (const route of routes) yield { route, asker: whoAsks(route, chance, open) };
  for (;;) {
    const route = chance.pick(routes);
    yield { route, asker: whoAsks(route, chance, open) };
  }
}

/** Every address as everybody, one request after the other: the same seed over the same data asks the same. */
export async function fuzz(house: House, limits: Limits): Promise<Report> {
  const { seed, requests, seconds = Number.POSITIVE_INFINITY, onBroken, onThousand } = limits;
  const chance = chanceOf(seed);
  const told = new Pool();
  const pools = new Map(who.map((each) => [each, new Pool(told)]));
  const routes = asked(house.routes);
  const cookies = new Map<Who, string>();
  for (const each of who) cookies.set(each, await house.enter(each));
  const report: Report = { asked: 0, byStatus: {}, byWho: {}, reached: 0, routes: routes.length, broken: [] };
  const open: Open = new Map();
  const until = performance.now() + seconds * 1000;
  for (const { route, asker } of turns(routes, chance, open)) {
    if (report.asked >= requests || performance.now() > until) break;
    const pool = pools.get(asker) ?? told;
    const asked = requestTo(route, { chance, pool });
    const cookie = cookies.get(asker) ?? '';
    const headers = { ...asked.headers, ...(cookie && { cookie }) };
    const answer = await Promise.race([house.app.inject({ ...asked, headers }), neverAnswered()]);
    const status = answer.statusCode;
    report.asked += 1;
    if (report.asked % 1000 === 0) await onThousand?.(report.asked);
    report.byStatus[status] = (report.byStatus[status] ?? 0) + 1;
    report.byWho[asker] = (report.byWho[asker] ?? 0) + 1;
    if (status < 400) open.set(keyOf(route), [...new Set([...(open.get(keyOf(route)) ?? []), asker])]);
    if (status < 300 && String(answer.headers['content-type']).includes('json'))
      pool.read(route.url, safely(answer.body));
    const out = status === 401 || (status === 403 && /"(noPost|passwordDue|secondFactorDue)"/.test(answer.body));
    // What was asked may have closed the way in, such as a unit that was merged away: then they go on as a stranger would.
    if (out && asker !== 'stranger') cookies.set(asker, await house.enter(asker).catch(() => cookie));
    if (status < 500) continue;
    const broken = { ...asked, number: report.asked, who: asker, status, log: house.lastBug() };
    report.broken.push(broken);
    onBroken?.(broken);
  }
  report.reached = open.size;
  return report;
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A request as it can be sent again by hand. */
export function spoken({ number, who: asker, status, method, url, headers, payload, log }: Broken): string {
  const body =
    payload === undefined
      ? ''
      : ` ${JSON.stringify(Buffer.isBuffer(payload) ? payload.toString('latin1') : payload).slice(0, 2_000)}`;
  const bug = /"message":"(.*?[^\\])"/.exec(log)?.[1] ?? log.slice(0, 300);
  return `#${number} ${status} ${asker} ${method} ${String(url).slice(0, 600)} ${JSON.stringify(headers).slice(0, 300)}${body}\n    ${bug}`;
}

export function summary({ asked, byStatus, byWho, reached, routes, broken }: Report): string {
  const statuses = Object.entries(byStatus).map(([status, count]) => `${status}: ${count}`);
  const done = Object.entries(byStatus).reduce((sum, [status, count]) => sum + (Number(status) < 400 ? count : 0), 0);
  const least = Object.entries(byWho).toSorted(([, a], [, b]) => a - b)[0];
  return [
    `${asked} requests, ${routes} addresses (${reached} answered at least once), ${Object.keys(byWho).length} kinds of people (fewest: ${least?.join(' ')})`,
    `by status: ${statuses.join(', ')}`,
    `beyond validation (2xx, 3xx): ${((100 * done) / Math.max(1, asked)).toFixed(1)} %; 5xx: ${broken.length}`,
  ].join('\n');
}
