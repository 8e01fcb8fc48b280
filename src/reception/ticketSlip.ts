import type { Printable } from '../documents/printable.ts';
import { type Day, formatClock, formatDay, formatDocumentDay } from '../platform/now.ts';
import { groupOf, type HallRules, priorityLabel } from './hallRules.ts';
import { ticketLabel } from './line.ts';
import { serviceLabel } from './services.ts';
import { slotText } from './slots.ts';
import type { TicketRow } from './ticketRow.ts';

/** A strip of paper from the small printer: never a name, never what it is about. */
export type HallSlip = {
  width: number;
  center: string;
  title: string;
  big: string;
  facts: string[];
  foot: string[];
};

const template = 'reception/hallSlip.typ';
/** What the print head leaves free on both sides comes off the paper. */
const widthOf = ({ paper }: HallRules): number => Number(paper);

export const waitText = (wait: { from: number; to: number } | null): string | null =>
  wait === null ? null : wait.from === 0 ? `大约等 ${wait.to} 分钟以内` : `大约等 ${wait.from}—${wait.to} 分钟`;

type TicketFacts = {
  center: string;
  row: TicketRow;
  ahead: number;
  wait: { from: number; to: number } | null;
  now: Date;
};

/** What one reads off the slip and off the kiosk, in the same words. */
export function ticketLines(rules: HallRules, { row, ahead, wait }: Omit<TicketFacts, 'center' | 'now'>): string[] {
  const group = groupOf(rules, row.prefix);
  const why = priorityLabel(rules, row.priority);
  const first = ahead === 0 ? '前面没有人' : `前面还有 ${ahead} 人`;
  const estimate = waitText(wait);
  return [
    group?.name ?? '',
    estimate === null ? first : `${first}，${estimate}`,
    ...(why === null ? [] : [`优先：${why}`]),
    ...(row.due_at === null ? [] : [`预约 ${formatClock(row.due_at)}，到点先叫`]),
    `${group?.where ? `在${group.where}等，` : ''}听叫号、看大屏`,
  ].filter((line) => line !== '');
}

export function ticketSlip(rules: HallRules, facts: TicketFacts): Printable<HallSlip> {
  const { center, row, now } = facts;
  return {
    template,
    data: {
      width: widthOf(rules),
      center,
      title: '您的号',
      big: ticketLabel(row),
      facts: ticketLines(rules, facts),
      foot: ['叫过没到，会往后排几个；到窗口说一声就行。', `${formatDocumentDay(row.day)} ${formatClock(now)} 取`],
    },
  };
}

type AppointmentFacts = { center: string; phone: string | null; code: string; day: Day; slot: string; service: string };

export function appointmentSlip(rules: HallRules, facts: AppointmentFacts): Printable<HallSlip> {
  const { center, phone, code, day, slot, service } = facts;
  return {
    template,
    data: {
      width: widthOf(rules),
      center,
      title: '预约号',
      big: code,
      facts: [formatDay(day), slotText(day, slot), serviceLabel(service)],
      foot: [
        '到了在取号机上选「我有预约」，输这个号；也可以直接到窗口说。',
        `来不了，请取消：${phone ? `打 ${phone}，` : ''}或者上网，凭预约号和电话后四位。`,
      ],
    },
  };
}
