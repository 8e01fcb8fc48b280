import { refuse } from '../platform/refusal.ts';
import type { TicketTable } from '../platform/schema.ts';

export type TicketState = TicketTable['state'];

/** What may happen to a number, from which states, and how it stands then. */
export const ticketSteps = {
  recall: { from: ['called', 'serving'], to: 'called', label: '重呼' },
  serve: { from: ['called'], to: 'serving', label: '到了' },
  finish: { from: ['called', 'serving'], to: 'done', label: '办完了' },
  skip: { from: ['called'], to: 'waiting', label: '没到，往后排' },
  missing: { from: ['called'], to: 'noShow', label: '没来，过号' },
  leave: { from: ['waiting', 'called', 'serving'], to: 'left', label: '走了' },
  handOver: { from: ['waiting', 'called', 'serving'], to: 'waiting', label: '转窗口' },
  requeue: { from: ['noShow', 'left'], to: 'waiting', label: '又来了，接着排' },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState; label: string }>;

export type TicketStep = keyof typeof ticketSteps;

export const stateWords: Readonly<Record<TicketState, string>> = {
  waiting: '在等',
  called: '已叫号',
  serving: '正在办',
  done: '办完了',
  left: '走了',
  noShow: '没来，过号',
};

export const isOpenState = (state: TicketState): boolean => state === 'called' || state === 'serving';

export type Held = { state: TicketState; label: string; counterNumber: number | null };

/** Refused in a sentence that says how the number stands; what stands at another counter is that counter's. */
export function decideTicketStep(step: TicketStep, ticket: Held, counter: number | null): TicketState {
  const { from, to, label } = ticketSteps[step];
  const held = isOpenState(ticket.state);
  if (!(from as readonly TicketState[]).includes(ticket.state))
    refuse(
      'conflict',
      'ticketMoved',
      `${ticket.label} 现在是「${stateWords[ticket.state]}」${held ? `（${ticket.counterNumber} 号窗）` : ''}，不能「${label}」。`,
    );
  if (held && ticket.counterNumber !== counter)
    refuse('conflict', 'ticketElsewhere', `${ticket.label} 在 ${ticket.counterNumber} 号窗办，由那个窗口来。`);
  return to;
}
