import { sql } from 'kysely';
import { recordPageNotices } from '../attendance/attendance.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, recordText } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { leaderKey } from '../procedures/owners.ts';
import { SOON_DAYS, termNotice } from './terms.ts';

type Row = { what: 'body' | 'mediator'; id: string; name: string; termTo: string; told: string | null };

const told: Readonly<Record<Row['what'], string>> = {
  body: 'update mediation_body set term_told = $2 where unit_id = $1',
  mediator: 'update mediator_profile set term_told = $2 where post_id = $1::uuid',
};

/** The county's leader hears once that a term of office ends soon, and once that it has ended. */
export async function remindTerms(engine: Engine, actor: Actor, countyCode: string): Promise<number> {
  const now = engine.now();
  const today = dayOf(now);
  return command(engine.db, actor, async (tx) => {
    const { rows } = await sql<Row>`
      select 'body' as what, b.unit_id as id, u.name, b.term_to as "termTo", b.term_told as told
        from mediation_body b join unit u on u.id = b.unit_id
        where b.county_code = ${countyCode} and u.active and b.term_to <= ${today}::date + ${SOON_DAYS}::int
      union all
      select 'mediator', p.id::text, u.name, f.term_to, f.term_told
        from mediator_profile f join post p on p.id = f.post_id join app_user u on u.id = p.user_id
        where f.county_code = ${countyCode} and f.status <> 'ended' and f.term_to <= ${today}::date + ${SOON_DAYS}::int
          and coalesce(p.valid_to, 'infinity') >= ${today}::date
      order by 4, 2 limit 200`.execute(tx);
    const notices = rows.flatMap((row) => {
      const notice = termNotice(row, today);
      return notice ? [{ ...row, ...notice }] : [];
    });
    const owner = leaderKey(`${countyCode}-center`);
    recordPageNotices(
      tx,
      countyCode,
      notices.map(({ text }) => ({ owner, text, page: '/mediation' })),
      now,
    );
    for (const { what, id, told: key } of notices) recordText(tx, told[what], [id, key]);
    return notices.length;
  });
}
