import { sql } from 'kysely';
import type { TSchema } from 'typebox';
import { type PostRole, roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { counting, type Queries } from '../platform/db.ts';
import { addMonths, dayOf, startOfDay, toIso } from '../platform/now.ts';
import { hoursOf, questionsOf, secondsOf } from './burden.ts';
import type { BurdenRow, BurdenView, RoleTimes, SuperiorBurden } from './burdenView.ts';
import { askedTwice } from './cellsInCommon.ts';
import { wordsOf } from './countFill.sql.ts';
import { type FillRow, listFills } from './fills.sql.ts';
import { type FormRow, listForms } from './forms.sql.ts';
import { listOf } from './found.sql.ts';
import { placeOf, type ReportDeps } from './reports.sql.ts';
import { reportScope } from './scope.ts';
import { openAddresses } from './suggest.ts';

/** A form that people fill in: what it asks, and how often is read from what it leaves behind. */
export type AskedForm = { key: string; title: string; schema: TSchema; leaves: 'event' | 'visit' };

type Times = { key: string; role: string; times: number };

/** How often each kind of post took each step in the year. Posts, never people. */
async function countSteps(queries: Queries, counties: readonly string[], since: Date): Promise<Times[]> {
  const { rows } = await sql<Times>`
    select type as key, actor_role as role, count(*)::int as times from visible_matter_event
    where county_code in (${listOf(counties)}) and at >= ${since} group by type, actor_role`.execute(queries);
  return rows;
}

/** Visits that became a dispute were asked for in registering. */
async function countVisitsByRole(queries: Queries, counties: readonly string[], since: Date): Promise<Times[]> {
  const { rows } = await sql<Times>`
    select 'visit' as key, coalesce(p.role, 'receptionist') as role, count(*)::int as times
    from visit v left join post p on p.id = v.post_id
    where v.county_code in (${listOf(counties)}) and v.at >= ${since} and v.matter_id is null group by 2`.execute(
    queries,
  );
  return rows;
}

const staff = (role: string): boolean => role !== 'system' && role !== 'party';

function rowOf({ key, title, schema }: AskedForm, times: readonly Times[], rules: BurdenView['rules']): BurdenRow {
  const asked = questionsOf(schema);
  const seconds = secondsOf(asked, rules);
  const byRole = times
    .filter((each) => each.key === key && staff(each.role))
    .map(({ role, times: own }): RoleTimes => ({ role, label: roleLabel(role as PostRole), times: own }))
    .toSorted((a, b) => b.times - a.times);
  const all = byRole.reduce((sum, each) => sum + each.times, 0);
  const required = asked.filter((each) => each.required).length;
  return {
    key,
    title,
    required,
    optional: asked.length - required,
    seconds,
    times: all,
    hours: hoursOf(all, seconds),
    byRole,
  };
}

function superior(form: FormRow, fills: readonly FillRow[], since: Date, cellSeconds: number): SuperiorBurden {
  const own = fills.filter((fill) => fill.form_id === form.id && fill.as_of >= since);
  const open = openAddresses(form.grid);
  const byHand = own.reduce((sum, { manual }) => sum + Object.keys(manual).length, 0);
  const counted = open.filter((address) => form.mapping[address] && form.mapping[address]?.kind !== 'ask').length;
  return {
    ...{ id: form.id, name: form.name, issuer: form.issuer, cells: open.length, counted, times: own.length, byHand },
    ...{ hours: hoursOf(byHand, cellSeconds), hoursWithout: hoursOf(own.length * open.length, cellSeconds) },
  };
}

function hoursByRole(forms: readonly BurdenRow[]): BurdenView['byRole'] {
  const all = forms.flatMap(({ byRole, seconds }) => byRole.map((each) => ({ ...each, spent: each.times * seconds })));
  return [...Map.groupBy(all, ({ role }) => role)]
    .map(([role, each]) => ({
      role,
      label: each[0]?.label ?? role,
      hours: hoursOf(
        1,
        each.reduce((sum, { spent }) => sum + spent, 0),
      ),
    }))
    .toSorted((a, b) => b.hours - a.hours);
}

/** What forms asked of people in the last twelve months, by kind of post. */
export async function readBurden(deps: ReportDeps, actor: Actor, asked: readonly AskedForm[]): Promise<BurdenView> {
  const now = deps.now();
  const from = addMonths(dayOf(now), -12);
  const since = startOfDay(from);
  const { network, rulesFor } = deps.reference();
  const { counties } = reportScope(actor);
  const { seconds, optionalPercent } = rulesFor(actor.countyCode).rules.reports;
  const house = { counties, viewers: ['system'] };
  const [times, { forms, fills }] = await Promise.all([
    counting(deps.db, house, async (queries) => [
      ...(await countSteps(queries, counties, since)),
      ...(await countVisitsByRole(queries, counties, since)),
    ]),
    counting(deps.db, actor, async (queries) => {
      const own = (await listForms(queries, actor.countyCode)).filter(({ active }) => active);
      return {
        forms: own,
        fills: await listFills(
          queries,
          actor.countyCode,
          own.map(({ id }) => id),
        ),
      };
    }),
  ]);
  const rules = { seconds, optionalPercent };
  const rows = asked.map((form) => rowOf(form, times, rules)).toSorted((a, b) => b.hours - a.hours);
  return {
    ...{ asOf: toIso(now), from, place: placeOf(network, { counties, within: { kind: 'all' } }, {}), rules },
    forms: rows,
    superiors: forms.map((form) => superior(form, fills, since, seconds.cell)),
    twice: askedTwice(forms, (form, address) => {
      const rule = form.mapping[address];
      return rule ? wordsOf(deps, rule) : address;
    }),
    byRole: hoursByRole(rows),
    hours: Math.round(rows.reduce((sum, { hours }) => sum + hours, 0) * 10) / 10,
  };
}
