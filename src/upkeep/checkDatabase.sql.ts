import { type RawBuilder, sql } from 'kysely';
import { type Db, plainly } from '../platform/db.ts';
import { readMigrations } from '../platform/migrate.ts';
import { dayOf, formatTime, monthOf, yearOf } from '../platform/now.ts';
import { checkExtension } from './checkExtension.sql.ts';
import { bad, type Check, type Found, ok, warn } from './finding.ts';

const APP = 'fengqiao_app';

async function rows<T>(db: Db, query: RawBuilder<T>): Promise<T[]> {
  return plainly(db, async (queries) => (await query.execute(queries)).rows);
}

async function version(db: Db): Promise<Found> {
  const [row] = await rows(
    db,
    sql<{
      number: number;
      version: string;
    }>`select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  const major = Math.floor((row?.number ?? 0) / 10_000);
  if (major >= 15 && major <= 18) return ok(`PostgreSQL ${row?.version}`);
  return bad(`PostgreSQL ${row?.version}，要 15 到 18`, '换用 15 到 18 的服务器。');
}

async function migrations(db: Db): Promise<Found> {
  const done = new Set((await rows(db, sql<{ name: string }>`select name from migration`)).map(({ name }) => name));
  const missing = readMigrations().filter(({ name }) => !done.has(name));
  if (missing.length === 0) return ok(`走到 ${readMigrations().at(-1)?.name}`);
  return bad(`差 ${missing.length} 步，第一步是 ${missing[0]?.name}`, '停下再 npm start，会接着升级。');
}

async function locale(db: Db): Promise<Found> {
  const [row] = await rows(
    db,
    sql<{ encoding: string; ctype: string }>`select pg_encoding_to_char(encoding) as encoding, datctype as ctype
      from pg_database where datname = current_database()`,
  );
  if (row?.encoding !== 'UTF8') return bad(`编码是 ${row?.encoding}`, '数据库要用 UTF8 建。');
  if (row.ctype === 'C' || row.ctype === 'POSIX')
    return bad(`字符分类是 ${row.ctype}，中文片段找不到`, '用 C.UTF-8 或 zh_CN.UTF-8 重建数据库。');
  return ok(`UTF8，${row.ctype}`);
}

/** By what it does: names sort by pinyin. And whether the library is still the one that the indexes were built with. */
async function collation(db: Db): Promise<Found> {
  const [row] = await rows(
    db,
    sql<{ sorted: string; built: string | null; actual: string | null }>`
      select (select string_agg(x, '' order by x) from unnest(array['张','王','赵','阿','李']) x) as sorted,
        datcollversion as built, pg_database_collation_actual_version(oid) as actual
      from pg_database where datname = current_database()`,
  );
  if (row?.built && row.actual && row.built !== row.actual)
    return bad(
      `索引按 ${row.built} 版排序规则建，现在是 ${row.actual}`,
      '停下服务，运行 REINDEX DATABASE，再 ALTER DATABASE … REFRESH COLLATION VERSION。',
    );
  return row?.sorted === '阿李王张赵'
    ? ok('按拼音排')
    : warn(`不按拼音排：${row?.sorted}`, '建数据库时用 ICU 的 zh-Hans-CN。');
}

async function search(db: Db): Promise<Found> {
  const broken = await rows(
    db,
    sql<{
      name: string;
    }>`select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid`,
  );
  if (broken.length > 0)
    return bad(`索引坏了：${broken.map(({ name }) => name).join('、')}`, `运行 REINDEX INDEX ${broken[0]?.name}。`);
  const [found] = await rows(
    db,
    sql<{ name: string }>`select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_am m on m.oid = c.relam and m.amname = 'gin'
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'terms'
      where i.indrelid = 'search_entry'::regclass`,
  );
  return found
    ? ok('两个字也走索引')
    : bad(
        '没有查找用的两字索引，查找会越来越慢',
        '运行：create index search_entry_found on search_entry using gin (terms, open_terms, numbers)。',
      );
}

async function roles(db: Db): Promise<Found> {
  const wrong = await rows(
    db,
    sql<{ what: string }>`
      select rolname || ' 权力太大' as what from pg_roles where rolname = ${APP} and (rolsuper or rolbypassrls or rolcreaterole)
      union all select '它拥有 ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ${APP}
      union all select '它能改 ' || t from unnest(array['matter_event', 'trail', 'command_result']) t
        where has_table_privilege(${APP}, t, 'UPDATE, DELETE, TRUNCATE')`,
  );
  if (wrong.length === 0) return ok('服务的账号不拥有任何表，改不了经过');
  return bad(wrong.map(({ what }) => what).join('；'), '收回多给的权限，再查一次。');
}

async function rowSecurity(db: Db): Promise<Found> {
  const open = await rows(
    db,
    sql<{
      name: string;
    }>`select t.table_name as name from topology t join pg_class c on c.oid = to_regclass(t.table_name)
      where t.kind = 'distributed' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  if (open.length === 0) return ok('每张有区县的表都按行看管');
  const names = open.map(({ name }) => name);
  return bad(
    `没有按行看管：${names.join('、')}`,
    `马上运行：alter table ${names[0]} enable row level security; alter table ${names[0]} force row level security。`,
  );
}

async function clock(db: Db, now: () => Date): Promise<Found> {
  const before = now().getTime();
  const [row] = await rows(db, sql<{ at: Date }>`select clock_timestamp() as at`);
  const apart = Math.round(((row?.at.getTime() ?? 0) - (before + now().getTime()) / 2) / 1000);
  const found = `服务 ${formatTime(now())}，数据库差 ${Math.abs(apart)} 秒`;
  if (Math.abs(apart) <= 2) return ok(found);
  return Math.abs(apart) > 30
    ? bad(found, '两台机器对好时间（NTP），期限按时间算。')
    : warn(found, '两台机器对好时间（NTP）。');
}

/** The next year is published in November; from December on its absence makes dates provisional. */
export function judgeYears(published: readonly number[], at: Date): Found {
  const year = yearOf(dayOf(at));
  const wanted = monthOf(dayOf(at)) === 12 ? [year, year + 1] : [year];
  const missing = wanted.filter((each) => !published.includes(each));
  if (missing.length === 0) return ok(`到 ${Math.max(...published)} 年`);
  return warn(
    `没有 ${missing.join('、')} 年的放假安排，这些年的期限是暂算的`,
    '国务院办公厅公布后，在「日历」页上录入并发布。',
  );
}

async function years(db: Db, now: () => Date): Promise<Found> {
  const found = await rows(db, sql<{ year: number }>`select year from calendar_year where published_on is not null`);
  return judgeYears(
    found.map(({ year }) => year),
    now(),
  );
}

async function slow(db: Db): Promise<Found> {
  const running = await rows(
    db,
    sql<{
      seconds: number;
      query: string;
    }>`select extract(epoch from clock_timestamp() - query_start)::int as seconds, left(query, 60) as query
      from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()
        and query_start < clock_timestamp() - interval '30 seconds' order by query_start`,
  );
  const times = await Promise.all(everyday.map(({ query }) => timed(db, query)));
  const line = everyday.map(({ name }, index) => `${name} ${times[index]} 毫秒`).join('、');
  const first = running[0];
  if (first)
    return warn(
      `有一句已跑 ${first.seconds} 秒：${first.query}…；${line}`,
      '看看是不是谁在导出或统计；一直不停可以重启服务。',
    );
  return Math.max(...times) > 1_000 ? warn(line, '数据库忙或磁盘慢：看看磁盘和内存。') : ok(line);
}

const everyday = [
  { name: '按编号找', query: sql`select matter_id from code_alias order by code desc limit 1` },
  { name: '人员', query: sql`select count(*) from post` },
  { name: '发信队列', query: sql`select count(*) from outbox where done_at is null` },
] as const;

async function timed(db: Db, query: RawBuilder<unknown>): Promise<number> {
  const from = performance.now();
  await rows(db, query);
  return Math.round(performance.now() - from);
}

/** Without it there is no way back to a minute, and what it cannot hand over fills the disk. */
async function archiver(db: Db): Promise<Found> {
  const [row] = await rows(
    db,
    sql<{ failing: boolean | null; piece: string | null; failed: Date | null }>`
      select last_failed_time > coalesce(last_archived_time, '-infinity') as failing, last_failed_wal as piece,
        last_failed_time as failed from pg_stat_archiver`,
  );
  if (!row?.failing) return ok('日志都交出来了');
  const found = `${row.failed ? formatTime(row.failed) : ''} 起交不出日志（${row.piece}）`;
  return bad(found, '看看数据目录的磁盘满没满、数据库的账号能不能写；在这以前恢复不到任意时刻，日志也会越积越多。');
}

/** What only the database can tell about itself. */
export const databaseChecks = (db: Db, now: () => Date): Check[] => [
  { id: 'database', name: '数据库版本', look: () => version(db) },
  { id: 'migrations', name: '数据库升级', look: () => migrations(db) },
  { id: 'locale', name: '编码', look: () => locale(db) },
  { id: 'collation', name: '排序', look: () => collation(db) },
  { id: 'search', name: '查找的索引', look: () => search(db) },
  { id: 'extension', name: '数据库扩展', look: () => checkExtension(db) },
  { id: 'roles', name: '数据库账号', look: () => roles(db) },
  { id: 'rowSecurity', name: '按行看管', look: () => rowSecurity(db) },
  { id: 'clock', name: '时钟', look: () => clock(db, now) },
  { id: 'calendar', name: '放假安排', look: () => years(db, now) },
  { id: 'archiver', name: '日志归档', look: () => archiver(db) },
  { id: 'statements', name: '语句快慢', look: () => slow(db) },
];
