import type { Clock } from '../deadlines/clock.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { isLabor } from '../law/questions.ts';
import { type SayingId, say } from '../law/say.ts';
import { formatDue } from '../platform/now.ts';

export type WayOnDefault = { saying: SayingId; words: string };
/** Of what was not kept: money or a deed, and by what it can be enforced. */
export type Unkept = { amountCents: number | null; title?: string | null };

/**
 * What a party may do when an agreement is not kept, by the title it has. What a court confirmed, or an award or a notary made
 * enforceable, is enforced; without a title nothing can be, and no sentence here says so: what can still be done together comes
 * first, then what one side can do alone. `until`: when a right that runs ends; null where none does.
 */
export function waysOpen(
  until: (kind: string) => Date | string | null,
  categoryCode: string | null,
  unkept: readonly Unkept[],
): WayOnDefault[] {
  const together = (saying: SayingId, kind: string): WayOnDefault[] => {
    const end = until(kind);
    return end === null ? [] : [{ saying, words: `${say(saying, { until: `（到${formatDue(new Date(end))}）` })}。` }];
  };
  const alone = (saying: SayingId): WayOnDefault => ({ saying, words: say(saying) });
  const bare = unkept.filter(({ title }) => (title ?? null) === null);
  const enforced = bare.length < unkept.length ? [alone('enforceNow')] : [];
  if (unkept.length > 0 && bare.length === 0) return enforced;
  const money = bare.some(({ amountCents }) => amountCents !== null);
  return [
    ...enforced,
    alone('notEnforceable'),
    ...together('askTogether', 'confirmationRequest'),
    ...together('askReview', 'laborReview'),
    ...(isLabor(categoryCode ?? '') && money ? [alone('payOrder')] : []),
    alone('sueOnAgreement'),
  ];
}

export function waysOnDefault(
  { clocks, categoryCode }: { clocks: readonly Clock[]; categoryCode: string | null },
  unkept: readonly Unkept[],
): WayOnDefault[] {
  const running = runningClocks(clocks);
  return waysOpen((kind) => running.find((clock) => clock.kind === kind)?.dueAt ?? null, categoryCode, unkept);
}
