import type { BatchAsked, BatchDone, BatchForeseen } from '../../../ledger/batch.ts';
import { api } from '../api.ts';

const LOT = 50;
export type Foreseen = { rows: BatchForeseen[]; asksReason: boolean; asksToken: boolean };
export type BatchResult = { act: string; rows: BatchDone[] };

/** Asked in lots of fifty; together they are one answer. */
export async function foresee(asked: BatchAsked, codes: readonly string[]): Promise<Foreseen> {
  const found: Foreseen = { rows: [], asksReason: false, asksToken: false };
  for (let at = 0; at < codes.length; at += LOT) {
    const body = { ...asked, codes: codes.slice(at, at + LOT) };
    const { rows, ...asks } = await api.post<Foreseen>('/api/ledger/batch-previews', body);
    found.rows.push(...rows);
    Object.assign(found, asks);
  }
  return found;
}
