import type { Calendar } from '../calendar/calendar.ts';
import { hoursOn } from '../calendar/officeHours.ts';
import type { Book } from '../network/book.ts';
import { isHere } from '../network/centerView.ts';
import type { PresenceForm } from '../network/subjects/presence.ts';
import { type Day, formatShortDay } from '../platform/now.ts';

/** One day unlike the plan, as somebody wrote it down. */
export type DayChange = {
  readonly id: string;
  readonly unitId: string;
  readonly kind: 'moved' | 'off' | 'extra' | 'hours';
  readonly day: Day;
  readonly movedTo: Day | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly counter: number | null;
  readonly reason: string;
};

/** A unit in a center on a day: to be here, to be called, or not today after all. */
export type Planned = {
  readonly unitId: string;
  readonly mode: PresenceForm['mode'];
  readonly how: 'here' | 'onCall' | 'off';
  readonly from: string;
  readonly to: string;
  readonly counter: number | null;
  readonly callMinutes: number | null;
  /** What is different today, in words. */
  readonly changed: string | null;
  readonly changeId: string | null;
};

type Base = { book: Book; calendar: Calendar; centerId: string; day: Day };

/** From the first opening to the last closing of the day. */
export function openHours(calendar: Calendar, day: Day): { from: string; to: string } {
  const sessions = hoursOn(calendar, day);
  return { from: sessions[0]?.from ?? '08:30', to: sessions.at(-1)?.to ?? '18:00' };
}

function planned(form: PresenceForm, { calendar, day }: Base): Planned | null {
  const open = openHours(calendar, day);
  const { unitId, mode, counterNumber: counter, callMinutes } = form;
  const base = { unitId, mode, counter, callMinutes, changed: null, changeId: null };
  const hours = { from: form.from ?? open.from, to: form.to ?? open.to };
  if (isHere(form, day, calendar)) return { ...base, ...hours, how: 'here' };
  return mode === 'onCall' || mode === 'invited' ? { ...base, ...hours, how: 'onCall' } : null;
}

const short = (day: Day | null): string => (day === null ? '' : formatShortDay(day));

function words(change: DayChange, day: Day): string {
  if (change.kind === 'moved')
    return change.day === day ? `换到 ${short(change.movedTo)}` : `从 ${short(change.day)} 换来`;
  if (change.kind === 'off') return '今天不来';
  return change.kind === 'extra' ? '今天加来' : '今天时间或窗口不同';
}

function applied(before: Planned | undefined, change: DayChange, base: Base, form?: PresenceForm): Planned {
  const open = openHours(base.calendar, base.day);
  const goes = change.kind === 'off' || (change.kind === 'moved' && change.day === base.day);
  return {
    unitId: change.unitId,
    mode: form?.mode ?? before?.mode ?? 'invited',
    how: goes ? 'off' : 'here',
    from: change.from ?? before?.from ?? form?.from ?? open.from,
    to: change.to ?? before?.to ?? form?.to ?? open.to,
    counter: change.counter ?? before?.counter ?? form?.counterNumber ?? null,
    callMinutes: form?.callMinutes ?? null,
    changed: [words(change, base.day), change.reason].filter(Boolean).join('：'),
    changeId: change.id,
  };
}

/** Who is to be in a center on a day, and who comes when called: the plan, with what was changed for this one day. */
export function planOf(base: Base, changes: readonly DayChange[]): Planned[] {
  const forms = [...base.book.presences.values()].filter((form) => form.active && form.centerId === base.centerId);
  const byUnit = new Map<string, Planned>();
  for (const form of forms) {
    const plan = planned(form, base);
    if (plan) byUnit.set(form.unitId, plan);
  }
  for (const change of changes) {
    if (change.day !== base.day && change.movedTo !== base.day) continue;
    const form = forms.find(({ unitId }) => unitId === change.unitId);
    byUnit.set(change.unitId, applied(byUnit.get(change.unitId), change, base, form));
  }
  return [...byUnit.values()];
}
