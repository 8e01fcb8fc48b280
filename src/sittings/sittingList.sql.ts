import type { Actor } from '../platform/actor.ts';
import { ask, type Queries } from '../platform/db.ts';
import type { SittingStatus } from './procedure.ts';
import { sittingKind } from './sittingKind.ts';
import type { SittingForm, SittingResult } from './words.ts';

export type ListedSitting = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: SittingStatus;
  form: SittingForm;
  startsAt: Date;
  endsAt: Date;
  roomIds: string[];
  place: string;
  result: SittingResult | null;
  aboutId: string;
  aboutCode: string;
  needsRoom: boolean;
};

const columns = `m.county_code as "countyCode", m.id, m.code, m.title, m.status, s.form, s.starts_at as "startsAt",
  s.ends_at as "endsAt", s.room_ids as "roomIds", s.place, s.result, m.about_id as "aboutId", m.about_code as "aboutCode",
  m.closed_at is null and s.room_ids <> '{}' and not exists (select from booking b where b.group_id = m.id and b.room_id is not null
    and b.state = 'held' and b.from_at <= s.starts_at and b.to_at >= s.ends_at) as "needsRoom"`;
const own = `join visible_sitting s on s.county_code = m.county_code and s.matter_id = m.id`;

/** Sittings about a dispute, alone or with others, newest first. */
export function listAbout(
  queries: Queries,
  { countyCode, id }: { countyCode: string; id: string },
): Promise<ListedSitting[]> {
  return ask<ListedSitting>(
    queries,
    `select ${columns} from visible_sitting_dispute d
      join matter m on m.county_code = d.county_code and m.id = d.matter_id ${own}
      where d.county_code = $1 and d.dispute_id = $2 order by s.starts_at desc, m.code desc limit 100`,
    [countyCode, id],
  );
}

/** What a post may see of a stretch of days, in order. */
export function listBetween(queries: Queries, actor: Actor, from: Date, to: Date): Promise<ListedSitting[]> {
  return ask<ListedSitting>(
    queries,
    `select ${columns} from matter m ${own}
      where (m.county_code, m.id) in (select v.county_code, v.matter_id from matter_seen v
          where v.county_code = any($1::text[]) and v.viewer = any($2::text[]) and v.kind = $3)
        and s.starts_at >= $4 and s.starts_at < $5 order by s.starts_at, m.code limit 300`,
    [[...actor.counties], [...actor.viewers], sittingKind.name, from, to],
  );
}
