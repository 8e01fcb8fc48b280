import { loadavg } from 'node:os';
import type pg from 'pg';
import { searchMatters } from '../src/finding/searchMatters.sql.ts';
import type { Actor } from '../src/platform/actor.ts';
import { reading } from '../src/platform/db.ts';
import { entryOf, TERMS_VERSION } from '../src/search/terms.ts';
import { center, median, scene } from './scene.ts';

// Finding among many disputes, against one look-up of a matter by its key; the most restricted post beside the center's desk.
const ROWS = Number(process.argv[2] ?? 200_000);
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const given = Array.from('秀兰建军丽华志强小红海燕国庆玉梅春生文斌晓东');
const topics = [
  '楼上漏水',
  '拖欠工资',
  '车位纠纷',
  '噪声扰民',
  '宅基地边界',
  '物业费',
  '借款不还',
  '遛狗伤人',
  '彩礼返还',
  '装修质量',
];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function words(n: number) {
  const name = (m: number) => pick(surnames, m) + pick(given, m * 7 + 3) + pick(given, m * 11 + 5);
  const topic = pick(topics, n * 3);
  // One in forty thousand is told of by a word that no other has.
  const rare = n % 40_000 === 77 ? '，院里的老槐树被锯' : '';
  return {
    codes: [`140106${26 - Math.floor(n / 1_000_000)}${String(n % 1_000_000).padStart(6, '0')}0`],
    place: ['邻里', '迎泽区', '迎泽街道'],
    title: `${topic}：${name(n)}与${name(n + 13)}`,
    names: [name(n), name(n + 13)],
    facts: [
      `${n % 30}号楼${n % 9}单元${n % 700}室`,
      `${n % 28}日起因${topic}争执，双方多次协商没有结果，要求赔偿${n % 9000}元${rare}。`,
    ],
    numbers: [`phone${n % 10_000}`],
  };
}

async function fill(admin: pg.Client, actor: Actor): Promise<void> {
  for (const table of ['matter', 'matter_seen', 'search_entry'])
    await admin.query(`alter table ${table} disable row level security`);
  await admin.query(
    `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, seen_by, opened_at, updated_at)
     select '140106', ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'dispute', '140106' || 26 - n / 1000000 || lpad((n % 1000000)::text, 6, '0') || '0',
       case when n % 3 = 0 then 'inMediation' else 'archived' end, '标题', '02', '140106004', $1,
       array['system', 'c:${center}', 'r:140106', 'r:140106004'] || case when n % 1000 = 77 then array['p:00000000-0000-0000-0000-00000000000f'] else '{}' end,
       timestamptz '2026-01-01' + n * interval '1 minute', now() from generate_series(1, ${ROWS}) n`,
    [center],
  );
  await admin.query(
    `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing)
     select county_code, id, 'walkIn', $1, $2, '事实', 'yes' from matter`,
    [actor.postId, center],
  );
  await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, opened_at)
    select county_code, unnest(seen_by), id, kind, status, opened_at from matter`);
  for (let from = 1; from <= ROWS; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, ROWS - from + 1) }, (_each, at) => {
      const entry = entryOf(words(from + at));
      const id = `01900000-0000-7000-8000-${String(from + at).padStart(12, '0')}`;
      const { codes: c, place: p, ledger: l, facts: f, terms: t, openTerms: o, numbers: n } = entry;
      return { id, c, p, l, f, t, o, n };
    });
    await admin.query(
      `insert into search_entry select '140106', id, c, p, l, f, t, n, ${TERMS_VERSION}, o
       from jsonb_to_recordset($1) as x (id uuid, c text, p text, l text, f text, t integer[], o integer[], n integer[])`,
      [JSON.stringify(rows)],
    );
  }
  for (const table of ['matter', 'matter_seen', 'search_entry'])
    await admin.query(`alter table ${table} enable row level security`);
  await admin.query('vacuum analyze');
}

const { admin, db, engine, actor, close } = await scene();
const started = performance.now();
await fill(admin, actor);
const { rows: size } = await admin.query(`select pg_size_pretty(pg_total_relation_size('search_entry')) as size`);
console.log(`${ROWS} disputes in ${((performance.now() - started) / 1000).toFixed(0)} s; terms take ${size[0].size}`);

async function time(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 11; round += 1) {
    const begun = performance.now();
    await call();
    times.push(performance.now() - begun);
  }
  return median(times);
}

const base = await time(() =>
  reading(db, actor, (queries) =>
    queries
      .selectFrom('matter')
      .select('id')
      .where('county_code', '=', '140106')
      .where('code', '=', '140106260000770')
      .execute(),
  ),
);
console.log(`bare look-up by code      ${base.toFixed(1)} ms`);
const scanned = await time(() =>
  admin.query(`select count(*) from search_entry where county_code = '140106' and facts_text like '%漏水%'`),
);
console.log(`raw: counted by like      ${scanned.toFixed(1)} ms; load ${loadavg()[0]?.toFixed(1)}`);
const few = '00000000-0000-0000-0000-00000000000f';
const restricted: Actor = {
  ...actor,
  postId: few,
  role: 'handler',
  unitId: '140106-housing',
  centerId: null,
  viewers: [`p:${few}`],
};
const watching: Actor = { ...actor, role: 'supervisor', viewers: [`p:${few}x`, 'r:140106'] };
for (const [who, as] of [
  ['desk of the center', actor],
  ['supervisor', watching],
  ['most restricted post', restricted],
] as const)
  for (const text of ['漏水', '老槐树', '郭秀兰', 'gxl', 'ls', '3号楼', '0077', '26-000077', '漏水 赔偿', '没有的字'])
    await time(() => searchMatters(engine, as, { text, limit: 60 })).then((ms) =>
      console.log(
        `${who.padEnd(22)} ${text.padEnd(10)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / base).toFixed(1).padStart(6)}×`,
      ),
    );
await close();
