import { afterAll, beforeAll, expect, test } from 'vitest';
import { counting, type Db, openDatabase } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { foldAnew, gatherMoments } from '../rollups/foldAnew.sql.ts';
import { foldChanges, foldOnce } from '../rollups/foldChanges.sql.ts';
import { figureValue } from './counted.ts';
import type { FigureFilter } from './figure.ts';
import { countListed, type DisputeMeasure } from './figures.across.sql.ts';
import { countKept } from './kept.sql.ts';
import { measureFacts, measureNames, ofVisits } from './measures.ts';
import type { Span } from './period.ts';
import type { ReportScope } from './scope.ts';
import { type DisputeFacts, type ReportScene, reportScene } from './testing/reportScene.ts';

const measures = measureNames.filter((measure): measure is DisputeMeasure => !ofVisits(measure));
const counties = ['140105', '140106', '140107'];
const SEED = Number(process.env.SEED ?? 20261130);
/** Thirty-two steps each: `ROUNDS=320 SEED=7` for ten thousand. */
const ROUNDS = Number(process.env.ROUNDS ?? 8);

/** mulberry32: the same walk for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = randomFrom(SEED);
const upTo = (most: number): number => Math.floor(random() * most);
const one = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;
const some = (share: number): boolean => random() < share;

let database: TestDatabase;
let db: Db;
let scene: ReportScene;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl);
  scene = await reportScene(database.adminUrl);
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await db?.close();
  await database?.drop();
});

const dayIn = (from: number, length: number): string => {
  const at = new Date(Date.UTC(2026, 7, 1 + from + upTo(length)));
  return at.toISOString().slice(0, 10);
};
const steps = [
  ...[
    ['accept', 'accepted'],
    ['decline', 'declined'],
    ['sendBack', 'routingDisputed'],
    ['settle', 'settled'],
  ],
  ...[
    ['fail', 'mediationFailed'],
    ['withdraw', 'withdrawn'],
    ['terminate', 'terminated'],
    ['verifyClosure', 'closed'],
  ],
  ...[
    ['strikeOff', 'struckOff'],
    ['reopen', 'accepted'],
    ['recordReturnVisit', 'settled'],
    ['archive', 'archived'],
  ],
] as [string, string][];

/** Some weeks of a dispute; steps come in an order that no table would allow, which sums must bear. */
function anyDispute(): DisputeFacts {
  const opened = dayIn(0, 60);
  const from = (Date.parse(opened) - Date.UTC(2026, 7, 1)) / 86_400_000;
  const days = Array.from({ length: upTo(6) }, () => dayIn(from, 40)).sort();
  const county = one(counties);
  return {
    countyCode: county,
    region: county + one(['', '001', '004', '004002']),
    receiving: `${county}${one(['', '004'])}-center`,
    lead: one([null, `${county}-housing`, `${county}-center`]),
    category: one(['01', '02', '11']),
    source: one(['walkIn', 'hotline', 'court']),
    restricted: some(0.1),
    opened,
    people: upTo(5),
    events: [
      { type: 'register', status: 'registered', day: opened },
      ...days.map((day) => {
        const [type, status] = one(steps);
        return { type, status, day };
      }),
    ],
    ...(some(0.6) && { due: dayIn(from, 40), ...(some(0.6) && { done: dayIn(from, 40) }) }),
    ratings: some(0.3) ? [{ score: 1 + upTo(5), day: dayIn(from, 40) }] : [],
    agreed: some(0.3) ? [{ cents: some(0.2) ? null : upTo(90_000), day: dayIn(from, 40) }] : [],
    prevented: Array.from({ length: upTo(3) }, () => ({
      ...{ kind: one(['criminal', 'groupPetition'] as const), people: upTo(3), day: dayIn(from, 40) },
    })),
  };
}

const known: { id: string; county: string }[] = [];

async function addOne(): Promise<void> {
  const facts = anyDispute();
  const { id } = await scene.addDispute(facts);
  known.push({ id, county: facts.countyCode ?? '' });
}

/** What a step, a correction, a merger, a hand-over or an import does to rows; each notes the change, as every event does. */
async function changeOne(): Promise<void> {
  const { id, county } = one(known);
  const change = one([
    `update matter set category_code = '${one(['01', '02'])}' where id = '${id}'`,
    `update matter set lead_unit_id = '${county}-justice', region_code = '${county}005' where id = '${id}'`,
    `update matter set restricted = not restricted where id = '${id}'`,
    `update dispute set people_involved = ${upTo(9)}, difficulty = '${one(['simple', 'complex'])}' where matter_id = '${id}'`,
    `update matter_clock set due_at = due_at + interval '3 days' where matter_id = '${id}'`,
    `update matter_clock set stopped_at = coalesce(stopped_at, due_at + interval '1 hour') where matter_id = '${id}'`,
    `update matter set status = 'linked' where id = '${id}'`,
    `insert into matter_event (county_code, matter_id, seq, id, at, type, actor_role, status_after, data, previous_hash, hash)
       select county_code, id, 50 + coalesce((select max(seq) from matter_event e where e.matter_id = m.id), 0), gen_random_uuid(),
         (select max(at) from matter_event e where e.matter_id = m.id) + ${upTo(400)} * interval '1 hour', '${one(steps)[0]}', 'handler', status, '{}', '', ''
       from matter m where id = '${id}'`,
    `update dispute set import_run_id = gen_random_uuid() where matter_id = '${id}'`,
    `update matter_event set type = 'importDispute', status_after = '${one(['closed', 'struckOff', 'accepted', 'registered'])}',
       data = ${one([`'{}'`, `'{"closedAt": null, "outcome": null}'`, `jsonb_build_object('closedAt', at, 'outcome', 'settled')`])}
       where matter_id = '${id}' and seq = 1 and exists (select from dispute d where d.matter_id = '${id}' and d.import_run_id is not null)`,
    `insert into promise (county_code, id, matter_id, settlement_id, position, obligation, amount_cents, due_on, paid_cents, state)
       select county_code, gen_random_uuid(), matter_id, id, ${upTo(9)}, '付钱', ${1 + upTo(9000)}, '${dayIn(0, 90)}', ${upTo(2)} * 100,
         '${one(['open', 'kept', 'waived', 'replaced'])}' from settlement where matter_id = '${id}'`,
    `update promise set state = '${one(['open', 'kept', 'waived'])}', paid_cents = ${upTo(500)} where matter_id = '${id}'`,
    `update dispute set outcome = ${one(["'settled'", "'failed'", 'null'])} where matter_id = '${id}'`,
    `update dispute set import_undone_at = now() where matter_id = '${id}' and import_run_id is not null and ${some(0.3)}`,
  ]);
  await scene.admin.query(change);
  await scene.admin.query('insert into figure_change (county_code, matter_id) values ($1, $2)', [county, id]);
}

