import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import type { HallRules } from './hallRules.ts';
import { waitingOf } from './hallView.ts';
import { orderFor, ticketLabel, waitsAgainFrom } from './line.ts';
import { findSeat } from './seats.sql.ts';
import type { TicketRow } from './ticketRow.ts';
import { decideTicketStep, type TicketStep } from './ticketSteps.ts';
import { findOpenAt, listLastPriorities, lockTicket, lockWaiting, type Place, recordTicket } from './tickets.sql.ts';

type At = { readonly actor: Actor; readonly place: Place; readonly rules: HallRules; readonly now: Date };

async function requireSeat(tx: Tx, { actor, place, now }: At): Promise<number> {
  const counter = await findSeat(tx, place, dayOf(now), actor.postId);
  return counter ?? refuse('conflict', 'noCounter', '先选今天坐几号窗，再叫号。');
}

/** The next number for this counter. Two who call at once get two numbers; who has one under way ends it first. */
export async function callNext(tx: Tx, at: At): Promise<TicketRow> {
  const { actor, place, rules, now } = at;
  const day = dayOf(now);
  const counter = await requireSeat(tx, at);
  const waiting = await lockWaiting(tx, place, day);
  const [open, lastPriorities] = await Promise.all([
    findOpenAt(tx, place, day, counter),
    listLastPriorities(tx, place, day, rules.priorityRun),
  ]);
  if (open)
    refuse(
      'conflict',
      'ticketOpen',
      `${ticketLabel(open)} 还没有结束：登记、只记咨询，或者按「没来」「走了」，再叫下一个。`,
    );
  const [first] = orderFor(rules, waiting.map(waitingOf), { counter, now, lastPriorities });
  const row = waiting.find(({ id }) => id === first?.id);
  if (!row) refuse('notFound', 'nobodyWaits', '现在没有人在等。');
  const set = { state: 'called' as const, counter_number: counter, post_id: actor.postId, called_at: now };
  recordTicket(tx, place, row.id, { ...set, calls: row.calls + 1 });
  return { ...row, ...set, calls: row.calls + 1 };
}

type Change = Parameters<typeof recordTicket>[3];

/** What each step writes beside the state; a number that waits again belongs to nobody. */
function changeOf(step: TicketStep, row: TicketRow, others: readonly TicketRow[], at: At): Change {
  const { rules, now } = at;
  if (step === 'recall') return { calls: row.calls + 1, called_at: now };
  if (step === 'serve') return { serving_at: now };
  if (step === 'skip') return { counter_number: null, waits_from: waitsAgainFrom(rules, others.map(waitingOf), now) };
  if (step === 'requeue') return { counter_number: null, waits_from: now, ended_at: null };
  return step === 'handOver' ? { counter_number: null } : { ended_at: now };
}

/** Any other step of one number, decided on its locked row. */
export async function stepTicket(
  tx: Tx,
  at: At,
  { id, step, forCounter }: { id: string; step: TicketStep; forCounter?: number },
): Promise<TicketRow> {
  const { actor, place, now } = at;
  const others = step === 'skip' ? await lockWaiting(tx, place, dayOf(now)) : [];
  const row = await lockTicket(tx, place, id);
  if (row?.day !== dayOf(now)) refuse('notFound', 'noSuchTicket', '今天没有这个号。');
  const counter = await findSeat(tx, place, dayOf(now), actor.postId);
  const state = decideTicketStep(
    step,
    { state: row.state, label: ticketLabel(row), counterNumber: row.counter_number },
    counter,
  );
  const handed = step === 'handOver' ? { for_counter: forCounter ?? null } : {};
  const set = { state, ...changeOf(step, row, others, at), ...handed };
  recordTicket(tx, place, row.id, set);
  return { ...row, ...set } as TicketRow;
}
