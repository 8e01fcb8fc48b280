import type pg from 'pg';
import type { Engine } from '../src/disputes/engine.ts';
import type { Actor } from '../src/platform/actor.ts';
import { center } from './scene.ts';

/** So many disputes with their clocks, written straight into the tables: what is measured is what reads them. */
export async function stock(admin: pg.Client, engine: Engine, actor: Actor, count: number): Promise<void> {
  await admin.query('alter table matter disable row level security');
  await admin.query(
    `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, lead_unit_id,
       seen_by, opened_at, updated_at, due_at)
     select '140106', gen_random_uuid(), 'dispute', lpad(n::text, 15, '0'), 'inMediation', n || '号楼漏水赔偿，卫生间和天花板都泡坏了',
       lpad((n % 17 + 1)::text, 2, '0'), '140106004', $1, '140106-housing', array['system', 'c:${center}'],
       now() - n * interval '1 minute', now(), now() + n * interval '1 minute' from generate_series(1, ${count}) n`,
    [center],
  );
  await admin.query(
    `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing, parties_line,
       amount_cents, people_involved, difficulty, urgency, gravity)
     select county_code, id, 'walkIn', $1, $2, '事实', 'yes', '郭秀兰｜任建军', 800000, code::int, 'simple', 'low', 'low' from matter`,
    [actor.postId, center],
  );
  await admin.query(
    `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at)
     select county_code, gen_random_uuid(), id, 'handle', $1, '', opened_at, due_at from matter`,
    [JSON.stringify(engine.reference().rulesFor('140106').rules.clocks['handle.simple'])],
  );
  await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, due_at, opened_at)
    select county_code, 'c:${center}', id, kind, status, due_at, opened_at from matter`);
  await admin.query(`select set_config('app.counties', '140106', false), set_config('app.viewers', 'system', false)`);
  await admin.query('insert into listed_dispute select * from visible_listing');
  await admin.query('alter table matter enable row level security');
  await admin.query('vacuum analyze');
}
