import type { SchemaRule } from './schema-lint.ts';

const app = 'fengqiao_app';
const belowMatter = `exists (select from pg_attribute where attrelid = t.oid and attname = 'matter_id')
  and to_regclass('visible_' || t.name) is not null`;
const can = (right: string) => `has_table_privilege('${app}', t.oid, '${right}')`;

/** What the database itself keeps from people: rows, columns, changes. */
export const rightsRules: readonly SchemaRule[] = [
  {
    sentence: 'a distributed table has row-level security, enabled and forced',
    sql: `select name from tables t where kind = 'distributed' and not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    sentence: 'a policy reads its own row and settings, no sub-select',
    sql: `select polname || ' on ' || t.name as name from pg_policy join tables t on t.oid = polrelid
      where polqual::text ~ 'SUBLINK' or polwithcheck::text ~ 'SUBLINK'`,
  },
  {
    // On Citus the shards drop it without a word: all rows of every county could be read.
    sentence: 'no policy is AS RESTRICTIVE: its condition belongs into the one that grants',
    sql: `select polname || ' on ' || t.name as name from pg_policy join tables t on t.oid = polrelid where not polpermissive`,
  },
  {
    // After a transaction the setting of a pooled connection is '' and not null.
    sentence: 'a policy takes each setting through nullif',
    sql: `select policyname || ' on ' || tablename as name from pg_policies where schemaname = 'public'
      and regexp_count(concat(qual, with_check), 'current_setting') <> regexp_count(concat(qual, with_check), 'NULLIF\\(current_setting')`,
  },
  {
    sentence: 'the application owns nothing and steps over no policy',
    sql: `select c.relname::text as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = '${app}'
      union all select rolname::text from pg_roles where rolname = '${app}' and (rolsuper or rolbypassrls or rolcreaterole)`,
  },
  {
    sentence: 'what happened is never changed: no UPDATE, DELETE or TRUNCATE on events, trail and command results',
    sql: `select name from tables t where name in ('matter_event', 'trail', 'command_result')
      and (${can('UPDATE')} or ${can('DELETE')} or ${can('TRUNCATE')} or has_any_column_privilege('${app}', t.oid, 'UPDATE'))`,
  },
  {
    sentence: 'a table below the matter is read through its visible_ view only',
    sql: `select name from tables t where kind = 'distributed' and ${belowMatter} and ${can('SELECT')}`,
  },
  {
    sentence: 'a distributed table with a matter is the matter’s list, a person’s own, or has a visible_ view',
    sql: `select name from tables t where kind = 'distributed' and exists (select from pg_constraint c where c.conrelid = t.oid
      and c.contype = 'f' and c.confrelid = 'matter'::regclass) and to_regclass('visible_' || t.name) is null`,
  },
  {
    sentence: 'a visible_ view is a security_barrier and joins the matter',
    sql: `select c.relname::text as name from pg_class c where c.relkind = 'v' and c.relname like 'visible\\_%'
      and (not coalesce('security_barrier=true' = any (c.reloptions), false)
        or pg_get_viewdef(c.oid) !~ 'JOIN matter m ON .*county_code.*county_code.*m\\.id')`,
  },
];
