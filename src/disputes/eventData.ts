import { formatDay, isDay } from '../platform/now.ts';

/** What an event holds, as sentences need it: nothing where it is something else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const dayText = (day: unknown): string => (isDay(text(day)) ? formatDay(text(day)) : '');
