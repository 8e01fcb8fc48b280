import { sql } from 'kysely';
import { leaderOf } from '../../../briefing/briefingEngine.ts';
import { atKept, countBoth, lookOf, readBoard, readStanding } from '../../../dashboards/board.sql.ts';
import { recentWeeks } from '../../../dashboards/boardFrame.ts';
import { boardTabs, countedStates } from '../../../dashboards/boardInput.ts';
import { countMatters } from '../../../dashboards/boardMatters.across.sql.ts';
import type { BoardRow, BoardTotals } from '../../../dashboards/boardView.ts';
import { askOpenCounts } from '../../../definitions/openCounts.sql.ts';
import { reconciled } from '../../../definitions/openCounts.ts';
import type { Unit } from '../../../network/lookup.ts';
import type { Actor } from '../../../platform/actor.ts';
import { counting } from '../../../platform/db.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '../../../platform/now.ts';
import { figureValue } from '../../../reports/counted.ts';
import type { FigureFilter } from '../../../reports/figure.ts';
import { countListed, type DisputeMeasure } from '../../../reports/figures.across.sql.ts';
import { countKept } from '../../../reports/kept.sql.ts';
import { measureFacts, measureNames, ofVisits } from '../../../reports/measures.ts';
import type { Span } from '../../../reports/period.ts';
import type { ReportScope } from '../../../reports/scope.ts';
import { listWronglyKept } from '../../../rollups/boardClocks.sql.ts';
import type { Chance } from '../fuzz/chance.ts';
import type { SoakHouse } from './house.ts';

/** How often two ways of counting were laid side by side, and where they differed. */
export type Compared = { times: number; differences: string[] };

const measures = measureNames.filter((measure): measure is DisputeMeasure => !ofVisits(measure));

/** Some days of the walk, whole or cut off at a moment of the last. */
function anySpan({ clock: { now } }: SoakHouse, { below, once }: Chance): Span {
  const to = addDays(dayOf(now), -below(20));
  const from = startOfDay(addDays(to, -below(70)));
  const end = endOfDay(to);
  const until = new Date(Math.min(now.getTime(), once(2) ? end.getTime() : end.getTime() - below(86_400_000)));
  return { from, until: until > from ? until : end, end, asOf: until > from ? until : end, live: false };
}

function scopesOf(counties: readonly string[]): ReportScope[] {
  return [
    { counties, within: { kind: 'all' } },
    { counties: ['140106'], within: { kind: 'all' } },
    { counties: ['140106'], within: { kind: 'region', key: '140106004' } },
    { counties: ['140106'], within: { kind: 'center', key: '140106-center' } },
    { counties: ['140106'], within: { kind: 'unit', key: '140106-housing' } },
    { counties: ['140105'], within: { kind: 'all' } },
  ];
}
const filters: readonly FigureFilter[] = [
  {},
  { categories: ['01'], sources: ['walkIn', 'court'] },
  { regions: ['140106004'], units: ['140106-housing'] },
  { regions: ['140106004001', '140105'] },
  { difficulties: ['simple'] },
];

/** Each figure of two spans, from the sums and from the list behind it; of all that ever was too. */
async function compareFigures(house: SoakHouse, chance: Chance): Promise<Compared> {
  const { engine, clock, db } = house;
  const scope = chance.pick(scopesOf(engine.reference().counties));
  const ever = { from: startOfDay('2000-01-01'), until: endOfDay('2099-12-31'), asOf: clock.now, live: true };
  const spans = { some: anySpan(house, chance), ever: { ...ever, end: ever.until } };
  const figures = measures.map((what) => ({ what, filter: chance.pick(filters) }));
  const { groups, waiting } = await countKept(db, scope, figures, spans, clock.now);
  const differences = waiting > 0 ? [`${waiting} still wait to be taken in`] : [];
  await counting(db, { counties: scope.counties, viewers: ['system'] }, async (queries) => {
    for (const { what: measure, filter } of figures)
      for (const name of ['some', 'ever'] as const) {
        const asked = { measure, span: spans[name], filter };
        const { value } = await countListed(queries, { scope, hiddenFrom: null }, asked);
        const listed = measureFacts(measure).unit === '元' ? value / 100 : value;
        const kept = figureValue({ what: measure, filter }, name, groups).value ?? 0;
        if (kept !== listed)
          differences.push(
            `${measure} ${name} ${JSON.stringify({ scope, filter, span: spans[name] })}: kept ${kept}, listed ${listed}`,
          );
      }
  });
  return { times: figures.length * 2, differences };
}

