import { addDays, type Day, formatDay } from '../platform/now.ts';

/** As many days before its end a term of office is said to end soon. Ours [G]. */
export const SOON_DAYS = 60;

export type TermState = 'none' | 'running' | 'endsSoon' | 'ended';

export function termState(termTo: Day | null, today: Day): TermState {
  if (termTo === null) return 'none';
  if (termTo < today) return 'ended';
  return termTo <= addDays(today, SOON_DAYS) ? 'endsSoon' : 'running';
}

type Term = { readonly name: string; readonly termTo: Day | null; readonly told: string | null };

/** What the leader is to hear of one term, once before its end and once after it; `told` is then kept. */
export function termNotice({ name, termTo, told }: Term, today: Day): { told: string; text: string } | null {
  const state = termState(termTo, today);
  if (termTo === null || (state !== 'endsSoon' && state !== 'ended')) return null;
  const key = `${state} ${termTo}`;
  if (told === key) return null;
  const day = formatDay(termTo);
  const text =
    state === 'ended'
      ? `${name}的任期 ${day}到期了，请换届或者续任。`
      : `${name}的任期 ${day}到期，请准备换届或者续任。`;
  return { told: key, text };
}
