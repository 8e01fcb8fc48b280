/** Something open that names a unit, place or post which has ended: how much, and of what. */
export type Orphan = { what: string; label: string; id: string; name: string; count: number };
