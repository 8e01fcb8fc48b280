import { refuse } from '../platform/refusal.ts';

/** A code names its county in its first six digits; the core never changes. */
export function countyOfCode(code: string): string {
  return /\d{6}/.exec(code)?.[0] ?? refuse('notFound', 'noSuchMatter', '没有这个编号。核对编号再试。');
}
