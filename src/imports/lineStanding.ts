import { atTime, dayOf } from '../platform/now.ts';
import { type EndingName, endings, isEnding, isOpenEnding } from './endings.ts';
import type { LedgerField } from './ledgerFields.ts';
import type { Line } from './readLine.ts';

/** A sentence about a field of the row. */
export type Found = { at: LedgerField | null; sentence: string };

/** A date without a time: the office opens at nine. Nothing is shown of it. */
const UNKNOWN_TIME = '09:00';

/** When it was opened and closed; what cannot be is said at its cell. */
export function times(line: Line, now: Date, found: Found[]) {
  const { openedOn, closedOn, occurredOn } = line.days;
  const today = dayOf(now);
  for (const [at, day] of Object.entries(line.days))
    if (day.day > today) found.push({ at: at as LedgerField, sentence: `${day.day} 还没有到` });
  if (!openedOn) return { openedAt: null, closedAt: null };
  if (closedOn && closedOn.day < openedOn.day)
    found.push({ at: 'closedOn', sentence: `办结 ${closedOn.day} 早于登记 ${openedOn.day}` });
  if (occurredOn && occurredOn.day > openedOn.day)
    found.push({ at: 'occurredOn', sentence: `发生 ${occurredOn.day} 晚于登记 ${openedOn.day}` });
  const openedAt = atTime(openedOn.day, openedOn.time ?? UNKNOWN_TIME);
  const closedAt = closedOn
    ? atTime(
        closedOn.day,
        closedOn.time ?? (closedOn.day === openedOn.day ? (openedOn.time ?? UNKNOWN_TIME) : UNKNOWN_TIME),
      )
    : null;
  return { openedAt, closedAt: closedAt && closedAt < openedAt ? openedAt : closedAt };
}

/** Where the ledger says nothing of how it stands: a day of closing says that it was closed. */
export function endingOf(status: string | null, line: Line, mapped: boolean, found: Found[]): EndingName {
  if (status !== null && isEnding(status)) {
    if (!isOpenEnding(endings[status]) && status !== 'declined' && !line.days.closedOn)
      found.push({ at: 'closedOn', sentence: `写的是「${line.texts.status ?? ''}」，没有办结日期` });
    return status;
  }
  if (line.days.closedOn) return 'closed.settled';
  if (mapped && !line.texts.status) found.push({ at: 'status', sentence: '没有写办到哪一步' });
  return 'registered';
}
