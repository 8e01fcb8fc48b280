/** A table of narrow rows, and which of its columns it shares with `matter` and the kind's own table. */
export type Listed = { table: 'listed_dispute'; columns: ReadonlySet<string>; anew: 'list_disputes' };
