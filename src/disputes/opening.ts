import type { Insertable } from 'kysely';
import type { Json, NewNote, Telling } from '../matters/decision.ts';
import type { DisputeTable } from '../platform/schema.ts';
import type { Dispute } from './dispute.ts';

/**
 * What differs where a dispute does not come in at the counter now: typed in from paper, or taken over from an old ledger.
 * `columns` go into the dispute's own row, `data` into its first event. Clocks run from when it was opened; `quiet`: what was
 * over before we knew of it warns nobody.
 */
export type Opening = {
  type: 'register' | 'importDispute';
  data: { readonly [key: string]: Json };
  columns: Partial<Insertable<DisputeTable>>;
  starts: readonly string[];
  quiet: boolean;
  owes: boolean;
  tell: readonly Telling[];
  notes: readonly NewNote[];
};

const desk = ({ receivingCenterId }: Dispute): string => `c:${receivingCenterId}#dispatcher`;

export const atTheCounter = (dispute: Dispute): Opening => ({
  type: 'register',
  data: {},
  columns: {},
  starts: ['accept'],
  quiet: false,
  owes: true,
  tell: [{ owner: desk(dispute), text: '新登记一件，今天决定受不受理。' }],
  notes: [],
});
