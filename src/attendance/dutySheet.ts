import type { Printable } from '../documents/printable.ts';
import { dayOf, formatClock, formatDocumentDay, weekdayName } from '../platform/now.ts';
import type { DutyLogPage, ShiftView } from './rosterViews.ts';
import { spokenHead } from './spokenHead.ts';

export type DutySheet = {
  center: string;
  day: string;
  facts: { label: string; value: string }[];
  openBefore: string[];
  shifts: {
    name: string;
    onDuty: string;
    lines: { at: string; body: string; who: string; open: string }[];
    words: string;
    given: string;
    taken: string;
    head: string;
  }[];
  chain: { head: string; count: string };
  printedAt: string;
  printedBy: string;
};

const clock = (iso: string): string => formatClock(new Date(iso));
const partWords = { leader: '带班', officer: '值班' } as const;

function stateOf(entry: ShiftView['entries'][number]): string {
  if (!entry.open) return '';
  return entry.settledAt === null ? '□ 要接着办' : `✓ ${entry.settledBy ?? ''}：${entry.settledWords}`;
}

function shiftOf({ name, from, to, onDuty, entries, handover }: ShiftView): DutySheet['shifts'][number] {
  const people = onDuty.map(({ part, name: who, phone }) => `${partWords[part]} ${who}${phone ? ` ${phone}` : ''}`);
  return {
    name: `${name} ${from}–${to}`,
    onDuty: people.length > 0 ? people.join('，') : '没有公布值班表',
    lines: entries.map((entry) => ({ at: clock(entry.at), body: entry.body, who: entry.who, open: stateOf(entry) })),
    words: handover?.words ?? '',
    given: handover ? `${handover.givenBy} ${clock(handover.givenAt)}` : '',
    taken: handover?.takenBy && handover.takenAt ? `${handover.takenBy} ${clock(handover.takenAt)}` : '',
    head: handover ? spokenHead(handover.chainHead) : '',
  };
}

/** The duty log on paper: it has to be readable years later, without a screen and by people who were not there. */
export function dutySheet(page: DutyLogPage, printedBy: string, now: Date): Printable<DutySheet> {
  const { facts, chain } = page;
  return {
    template: 'attendance/dutySheet.typ',
    data: {
      center: page.center.name,
      day: `${formatDocumentDay(page.day)} ${weekdayName(page.day)}`,
      facts: [
        { label: '接待', value: `${facts.visits} 批 ${facts.people} 人次` },
        { label: '登记', value: `${facts.registered} 件` },
        { label: '分流', value: `${facts.dispatched} 件` },
        { label: '办结', value: `${facts.closed} 件` },
        { label: '叫单位来', value: `${facts.calls} 次，到了 ${facts.callsArrived} 次` },
        { label: '报警', value: `${facts.alarms} 次${facts.drills > 0 ? `，演练 ${facts.drills} 次` : ''}` },
      ],
      openBefore: page.openBefore.map(
        (entry) => `${entry.day.slice(5)} ${clock(entry.at)} ${entry.body}（${entry.who}）`,
      ),
      shifts: page.shifts.map(shiftOf),
      chain: { head: spokenHead(chain.head), count: `${chain.count} 条` },
      printedAt: `${formatDocumentDay(dayOf(now))} ${formatClock(now)}`,
      printedBy,
    },
  };
}