/** How a dispute stands is what its last event says; clocks, facts and people say the rest. */
const settle = () =>
  scene.admin.query(`update matter m set status = l.status_after from (
    select distinct on (matter_id) matter_id, status_after from matter_event order by matter_id, seq desc) l
    where l.matter_id = m.id and m.status <> 'linked'`);

function anySpan(): Span {
  const [a, b] = [dayIn(0, 90), dayIn(0, 90)].sort() as [string, string];
  const from = atTime(one([a, `${a.slice(0, 8)}01`]), '00:00');
  const end = new Date(atTime(b, '00:00').getTime() + 86_400_000);
  const until = one([end, new Date(end.getTime() - upTo(86_400_000)), new Date(end.getTime() - 3_600_000)]);
  return { from, until: until > from ? until : end, end, asOf: until, live: false };
}

const anyScope = (): ReportScope => {
  const county = one(counties);
  return one<ReportScope>([
    { counties, within: { kind: 'all' } },
    { counties: [county], within: { kind: 'all' } },
    { counties: [county], within: { kind: 'region', key: `${county}004` } },
    { counties: [county], within: { kind: 'center', key: `${county}-center` } },
    { counties: [county], within: { kind: 'unit', key: `${county}-housing` } },
  ]);
};

/** The same question, asked of the sums and of the list behind each figure. */
async function bothWays(): Promise<{ kept: string[]; listed: string[] }> {
  const scope = anyScope();
  const spans = { this: anySpan(), former: anySpan() };
  const filters: FigureFilter[] = [
    {},
    { categories: ['01'], sources: ['walkIn', 'court'] },
    { regions: ['140106004'], units: ['140106-housing'] },
    { regions: ['140106004002', '140105'] },
    { difficulties: ['simple'], categories: ['01'] },
  ];
  // As a form asks: each cell of another place. Or as a report does: all of the same.
  const same = some(0.5) ? one(filters) : undefined;
  const figures = measures.map((what) => ({ what, filter: same ?? one(filters) }));
  const { groups, waiting } = await countKept(db, scope, figures, spans, new Date());
  expect(waiting).toBe(0);
  const kept = figures.flatMap((figure) =>
    (['this', 'former'] as const).map(
      (span) => `${figure.what} ${span} ${figureValue(figure, span, groups).value ?? 0}`,
    ),
  );
  const listed = await counting(db, { counties: scope.counties, viewers: ['system'] }, async (queries) => {
    const lines: string[] = [];
    for (const { what: measure, filter } of figures)
      for (const name of ['this', 'former'] as const) {
        const { value } = await countListed(
          queries,
          { scope, hiddenFrom: null },
          { measure, span: spans[name], filter },
        );
        lines.push(`${measure} ${name} ${measureFacts(measure).unit === '元' ? value / 100 : value}`);
      }
    return lines;
  });
  return { kept, listed };
}

test(
  'the kept sums say what the lists behind them say, whatever happened in between',
  async () => {
    let compared = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let added = 0; added < 12; added += 1) await addOne();
      for (let changed = 0; changed < 20; changed += 1) await changeOne();
      await settle();
      // As autovacuum does: lists of a hundred disputes are planned by what is there.
      await scene.admin.query('analyze');
      await scene.admin.query('insert into figure_change (county_code, matter_id) select county_code, id from matter');
      if (some(0.5)) await foldOnce(db, one(counties), new Date());
      if (some(0.3)) await gatherMoments(db, one(counties), upTo(3));
      if (some(0.1)) await foldAnew(db, one(counties));
      // Who reads takes in so many at the most; the rest is the background's.
      if (known.length > 1500) for (const county of counties) await foldChanges(db, county, new Date());
      for (let asked = 0; asked < 4; asked += 1) {
        const { kept, listed } = await bothWays();
        expect(kept, `seed ${SEED}, round ${round}`).toEqual(listed);
        compared += listed.filter((line) => !line.endsWith(' 0')).length;
      }
    }
    expect(compared).toBeGreaterThan(200);
  },
  60_000 + ROUNDS * 20_000,
);
