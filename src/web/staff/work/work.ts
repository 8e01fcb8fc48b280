import { addDays, dayOf, dueDay } from '../../../platform/now.ts';
import type { WorkItem, WorkList } from '../../../procedures/views.ts';

export type Whose = 'all' | 'mine' | 'desk';
export type GroupName = 'overdue' | 'today' | 'week' | 'later' | 'undated';
export type Group = { name: GroupName; items: WorkItem[] };

const order: readonly GroupName[] = ['overdue', 'today', 'week', 'later', 'undated'];

export function groupOf({ dueAt }: Pick<WorkItem, 'dueAt'>, now: Date): GroupName {
  if (dueAt === null) return 'undated';
  const due = new Date(dueAt);
  if (due <= now) return 'overdue';
  const [day, today] = [dueDay(due), dayOf(now)];
  if (day <= today) return 'today';
  return day <= addDays(today, 7) ? 'week' : 'later';
}

/** In the order of the server, soonest first; a heading only where something stands under it. */
export function grouped(items: readonly WorkItem[], now: Date): Group[] {
  return order
    .map((name) => ({ name, items: items.filter((item) => groupOf(item, now) === name) }))
    .filter((group) => group.items.length > 0);
}

/** All that is loaded. What moved between two pages while they were turned is shown once. */
export function itemsOf(pages: readonly Pick<WorkList, 'items'>[]): WorkItem[] {
  return [...new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item])).values()];
}

const face = (item: WorkItem): string => `${item.act}${item.status}${item.dueAt ?? ''}${item.clock?.code ?? ''}`;

/** How many rows would move, come or go if the newer list were shown: until the person asks, the list stays. */
export function countChanges(shown: readonly WorkItem[], newer: readonly WorkItem[]): number {
  const before = new Map(shown.map((item) => [item.id, face(item)]));
  const changed = newer.filter((item) => before.get(item.id) !== face(item)).length;
  const after = new Set(newer.map((item) => item.id));
  return changed + shown.filter((item) => !after.has(item.id)).length;
}
