import type pg from 'pg';
import { defaultClockRules } from '../src/deadlines/rules.13710.ts';

const tables = ['matter', 'dispute', 'matter_event', 'matter_clock', 'visit', 'settlement', 'rating'];

/** Rows straight into the tables: without the indexes, which are built once at the end, and without looking up what each names. */
async function inOneGo(admin: pg.Client, write: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await admin.query<{ name: string; text: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
     where i.indrelid = any ($1::text[]::regclass[]) and not i.indisunique`,
    [tables],
  );
  await admin.query("set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '512MB'");
  for (const table of tables) await admin.query(`alter table ${table} disable row level security`);
  for (const { name } of indexes) await admin.query(`drop index ${name}`);
  await write();
  for (const { text } of indexes) await admin.query(text);
  for (const table of tables) await admin.query(`alter table ${table} enable row level security`);
  await admin.query('reset session_replication_role; reset work_mem');
  await admin.query(
    'insert into figure_change (county_code, matter_id) select county_code, id from matter order by opened_at',
  );
  await admin.query(`insert into visit_change (county_code, center_id, day)
    select distinct county_code, center_id, date_bin('1 day', at, '2000-01-01 00:00+08') from visit`);
  await admin.query('vacuum analyze');
}

/** A year of disputes, each with five events, a clock and a visit; four of five have ended. `one` of them lie in one county. */
export const yearOfDisputes = (admin: pg.Client, rows: number, one: number): Promise<void> =>
  inOneGo(admin, async () => {
    await admin.query(`create temporary table town as select row_number() over (partition by county_code = '140106' order by code) - 1 as n,
    code, county_code, county_code = '140106' as one from region where length(code) = 9`);
    await admin.query(
      `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id,
       lead_unit_id, seen_by, restricted, opened_at, updated_at)
     select t.county_code, gen_random_uuid(), 'dispute', lpad(g.g::text, 15, '0'),
       case when g.g % 5 = 0 then 'inMediation' else 'struckOff' end, '楼上漏水赔偿', lpad((g.g % 18 + 1)::text, 2, '0'),
       t.code, t.code || '-center', t.code || '-center',
       case when g.g % 500 = 0 then array['system', 'c:' || t.code || '-center#centerLeader']
         else array['system', 'party:' || g.g, 'c:' || t.code || '-center', 'c:' || t.county_code || '-center',
           'c:140100-center', 'r:140100', 'r:' || t.county_code, 'r:' || t.code] end,
       g.g % 500 = 0, now() - ($1 - g.g) * interval '365 days' / $1, now()
     from (select g, case when $2::float8 = 0 then g % 10 = 0 else g % 100 < $2::float8 * 100 end as one from generate_series(1, $1::int) g) g
     join town t on t.one = g.one and t.n = g.g / 100 % (select count(*) from town o where o.one = g.one)`,
      [rows, one],
    );
    await admin.query(`insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing)
    select county_code, id, (array['walkIn', 'hotline', 'screening', 'court'])[1 + (code::bigint % 4)], gen_random_uuid(), receiving_center_id, '经过', 'yes' from matter`);
    await admin.query(`insert into matter_event (county_code, matter_id, seq, id, at, type, actor_role, status_after, data, previous_hash, hash)
    select m.county_code, m.id, s.seq, gen_random_uuid(), m.opened_at + s.days * interval '1 day', s.type, 'handler', s.status, '{}', '', ''
    from matter m join (values (1, 0, 'register', 'registered', true), (2, 0, 'accept', 'accepted', true), (3, 5, 'settle', 'settled', false),
      (4, 6, 'verifyClosure', 'closed', false), (5, 20, 'strikeOff', 'struckOff', false)) s(seq, days, type, status, always)
      on s.always or m.status = 'struckOff' where m.kind = 'dispute'`);
    await admin.query(
      `insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at, stopped_at, stop_reason)
     select county_code, gen_random_uuid(), id, 'handle', $1::jsonb, '', opened_at, opened_at + interval '7 days',
       case when status = 'struckOff' then opened_at + interval '6 days' end, case when status = 'struckOff' then 'submitClosure' end from matter`,
      [JSON.stringify(defaultClockRules.handle)],
    );
    await admin.query(`insert into visit (county_code, id, center_id, owner, at, post_id, service, head_count)
    select county_code, gen_random_uuid(), receiving_center_id, 'c:' || receiving_center_id, opened_at, gen_random_uuid(), 'mediation', 2 from matter`);
    await admin.query(`insert into settlement (county_code, id, matter_id, form, terms, total_cents, effective_on, created_at)
    select county_code, gen_random_uuid(), id, 'written', '付清', 100000, opened_at::date, opened_at + interval '5 days' from matter where status = 'struckOff'`);
    await admin.query(`insert into rating (county_code, id, matter_id, score, channel, at)
    select county_code, gen_random_uuid(), id, 5, 'counter', opened_at + interval '9 days' from matter where status = 'struckOff'`);
  });
