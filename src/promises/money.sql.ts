import { sql } from 'kysely';

/** Of money that was promised, what is due by its day, in cents: waived or agreed on anew it is what had been paid. `p`: a promise. */
export const dueCents = sql`case when p.state in ('open', 'kept') then p.amount_cents else p.paid_cents end`;
/** And what of it is paid. What was kept on the spot was paid whole. */
export const paidCents = sql`case when p.state = 'kept' then p.amount_cents else p.paid_cents end`;
