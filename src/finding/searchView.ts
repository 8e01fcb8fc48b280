import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import { clockState } from '../deadlines/state.ts';
import type { DisputeReference } from '../disputes/engine.ts';
import { maskPartiesLine } from '../disputes/maskParty.ts';
import { type Status, statusLabels } from '../disputes/procedure.ts';
import { regionPath } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { RegionSight } from '../search/asked.ts';
import type { Beside, Group } from '../search/beside.ts';
import type { FoundMatter, Reason } from './found.ts';

export type Hit = {
  code: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  category: string;
  place: string;
  leadUnit: string | null;
  status: Status;
  statusLabel: string;
  clock: { label: string; code: string; word: string; chip: string; sentence: string } | null;
  openedAt: string;
  restricted: boolean;
  reason: Reason;
};

/** `searched`: also by last fours, which left a trace; `tooMany`: not any more within this hour. */
export type Numbers = 'notAsked' | 'searched' | 'tooMany';

export type SearchAnswer = Beside & {
  asOf: string;
  /** Where was looked: 迎泽区, 全市. */
  scope: string;
  /** `more`: there are more than were counted. */
  matters: Group<Hit> & { more: boolean };
  numbers: Numbers;
};

export type SearchPage = { asOf: string; scope: string; rows: Hit[]; next: string | null; numbers: Numbers };

/** What watching a region shows of its matters, and so what it lets one find by. */
export const regionSight = ({ role }: Actor): RegionSight =>
  role === 'informationOfficer' || role === 'gridWorker' ? 'place' : 'ledger';

function chipOf(clock: Clock | undefined, calendar: Calendar, now: Date): Hit['clock'] {
  if (!clock) return null;
  const { code, word, chip, sentence } = clockState(clock, calendar, now);
  return { label: clock.rule.label, code, word, chip, sentence };
}

export function hitOf(
  { row, sight, reason }: FoundMatter,
  clock: Clock | undefined,
  reference: DisputeReference,
  now: Date,
): Hit {
  const { network, calendarFor } = reference;
  const brief = sight === 'place' || sight === 'former';
  const category = network.category(row.categoryCode)?.name ?? '';
  const from = row.regionCode.length > 6 ? 'township' : 'county';
  return {
    code: row.code,
    codeShort: shortCode(row.code, network.region(row.countyCode)?.short ?? ''),
    title: brief ? `${category}纠纷` : row.title,
    partiesLine: maskPartiesLine(row.partiesLine, sight),
    category,
    place: regionPath(row.regionCode, (code) => network.region(code)?.short, from),
    leadUnit: row.leadUnitId ? (network.unit(row.leadUnitId)?.short ?? null) : null,
    status: row.status,
    statusLabel: statusLabels[row.status].zh,
    clock: chipOf(clock, calendarFor(row.countyCode, row.receivingCenterId), now),
    openedAt: row.openedAt.toISOString(),
    restricted: row.restricted,
    reason,
  };
}

export function scopeOf({ counties, countyCode }: Actor, { network }: DisputeReference): string {
  return counties.length > 1 ? '全市' : (network.region(countyCode)?.name ?? '');
}
