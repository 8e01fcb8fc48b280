import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { servicesOf } from './visits.sql.ts';

type Span = { counties: readonly string[]; centers: readonly string[]; from: Date; to: Date };

const within = (queries: Queries, { counties, centers, from, to }: Span) =>
  queries
    .selectFrom('visit as v')
    .where('v.county_code', 'in', [...counties])
    .where('v.center_id', 'in', [...centers])
    .where('v.at', '>=', from)
    .where('v.at', '<', to)
    .where('v.withdrawn_at', 'is', null);

/** Visits and person-times of each center; the same conditions as the list of `listVisits` has. */
export async function countVisits(queries: Queries, span: Span, groupFrom: number) {
  return within(queries, span)
    .select((eb) => [
      'v.center_id',
      eb.fn.countAll<number>().as('visits'),
      eb.fn.sum<number>('v.head_count').as('people'),
      sql<number>`count(*) filter (where v.head_count >= ${groupFrom})`.as('groups'),
      sql<number>`count(*) filter (where v.matter_id is not null)`.as('disputes'),
      sql<number>`count(*) filter (where v.confidential)`.as('confidential'),
    ])
    .groupBy('v.center_id')
    .execute();
}

/** A visit with three services counts under each of them, so these do not add up to the visits. */
export async function countServices(queries: Queries, span: Span) {
  return within(queries, span)
    .innerJoinLateral(sql<{ service: string }>`unnest(${servicesOf})`.as<'s'>(sql`s(service)`), (join) => join.onTrue())
    .select((eb) => [
      'v.center_id',
      's.service',
      eb.fn.countAll<number>().as('visits'),
      eb.fn.sum<number>('v.head_count').as('people'),
    ])
    .groupBy(['v.center_id', 's.service'])
    .execute();
}
