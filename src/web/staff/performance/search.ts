import { performanceParts } from '../../../closing/performance.ts';

export type PerformanceSearch = {
  part?: (typeof performanceParts)[number];
  month?: string;
  keeper?: string;
  after?: string;
};

const fits = {
  part: (value: string) => (performanceParts as readonly string[]).includes(value),
  month: (value: string) => /^20\d\d-(0[1-9]|1[0-2])$/.test(value),
  keeper: (value: string) => value.length <= 80,
  after: (value: string) => value.length <= 300,
};

/** The address is the state: whatever it does not know is dropped. */
export const readPerformanceSearch = (search: Record<string, unknown>): PerformanceSearch =>
  Object.fromEntries(
    Object.entries(fits).flatMap(([name, fit]) => {
      // The router reads 2026 as a number; a month it leaves alone.
      const value = search[name];
      return typeof value === 'string' && value !== '' && fit(value) ? [[name, value] as const] : [];
    }),
  );

/** The month before or after, 2026-12 and 1: 2027-01. */
export function monthBeside(month: string, step: 1 | -1): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
