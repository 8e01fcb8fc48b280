import { toIso } from '../platform/now.ts';
import { ticketLabel } from './line.ts';
import { serviceLabel } from './services.ts';

type VisitRow = {
  readonly id: string;
  readonly at: Date;
  readonly services: readonly string[];
  readonly head_count: number;
  readonly memo: string;
  readonly confidential: boolean;
  readonly prefix: string | null;
  readonly number: number | null;
  readonly counter_number: number | null;
  readonly post_id: string;
  readonly code: string | null;
  readonly matter_id: string | null;
  readonly corrected_at: Date | null;
  readonly withdrawn_at: Date | null;
};

/** A visit as the center's own desk reads it. */
export function visitLine(row: VisitRow, nameOf: (postId: string) => string) {
  return {
    id: row.id,
    at: toIso(row.at),
    services: row.services.map((service) => ({ service, label: serviceLabel(service) })),
    headCount: row.head_count,
    memo: row.memo,
    confidential: row.confidential,
    ticket: row.prefix !== null && row.number !== null ? ticketLabel({ prefix: row.prefix, number: row.number }) : null,
    counter: row.counter_number,
    postId: row.post_id,
    by: nameOf(row.post_id),
    /** Null where there is none, or where the reader may not see it. */
    code: row.code,
    isDispute: row.matter_id !== null,
    corrected: row.corrected_at !== null,
    withdrawn: row.withdrawn_at !== null,
  };
}
export type VisitLine = ReturnType<typeof visitLine>;