function laid(about: string, kept: unknown, counted: unknown): Compared {
  const [one, other] = [JSON.stringify(kept), JSON.stringify(counted)];
  return { times: 1, differences: one === other ? [] : [`${about}: kept ${one}, counted ${other}`] };
}

type Counted = { rows: readonly BoardRow[]; totals: BoardTotals };
/** Row by row, whatever their order. */
function laidRows(about: string, kept: Counted, counted: Counted): Compared[] {
  const linesOf = ({ rows, totals }: Counted) =>
    new Map<string, unknown>([['', totals], ...rows.map((row) => [row.key, row] as const)]);
  const [one, other] = [linesOf(kept), linesOf(counted)];
  return [...new Set([...one.keys(), ...other.keys()])].map((key) =>
    laid(`${about}, ${key}`, one.get(key) ?? null, other.get(key) ?? null),
  );
}

const figureIn = ({ paused, others, ...totals }: BoardTotals, state: (typeof countedStates)[number]): number =>
  state === 'paused' ? paused.all : state === 'party' || state === 'other' ? others[state] : totals[state];

/** A board from its kept clocks and from the clocks themselves, now and at the end of a week before; each figure and its list. */
async function compareBoard({ engine, clock }: SoakHouse, actor: Actor, { pick }: Chance): Promise<Compared[]> {
  const itself = lookOf(engine, actor, {}, clock.now);
  const kept = await atKept(engine, actor, itself);
  const found: Compared[] = [laid('nothing waits', kept.shownTo !== undefined, true)];
  const board = await readBoard(engine, actor, kept, 'unit');
  for (const tab of boardTabs)
    found.push(
      ...laidRows(
        `board by ${tab}`,
        await readBoard(engine, actor, kept, tab),
        await readBoard(engine, actor, itself, tab),
      ),
    );
  for (const state of countedStates) {
    const { visible, hidden } = await countBoth(engine, actor, kept, (queries, look) =>
      countMatters(queries, look, { state }),
    );
    found.push(laid(`list of ${state}`, figureIn(board.totals, state), visible + hidden));
  }
  const { to } = pick(recentWeeks(clock.now).slice(1));
  const then = lookOf(engine, actor, {}, endOfDay(to), false);
  found.push(
    ...laidRows(
      `board at the end of ${to}`,
      await readStanding(engine, actor, { ...then, shownTo: actor.viewers }),
      await readStanding(engine, actor, then),
    ),
  );
  return found;
}

/** The morning's line: what is open, as the ledger, the reports and the board count it. */
async function compareMorning({ cache, clock, engine }: SoakHouse, leader: Actor): Promise<Compared[]> {
  const { open } = await askOpenCounts({ ...engine, reference: () => cache.current() }, leader, clock.now);
  const { whole, ways } = reconciled(open);
  return ways.map(({ sum, parts }) =>
    laid(`the ledger, cut from ${parts[0]?.name} on ${JSON.stringify(open)}`, whole, sum ?? -1),
  );
}

/** Everything that is counted in two ways, laid side by side. */
export async function compareAll(house: SoakHouse, chance: Chance): Promise<Compared> {
  const { engine, db, clock } = house;
  const { network, counties } = engine.reference();
  const found: Compared[] = [];
  for (let turn = 0; turn < 3; turn += 1) found.push(await compareFigures(house, chance));
  const leaders = ['140100-center', '140106-center', '140106004-center', '140105-center'].map((id) =>
    leaderOf(network.unit(id) as Unit, counties),
  );
  for (const leader of leaders) found.push(...(await compareBoard(house, leader, chance)));
  for (const county of ['140105', '140106']) {
    const wrong = await counting(db, { counties: [county], viewers: ['system'] }, (queries) =>
      listWronglyKept(queries, county, clock.now),
    );
    found.push(laid(`clocks kept of ${county}`, wrong, []));
    const leader = leaderOf(network.unit(`${county}-center`) as Unit, counties);
    found.push(...(await compareMorning(house, leader)));
  }
  return {
    times: found.reduce((sum, { times }) => sum + times, 0),
    differences: found.flatMap(({ differences }) => differences),
  };
}
