import { sql } from 'kysely';
import { applyChanges, clockChanges } from '../../deadlines/clockChanges.ts';
import { type ClockRow, clockJson, clockOf } from '../../deadlines/clockRow.sql.ts';
import type { Actor } from '../../platform/actor.ts';
import { command } from '../../platform/db.ts';
import { chainStart } from '../../platform/eventChain.ts';
import { followsFrom, momentOf } from '../decideStep.ts';
import type { Bound, Engine } from '../engine.ts';
import type { Head } from '../head.ts';
import { openMatter } from '../state.sql.ts';
import { contextFor } from '../takeStep.sql.ts';
import type { ErrandRules } from './errand.rules.ts';
import {
  type Errand,
  errandKind,
  errandLife,
  FollowInput,
  finish,
  followMatter,
  giveAgain,
  handBack,
  hindersGiving,
  SaidInput,
  type Step,
} from './errand.ts';

/** Its own table, as a migration would make it. */
export const errandTable = `
  insert into matter_kind (kind, supervised) values ('errand', false);
  create table errand (county_code text not null, matter_id uuid not null, carrier_unit_id text not null,
    tries integer not null, primary key (county_code, matter_id));
  alter table errand enable row level security;
  alter table errand force row level security;
  create policy errand_county on errand for all
    using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
  create view visible_errand with (security_barrier) as
    select t.* from errand t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
  grant insert, update, select (county_code, matter_id) on errand to fengqiao_app;
  grant select on visible_errand to fengqiao_app;
  alter table errand owner to fengqiao_owner;
  alter view visible_errand owner to fengqiao_owner;`;

export const errand: Bound<Errand, ErrandRules, Step> = {
  ...{ kind: errandKind, life: errandLife, reactions: {} },
  store: {
    table: 'errand',
    async find(queries, countyCode, code) {
      const { rows } = await sql<Omit<Errand, 'clocks'> & { clocks: ClockRow[] }>`
        select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.version, m.event_seq as "eventSeq",
          m.event_hash as "eventHash", m.settings_version as "settingsVersion", m.restricted,
          m.category_code as "categoryCode", m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId",
          m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId", m.named_post_ids as "namedPostIds",
          m.seen_by as "seenBy", m.opened_at as "openedAt", m.closed_at as "closedAt",
          e.carrier_unit_id as "carrierUnitId", e.tries,
          coalesce((select json_agg(${clockJson} order by c.started_at, c.id) from visible_matter_clock c
            where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks
        from matter m join visible_errand e on e.county_code = m.county_code and e.matter_id = m.id
        where m.county_code = ${countyCode} and m.code = ${code}`.execute(queries);
      return rows[0] && { ...rows[0], clocks: rows[0].clocks.map(clockOf) };
    },
  },
  steps: {
    finish: { input: SaidInput, decide: finish },
    handBack: { input: SaidInput, decide: handBack },
    giveAgain: { input: SaidInput, decide: giveAgain, hinders: hindersGiving },
    followMatter: { input: FollowInput, decide: followMatter },
  },
};

/** A center gives an errand about a matter: one of its own begins. */
export function giveErrand(
  engine: Engine<ErrandRules>,
  actor: Actor,
  about: Head,
  carrierUnitId: string,
  code: string,
) {
  const settingsVersion = engine.reference().pinFor(about.countyCode, errandKind);
  return command(engine.db, actor, async (tx) => {
    const context = contextFor(engine, actor, { ...about, settingsVersion });
    const head = { ...about, ...{ id: context.newId(), code, title: '跑一趟', status: 'given' as const, version: 1 } };
    const blank = { ...head, ...{ eventSeq: 0, eventHash: chainStart, settingsVersion, openedAt: context.now } };
    const thing: Errand = { ...blank, closedAt: null, clocks: [], carrierUnitId, tries: 1 };
    const moment = momentOf(errand, 'give', thing, context);
    const changes = clockChanges([], { starts: ['report'], stops: [] }, [], moment);
    const given = { ...thing, clocks: applyChanges([], changes) };
    const row = { into: 'errand', values: { carrier_unit_id: carrierUnitId, tries: 1 } } as never;
    const decision = { type: 'give', inserts: [row] };
    openMatter(tx, errand, { thing: given, decision, changes, about, ...followsFrom(errand, given, context) }, context);
  });
}
