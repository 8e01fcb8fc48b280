import { sql } from 'kysely';
import type { Calendar } from '../calendar/calendar.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { unsupervised } from '../supervision/lateMatters.sql.ts';
import type { BriefingEngine } from './briefingEngine.ts';
import { type Consequence, consequenceOf } from './consequence.ts';

type Row = {
  code: string;
  countyCode: string;
  receivingCenterId: string;
  clock: { label: string; kind: string; dueAt: string; urgent: boolean | null } | null;
  notices: number;
};

/** The clock of ours that is over first on each of these matters, and how often it was noticed. */
async function listFirstClocks(queries: Queries, actor: Actor, codes: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.code, m.county_code as "countyCode", m.receiving_center_id as "receivingCenterId",
      (select json_build_object('label', c.rule ->> 'label', 'kind', c.kind, 'dueAt', c.due_at,
          'urgent', (c.rule ->> 'urgent')::boolean)
        from visible_matter_clock c where c.county_code = m.county_code and c.matter_id = m.id and c.stopped_at is null
          and c.binds = 'ours' and c.due_at is not null order by c.due_at, c.id limit 1) as clock,
      coalesce((select max(n.level) from visible_supervision_notice n where n.county_code = m.county_code
        and n.about_matter_id = m.id and n.lifted_at is null), 0) as notices
    from matter m where m.county_code = any (${[...actor.counties]}) and m.code = any (${[...codes]})`.execute(queries);
  return rows;
}

function ofRow({ clock, notices, ...row }: Row, calendar: Calendar, engine: BriefingEngine): Consequence {
  const first = clock && {
    label: clock.label,
    dueAt: new Date(clock.dueAt),
    urgent: clock.urgent === true,
    climbs: !unsupervised.includes(clock.kind),
  };
  const { supervision: rules } = engine.reference().rulesFor(row.countyCode).rules;
  return consequenceOf(first, { rules, calendar, notices, now: engine.now() });
}

/** What follows when nobody acts on these matters, by code. */
export async function readConsequences(
  engine: BriefingEngine,
  actor: Actor,
  codes: readonly string[],
): Promise<Map<string, Consequence>> {
  if (codes.length === 0) return new Map();
  const rows = await reading(engine.db, actor, (queries) => listFirstClocks(queries, actor, codes));
  const { calendarFor } = engine.reference();
  return new Map(rows.map((row) => [row.code, ofRow(row, calendarFor(row.countyCode, row.receivingCenterId), engine)]));
}
