import { type RawBuilder, sql } from 'kysely';

/** For a child the first guardian `g` is reached; `p` is the party. One row at the most: two guardians are not two people to tell. */
export const guardianOf: RawBuilder<unknown> = sql`left join lateral (select x.phone_sealed from visible_party x
  where x.county_code = p.county_code and x.matter_id = p.matter_id and x.represents_party_id = p.id
    and x.representation = 'guardian' and p.minor order by x.position limit 1) g on true`;

/** The number under which somebody is reached, sealed. */
export const reachedBy: RawBuilder<string | null> = sql<string | null>`coalesce(g.phone_sealed, p.phone_sealed)`;
