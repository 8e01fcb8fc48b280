import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { disputeKind } from '../disputes/kind.ts';
import { statusLabels } from '../disputes/procedure.ts';
import { standingOf } from '../disputes/standing.ts';
import { type PaperKey, paperKeys, papers } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import { ask, type Queries } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { formatDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { guard } from '../procedures/guard.ts';
import { spokenMoney } from '../ui/money.ts';
import type { MatterFacts } from './judge.ts';
import type { Subject } from './scanViews.ts';

type About = (typeof papers)[PaperKey]['about'];
type Row = { about: About; id: string; on: string; cents: string | null };

/** What the dispute itself does not carry along: payments, return visits, inquiries, sittings and who was asked to them. */
const subjectsText = `
  select 'payment' as about, id, paid_on::text as on, cents from visible_payment
    where county_code = $1 and matter_id = $2 and undone_at is null
  union all select 'returnVisit', id, (at at time zone 'Asia/Shanghai')::date::text, null from visible_return_visit
    where county_code = $1 and matter_id = $2
  union all select 'inquiry', id, held_on::text, null from visible_inquiry where county_code = $1 and matter_id = $2
  union all select 'sitting', s.matter_id, (s.starts_at at time zone 'Asia/Shanghai')::date::text, null from visible_sitting s
    join visible_sitting_dispute d on d.county_code = s.county_code and d.matter_id = s.matter_id
    where d.county_code = $1 and d.dispute_id = $2
  union all select 'invite', i.id, (s.starts_at at time zone 'Asia/Shanghai')::date::text, null from visible_sitting_invite i
    join visible_sitting s on s.county_code = i.county_code and s.matter_id = i.matter_id
    join visible_sitting_dispute d on d.county_code = s.county_code and d.matter_id = s.matter_id
    where d.county_code = $1 and d.dispute_id = $2
  order by 3, 2`;

async function findSubjects(queries: Queries, dispute: Dispute) {
  const rows = await ask<Row>(queries, subjectsText, [dispute.countyCode, dispute.id]);
  const named = rows.map(({ about, id, on, cents }) => ({
    about,
    id,
    name: `${formatDay(on)}${cents === null ? '' : ` ${spokenMoney(Number(cents))}`}`,
  }));
  const agreements = dispute.agreements.map(({ id, number }, at) => ({
    ...{ about: 'agreement' as const, id, name: number ?? `第 ${at + 1} 份，还没有编号` },
  }));
  const parties = dispute.parties.map(({ id, name }) => ({ about: 'party' as const, id, name }));
  return Map.groupBy<About, { about: About; id: string; name: string }>(
    [...parties, ...agreements, ...named],
    ({ about }) => about,
  );
}

/** Every place of the matter's file, with what stands in it: of each party, agreement, payment. Its own name alone: of the matter. */
export async function listSubjects(queries: Queries, dispute: Dispute): Promise<Subject[]> {
  const found = await findSubjects(queries, dispute);
  return paperKeys.flatMap((form) => {
    const { name, about } = papers[form];
    const each = (found.get(about) ?? []).map((one) => ({ form, subjectId: one.id, label: `${name}（${one.name}）` }));
    return [...each, { form, subjectId: null, label: name }];
  });
}

/** The file of a matter to put papers into; refused to whoever may not, in the words of its procedure. */
export async function findPlaces(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  code: string,
): Promise<{ dispute: Dispute; facts: MatterFacts }> {
  const dispute = await getDispute(queries, code);
  const refused = guard(disputeKind, 'fileScans', standingOf(dispute), actor);
  if (refused) throw refused;
  const short = engine.reference().network.region(dispute.countyCode)?.short ?? '';
  const over = ['closed', 'struckOff', 'archived'].includes(dispute.status);
  const facts = {
    codeShort: shortCode(dispute.code, short),
    title: dispute.title,
    ended: over ? `这件事${statusLabels[dispute.status].zh}。看一看是不是还要放进去。` : null,
    subjects: await listSubjects(queries, dispute),
    versions: new Map(dispute.agreements.map((each) => [each.id, each.version])),
  };
  return { dispute, facts };
}

/** The same of each matter that a scan names; nothing where this person may not write. */
export async function findMatters(engine: Engine, queries: Queries, actor: Actor, codes: readonly string[]) {
  const known = new Map<string, MatterFacts | null>();
  for (const code of codes) {
    try {
      known.set(code, (await findPlaces(engine, queries, actor, code)).facts);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      known.set(code, null);
    }
  }
  return known;
}
