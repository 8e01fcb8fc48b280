import { record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { Run } from './runs.sql.ts';

type Choice = { rowNumbers: readonly number[] | null; chosen: boolean };

/** Rows that may be the same dispute as one we have: somebody looked and says that they are another. Null: all of them. */
export function chooseRows(tx: Tx, run: Run, { rowNumbers, chosen }: Choice): void {
  if (run.state !== 'checked') refuse('conflict', 'notChecked', '先检查，再决定可能重复的行写不写入。');
  if (rowNumbers?.length === 0) return;
  const possible = tx
    .updateTable('import_row')
    .set({ chosen })
    .where('county_code', '=', run.countyCode)
    .where('run_id', '=', run.id)
    .where('result', '=', 'possible')
    .where('matter_id', 'is', null);
  record(tx, rowNumbers === null ? possible : possible.where('row_number', 'in', [...rowNumbers]));
}
