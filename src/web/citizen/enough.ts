import { Refusal } from '../../platform/refusal.ts';

type Reached = { readonly phone: string | null };

/** Of one party on one matter in a day. Whoever has more to say is better heard than read. */
export const MOST_WORDS = 20;
/** In a day from one address: a family, or a village committee that helps. */
export const MOST_BOOKINGS = 20;

export function tooManyWords({ phone }: Reached): Refusal {
  const call = phone ? `打电话：${phone}` : '到窗口说';
  const sentence = `今天已经写了 ${MOST_WORDS} 次，办理的人都看得到。还有话，${call}，或者明天再写。`;
  return new Refusal('tooMany', 'tooManyWords', sentence, { text: sentence });
}

export function tooManyBookings({ phone }: Reached): Refusal {
  const call = phone ? `或者打电话约：${phone}` : '或者到窗口约';
  return new Refusal('tooMany', 'tooManyBookings', `今天从这里约的太多了。明天再约，${call}。`);
}
