import { Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';

export const services = [
  'consultation',
  'legalAdvice',
  'legalAid',
  'mediation',
  'arbitration',
  'petition',
  'litigation',
  'notary',
  'psychology',
  'guidance',
] as const;

export const VisitInput = Type.Object(
  {
    service: Type.Union(
      services.map((service) => Type.Literal(service)),
      { title: '办什么' },
    ),
    headCount: Type.Integer({ minimum: 1, maximum: 999, title: '来了几个人' }),
    memo: Type.String({ maxLength: 300, title: '记一句' }),
  },
  { additionalProperties: false },
);
export type VisitInput = { service: (typeof services)[number]; headCount: number; memo: string };

/** Visits are counted in person-times; one that is no dispute ends here. */
export function recordVisit(tx: Tx, actor: Actor, visit: VisitInput & { matterId: string | null }, now: Date): string {
  const id = newId(now);
  const centerId = actor.centerId ?? actor.unitId;
  const values = {
    county_code: actor.countyCode,
    id,
    center_id: centerId,
    owner: `c:${centerId}`,
    at: now,
    post_id: actor.postId,
    service: visit.service,
    head_count: visit.headCount,
    matter_id: visit.matterId,
    memo: visit.memo.trim(),
  };
  record(tx, tx.insertInto('visit').values(values));
  return id;
}
