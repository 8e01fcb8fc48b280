import type { CountyRules } from '../src/disputes/rules.ts';
import { atTime } from '../src/platform/now.ts';
import type { ServerEngine } from '../src/server/engine.ts';
import { type Asked, rehearse } from '../src/server/rehearse.sql.ts';
import { center, scene } from './scene.ts';

// A year of a county's disputes, eight clocks and two parties each, replayed by today's rules and by a draft.
const DISPUTES = Number(process.argv[2] ?? 35_000);
const asOf = atTime('2026-10-14', '14:40');
const { admin, engine, close } = await scene();
const { cache } = engine as ServerEngine;
const kinds = ['accept', 'deploy', 'acknowledge', 'report', 'handle', 'verify', 'returnVisit', 'strikeOff'];

async function populate(): Promise<void> {
  const of = `'140106'::text as county_code`;
  await admin.query(
    `create temporary table opened as select n, gen_random_uuid() as id,
      $1::timestamptz - (n % 364) * interval '1 day' - (n % 7) * interval '1 hour' as at from generate_series(1, $2) n`,
    [asOf, DISPUTES],
  );
  await admin.query(`insert into matter (county_code, id, kind, code, status, title, category_code, region_code,
      receiving_center_id, lead_unit_id, seen_by, event_hash, opened_at, updated_at)
    select ${of}, id, 'dispute', lpad(n::text, 15, '0'), 'archived', '楼上漏水赔偿', '02', '140106004', '${center}',
      (array['140106-housing', '140106-health', '140106-justice', '140106-civilAffairs'])[1 + n % 4],
      array['system', 'c:${center}'], repeat('0', 64), at, at from opened`);
  await admin.query(`insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id,
      facts, willing, difficulty, people_involved, amount_cents)
    select ${of}, id, 'walkIn', gen_random_uuid(), '${center}', repeat('楼上漏水。', 40), 'yes',
      'ordinary', 2 + n % 12, (n % 700) * 100000 from opened`);
  await admin.query(`insert into party (county_code, id, matter_id, position, side, kind, name, id_kind)
    select ${of}, gen_random_uuid(), id, p, 'applicant', 'person', '甲', 'none' from opened cross join generate_series(1, 2) p`);
  await admin.query(
    `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, stopped_at, due_at)
    select ${of}, gen_random_uuid(), id, kind, '{}', '2026v1', at + k * interval '1 day',
      at + k * interval '1 day' + (n % 11) * interval '20 hours', at + k * interval '3 day'
    from opened cross join unnest($1::text[]) with ordinality as c (kind, k)`,
    [kinds],
  );
  await admin.query('vacuum analyze');
}

const began = performance.now();
await populate();
console.log(`${DISPUTES} disputes made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
const reference = cache.current();
const today = reference.rulesFor('140106').rules;
const ordinary = today.clocks['handle.ordinary'];
if (!ordinary) throw new Error('no rule for handling');
const clocks = { ...today.clocks, 'handle.ordinary': { ...ordinary, length: 5 } };
const rules: CountyRules = { ...today, clocks, triage: { ...today.triage, complexPeople: 8 } };
const asked: Asked = { draft: 'bench', revision: 1, countyCode: '140106', rules, months: 12 };
let steps = 0;
const found = await rehearse({ ...engine, now: () => asOf }, reference, asked, async () => {
  steps += 1;
  await new Promise((resolve) => setImmediate(resolve));
});
const { matters, clocks: replayed, late, notices, complex, moved, seconds } = found;
console.log(JSON.stringify({ matters, clocks: replayed, late, notices, complex, moved, steps }));
console.log(`12 months of ${matters} disputes rehearsed in ${seconds} s`);
await close();
