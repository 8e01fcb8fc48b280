import { type Status, statusLabels } from '../disputes/procedure.ts';
import type { Network } from '../network/lookup.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { type Day, dayOf } from '../platform/now.ts';
import type { HandoverRow } from './handoverRow.ts';
import { partLabels } from './holding.ts';

export type HandoverLine = {
  ids: string[];
  code: string;
  codeShort: string;
  title: string;
  statusLabel: string;
  partsLabel: string;
  note: string | null;
  state: 'waiting' | 'acknowledged' | 'undone' | 'ended';
};
export type HandoverRun = {
  runId: string;
  at: string;
  until: string;
  from: string;
  to: string[];
  lines: HandoverLine[];
  /** Some of it can still be taken back today. */
  undoable: number;
};

function stateOf(row: HandoverRow): HandoverLine['state'] {
  if (row.undoneAt) return 'undone';
  if (row.endedAt) return 'ended';
  return row.acknowledgedAt ? 'acknowledged' : 'waiting';
}

/** Once the hand-over is over, who gave it away knows code and status. */
function lineOf(rows: readonly HandoverRow[], network: Pick<Network, 'region'>, reader: string): HandoverLine {
  const [first] = rows as [HandoverRow];
  return {
    ids: rows.map(({ id }) => id),
    code: first.code,
    codeShort: shortCode(first.code, network.region(first.countyCode)?.short ?? ''),
    title: first.endedAt && first.fromPostId === reader ? '' : first.title,
    statusLabel: statusLabels[first.status as Status]?.zh ?? '',
    partsLabel: rows.map(({ part }) => partLabels[part].zh).join('、'),
    note: first.note,
    state: stateOf(first),
  };
}

/** Grouped as it was given: one run, its matters, who took which. */
export function handoverView(
  rows: readonly HandoverRow[],
  network: Pick<Network, 'region'>,
  today: Day,
  reader: string,
): HandoverRun[] {
  return [...Map.groupBy(rows, ({ runId }) => runId)].map(([runId, parts]) => {
    const [first] = parts as [HandoverRow, ...HandoverRow[]];
    const matters = [...Map.groupBy(parts, ({ matterId }) => matterId).values()];
    const untouched = ([row]: HandoverRow[]) =>
      row !== undefined && stateOf(row) === 'waiting' && row.version === row.matterVersion && dayOf(row.at) === today;
    return {
      runId,
      at: first.at.toISOString(),
      until: first.until,
      from: first.fromName,
      to: [...new Set(parts.map(({ toName }) => toName))],
      lines: matters.map((each) => lineOf(each, network, reader)),
      undoable: matters.filter(untouched).length,
    };
  });
}
