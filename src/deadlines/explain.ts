import { dayOf, yearOf } from '../platform/now.ts';
import { sentenceOf, type Telling } from './sentences.ts';
import type { ArithmeticStep } from './steps.ts';

const flowing = new Set<ArithmeticStep['type']>([
  'corresponding',
  'counted',
  'swapped',
  'skipped',
  'roll',
  'hours',
  'officeHours',
]);

/** The lines that screen, resident's page and paper all print, so that no two of them can tell a date differently. */
export function explain(steps: readonly ArithmeticStep[], telling: Omit<Telling, 'year'> = {}): string[] {
  const start = steps.find((step) => step.type === 'start');
  const year = start ? yearOf(dayOf(new Date(start.at))) : 0;
  const lines: { text: string; flows: boolean }[] = [];
  for (const step of steps) {
    const text = sentenceOf(step, { ...telling, year });
    const flows = flowing.has(step.type);
    const before = lines.at(-1);
    if (before?.flows && step.type === 'end') before.text += ` → ${text}`;
    else if (before?.flows && flows) before.text += ` │ ${text}`;
    else lines.push({ text, flows });
  }
  return lines.map(({ text }) => text);
}
