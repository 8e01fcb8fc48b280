import { sql } from 'kysely';
import type { Outcome } from '../backups/outcome.ts';
import { systemActor } from '../platform/actor.ts';
import { type Db, plainly, reading } from '../platform/db.ts';
import { formatTime } from '../platform/now.ts';
import { bad, type Check, type Found, ok, warn } from './finding.ts';

/** One line of the recurring work: how it ended last, and when it last ended well. */
export type WorkRow = {
  readonly name: string;
  readonly lastRunAt: Date;
  readonly endedAt: Date | null;
  readonly lastDoneAt: Date | null;
  readonly outcome: Outcome | null;
  readonly said: string | null;
};
export type WorkLine = { readonly name: string; readonly everySeconds: number };
export type WorkView = WorkLine & Partial<Omit<WorkRow, 'name'>> & { readonly late: boolean };

const MINUTE = 60_000;

/**
 * Nothing is taken for done because nobody complained: a line that did not end well for three of its turns and ten minutes
 * is late, whether it failed, hangs, or was never begun. `up`: since when this server could have done it.
 */
export function viewWork(lines: readonly WorkLine[], rows: readonly WorkRow[], up: Date, now: Date): WorkView[] {
  return lines.map((line) => {
    const row = rows.find(({ name }) => name === line.name);
    const from = Math.max(row?.lastDoneAt?.getTime() ?? 0, up.getTime());
    const patience = 3 * line.everySeconds * 1_000 + 10 * MINUTE;
    return { ...row, name: line.name, everySeconds: line.everySeconds, late: now.getTime() - from > patience };
  });
}

export function judgeWork(views: readonly WorkView[]): Found {
  const failed = views.filter(({ outcome }) => outcome === 'failed');
  const late = views.filter((view) => view.late && !failed.includes(view));
  const blind = views.filter(({ outcome, late: isLate }) => outcome === 'unchecked' && !isLate);
  if (failed.length > 0)
    return bad(
      failed.map(({ name, said }) => `${name}：没做成，${said ?? ''}`).join('；'),
      '按里面说的处理；它会自己再试。',
    );
  if (late.length > 0)
    return bad(`没有按时做：${late.map(({ name }) => name).join('；')}`, '重启服务；还不做，把日志交给维护的人。');
  if (blind.length > 0)
    return warn(blind.map(({ name, said }) => `${name}：没能查，${said ?? ''}`).join('；'), '按里面说的处理。');
  return ok(`${views.length} 项都按时做完`);
}

export async function readWork(db: Db): Promise<WorkRow[]> {
  const { rows } = await plainly(db, (queries) =>
    sql<WorkRow>`select name, last_run_at as "lastRunAt", ended_at as "endedAt", last_done_at as "lastDoneAt", outcome, said
      from recurring_run order by name`.execute(queries),
  );
  return rows;
}

async function jobs(db: Db, now: () => Date): Promise<Found> {
  const week = new Date(now().getTime() - 7 * 24 * 60 * MINUTE);
  const { rows } = await plainly(db, (queries) =>
    sql<{ kind: string; count: string; last: Date; problem: string | null }>`
      select kind, count(*) as count, max(ended_at) as last, (array_agg(problem order by ended_at desc))[1] as problem
      from job where state = 'failed' and ended_at > ${week} group by kind order by max(ended_at) desc`.execute(
      queries,
    ),
  );
  if (rows.length === 0) return ok('七天里没有没做完的');
  const lines = rows.map(
    ({ kind, count, last, problem }) => `${kind} ${count} 次，最近 ${formatTime(last)}：${problem ?? ''}`,
  );
  return warn(lines.join('；'), '请做的人再做一次；还不成，把日志交给维护的人。');
}

async function unsent({ db, counties, up, now }: WorkMeans): Promise<Found> {
  const early = new Date(now().getTime() - 30 * MINUTE);
  if (up > early) return ok('服务刚启动，停着时压下的正在补送');
  const waiting = await plainly(db, (queries) =>
    sql<{ count: string; error: string | null }>`select count(*) as count, max(last_error) as error
      from outbox where done_at is null and not_before < ${early}`.execute(queries),
  );
  const texts = await reading(db, systemActor(counties), (queries) =>
    sql<{ count: string }>`select count(*) as count from delivery
      where channel = 'sms' and state in ('due', 'sending') and due_at < ${early} and county_code = any(${counties})`.execute(
      queries,
    ),
  );
  const [queued, stuck] = [Number(waiting.rows[0]?.count), Number(texts.rows[0]?.count)];
  if (queued + stuck === 0) return ok('没有压着的');
  return bad(
    `压了半小时以上：${queued} 件待办理、${stuck} 条短信`,
    '看短信网关通不通；通了会自己接着发。要紧的先打电话。',
  );
}

export type WorkMeans = {
  readonly db: Db;
  readonly counties: readonly string[];
  readonly lines: readonly WorkLine[];
  readonly up: Date;
  readonly now: () => Date;
};

/** Whether what happens by itself does happen. */
export const workChecks = (means: WorkMeans): Check[] => [
  {
    id: 'work',
    name: '自己做的事',
    look: async () => judgeWork(viewWork(means.lines, await readWork(means.db), means.up, means.now())),
  },
  { id: 'jobs', name: '后台工作', look: () => jobs(means.db, means.now) },
  { id: 'unsent', name: '发给居民的话', look: () => unsent(means) },
];

/** Who runs the house must not be taken over by a stolen password. */
export const secondFactorCheck = (db: Db, demanded: boolean): Check => ({
  id: 'secondFactor',
  name: '第二道验证',
  async look() {
    const { rows } = await plainly(db, (queries) =>
      sql<{ administrator: boolean; without: string; all: string }>`
        select p.role in ('systemAdmin', 'securityAdmin', 'auditAdmin') as administrator, count(distinct u.id) as "all",
          count(distinct u.id) filter (where u.totp_sealed is null) as without
        from app_user u join post p on p.user_id = u.id
        where u.active and (p.valid_to is null or p.valid_to >= current_date) group by 1`.execute(queries),
    );
    const of = (administrator: boolean) => rows.find((row) => row.administrator === administrator);
    const [open, others] = [Number(of(true)?.without ?? 0), Number(of(false)?.without ?? 0)];
    const advice = '请他们本人登录后在「我的账号」里绑定。';
    if (open > 0) return (demanded ? bad : warn)(`${open} 位管理员没有第二道验证`, advice);
    return ok(others > 0 ? `管理员都有；别的岗位有 ${others} 人没有` : '人人都有');
  },
});
