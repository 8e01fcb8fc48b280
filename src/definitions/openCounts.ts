import type { Status } from '../disputes/procedure.ts';
import { running } from '../ledger/readFilter.ts';
import type { LedgerSearch } from '../ledger/search.ts';

/** What is open as ledger, reports and board count it, and what each leaves out. */
export type OpenCounts = {
  /** Of which day the reports' figure is. */
  day: string;
  /** Not struck off, as the ledger lists it. */
  ledger: number;
  /** Of these, received and led by others: helped with, or once in hand. */
  elsewhere: number;
  unsettled: number;
  unsettledHidden: number;
  closed: number;
  board: number;
  boardHidden: number;
  /** On the board, though struck off or declined: a limit still leads to a day. */
  boardEnded: number;
  /** Handled by itself, without a clock of ours. */
  withoutClock: number;
  /** Handled with another one, whose clocks run. */
  linked: number;
};

/** Statuses in hand of what is handled by itself; what is merged follows another one, whose clocks run. */
export const alone: readonly Status[] = running.filter((status) => status !== 'linked');
/** What has ended and is in no ledger of open ones. */
const ended = 'declined,struckOff,archived';

export type PartName = Exclude<keyof OpenCounts, 'day'>;
type Address = {
  to: '/ledger' | '/reports/figures' | '/supervision/matters';
  search: Readonly<Record<string, string>>;
};
/** One number of the line; `list`: where it opens, null for what nobody may list. */
export type Part = { name: PartName; sign: '' | '+' | '−'; count: number; list: Address | null };
export type Way = { parts: Part[]; sum: number; gap: number };

/** The ledger's searches behind the parts: counted and opened by the same words. */
export const ledgerParts = {
  ledger: {},
  elsewhere: { whose: 'elsewhere' },
  closed: { status: 'closed' },
  boardEnded: { status: ended, due: '2000-01-01..' },
  withoutClock: { status: alone.join(','), due: 'none' },
  linked: { status: 'linked' },
} as const satisfies Partial<Record<PartName, LedgerSearch>>;
export type LedgerPart = keyof typeof ledgerParts;

function listOf(name: PartName, { day, elsewhere }: OpenCounts): Address | null {
  if (name === 'unsettled') return { to: '/reports/figures', search: { what: 'open', from: day, to: day } };
  if (name === 'board') return { to: '/supervision/matters', search: { state: 'open' } };
  if (!(name in ledgerParts)) return null;
  const own = elsewhere !== 0 && name !== 'ledger' && name !== 'elsewhere' ? { whose: 'own' } : {};
  return { to: '/ledger', search: { ...ledgerParts[name as LedgerPart], ...own } };
}

/** What adds nothing is left out, except where a line begins. */
function partsOf(counts: OpenCounts, names: readonly (readonly [Part['sign'], PartName])[]): Part[] {
  return names
    .map(([sign, name]) => ({ name, sign, count: counts[name], list: listOf(name, counts) }))
    .filter(({ sign, count }) => sign === '' || count !== 0);
}

const added = (parts: readonly Part[]): number =>
  parts.reduce((sum, { sign, count }) => sum + (sign === '−' ? -count : count), 0);

export type Reconciled = { of: Part[]; whole: number; ways: Way[] };

/**
 * One number, cut in two ways: 台账未销号 = 未办结 + 办结没销号 = 督办台在办 + 没有我们的钟 + 合并到别的, each less what it
 * counts and the ledger does not list. Where a side does not come to it, the gap says by how much.
 */
export function reconciled(counts: OpenCounts): Reconciled {
  const of = partsOf(counts, [
    ['', 'ledger'],
    ['−', 'elsewhere'],
  ]);
  const whole = added(of);
  const ways = (
    [
      [
        ['', 'unsettled'],
        ['+', 'closed'],
        ['−', 'unsettledHidden'],
      ],
      [
        ['', 'board'],
        ['+', 'withoutClock'],
        ['+', 'linked'],
        ['−', 'boardEnded'],
        ['−', 'boardHidden'],
      ],
    ] as const
  ).map((names) => {
    const parts = partsOf(counts, names);
    const sum = added(parts);
    return { parts, sum, gap: whole - sum };
  });
  return { of, whole, ways };
}

export const partWords: Readonly<Record<PartName, { zh: string; en: string }>> = {
  ledger: { zh: '台账未销号', en: 'Not struck off (ledger)' },
  elsewhere: { zh: '别处受理、牵头，这里协办或经过手的', en: 'of others, helped with or once in hand here' },
  unsettled: { zh: '未办结', en: 'Not closed' },
  unsettledHidden: { zh: '限制知悉、报表计入台账不列', en: 'restricted: in reports, not in the ledger' },
  closed: { zh: '办结没销号', en: 'closed, not struck off' },
  board: { zh: '督办台在办', en: 'On the board' },
  boardHidden: { zh: '限制知悉、督办台计入台账不列', en: 'restricted: on the board, not in the ledger' },
  boardEnded: { zh: '已了结、还有到期日的', en: 'ended, with a date to come' },
  withoutClock: { zh: '没有我们的钟', en: 'without a clock of ours' },
  linked: { zh: '合并到别的一件', en: 'handled with another' },
};

const spoken = (parts: readonly Part[]): string =>
  parts.map(({ name, sign, count }) => `${sign === '' ? '' : `${sign} `}${partWords[name].zh} ${count} 件`).join(' ');

const ending = ({ sum, gap }: Way): string =>
  ` = ${sum} 件，${gap === 0 ? '对得上' : `对不上，差 ${Math.abs(gap)} 件`}`;

/** The same as text, for paper. */
export function openLines(counts: OpenCounts): string[] {
  const { of, whole, ways } = reconciled(counts);
  const own = of.length > 1 ? ` = ${whole} 件` : '';
  return [spoken(of) + own, ...ways.map((way) => `= ${spoken(way.parts)}${ending(way)}`)];
}
