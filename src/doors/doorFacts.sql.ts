import type { Dispute } from '../disputes/dispute.ts';
import type { DoorFacts } from '../handover/door.ts';
import type { DoorEngine } from '../handover/doorEngine.ts';
import { ask, type Queries } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';

type Agreed = DoorFacts['agreements'][number];
type Owed = { id: string; title: string | null; dueOn: string | null; money: boolean; payeePartyId: string | null };

/** What a way asks before its door opens, in one look. */
export async function readDoorFacts(
  { now }: Pick<DoorEngine, 'now'>,
  queries: Queries,
  dispute: Dispute,
): Promise<DoorFacts> {
  const { countyCode, id, status, categoryCode, restricted, clocks, parties } = dispute;
  const key = [countyCode, id];
  const at = now();
  const today = dayOf(at);
  const [agreements, promises, doors] = await Promise.all([
    ask<Agreed>(
      queries,
      `select s.id, s.effective_on::text as "effectiveOn", s.form from visible_settlement s
        where s.county_code = $1 and s.matter_id = $2 order by s.created_at desc`,
      key,
    ),
    ask<Owed>(
      queries,
      `select id, title, due_on::text as "dueOn", amount_cents is not null as money, payee_party_id as "payeePartyId"
        from visible_promise where county_code = $1 and matter_id = $2 and state = 'open' order by due_on, id`,
      key,
    ),
    ask<DoorFacts['doors'][number]>(
      queries,
      `select d.way, m.status, d.result from visible_door d join matter m on m.county_code = d.county_code and m.id = d.matter_id
        where d.county_code = $1 and m.about_id = $2 order by m.opened_at`,
      key,
    ),
  ]);
  return {
    ...{ status, categoryCode, restricted, now: at, clocks, parties, agreements, doors },
    promises: promises.map(({ dueOn, ...rest }) => ({ ...rest, late: dueOn !== null && dueOn < today })),
  };
}
