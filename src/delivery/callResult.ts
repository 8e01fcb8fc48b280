import { type Static, Type } from 'typebox';
import { HOUR } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Channel, DeliveryState } from './delivery.ts';
import type { DeliveryRules } from './deliveryRules.ts';
import { nextChannel, outsideQuietHours } from './planDelivery.ts';

export const CallResultInput = Type.Object(
  {
    result: Type.Union(
      [
        Type.Literal('told', { title: '打通，说清了' }),
        Type.Literal('noAnswer', { title: '没人接' }),
        Type.Literal('wrongNumber', { title: '号码不对' }),
        Type.Literal('notWanted', { title: '本人说不用通知' }),
      ],
      { title: '打得怎么样' },
    ),
  },
  { additionalProperties: false },
);
export type CallResultInput = Static<typeof CallResultInput>;

export type Standing = { channel: Channel; state: DeliveryState; attempts: number };
export type Result = {
  state: DeliveryState;
  why?: string;
  attempts?: number;
  dueAt?: Date;
  reference?: string | null;
  next?: { channel: Channel; why: string } | null;
};

function mustBe({ channel, state }: Standing, wanted: Channel, states: readonly DeliveryState[]): void {
  if (channel !== wanted || !states.includes(state))
    throw new Refusal('conflict', 'deliveryMovedOn', '这一条已经有人处理了，刷新看看现在到哪一步。');
}

/** What a call came to. Nobody answering is tried again, so many times as the county says, and then written to. */
export function callResult(
  standing: Standing,
  { result }: CallResultInput,
  rules: Pick<DeliveryRules, 'callAttempts' | 'callRetryHours' | 'quietFrom' | 'quietTo'>,
  now: Date,
): Result {
  mustBe(standing, 'call', ['due']);
  const attempts = standing.attempts + 1;
  if (result === 'told') return { state: 'delivered', attempts };
  if (result === 'notWanted') return { state: 'cancelled', why: 'notWanted', attempts };
  if (result === 'noAnswer' && attempts < rules.callAttempts) {
    const later = new Date(now.getTime() + rules.callRetryHours * HOUR);
    return { state: 'due', why: 'noAnswer', attempts, dueAt: outsideQuietHours(later, 'call', rules) };
  }
  const channel = nextChannel('call');
  return { state: 'failed', why: result, attempts, next: channel && { channel, why: result } };
}

export const LetterResultInput = Type.Object(
  {
    result: Type.Union(
      [
        Type.Literal('posted', { title: '寄出了' }),
        Type.Literal('signed', { title: '本人签收了' }),
        Type.Literal('returned', { title: '退回来了' }),
      ],
      { title: '信到哪了' },
    ),
    number: Type.String({ maxLength: 40, title: '挂号信或快递单号' }),
  },
  { additionalProperties: false },
);
export type LetterResultInput = Static<typeof LetterResultInput>;

/** A letter is posted once it was printed, and delivered only by a signature. */
export function letterResult(standing: Standing, { result, number }: LetterResultInput): Result {
  if (result === 'posted') {
    mustBe(standing, 'letter', ['printed']);
    return { state: 'sent', reference: number.trim() || null };
  }
  mustBe(standing, 'letter', ['printed', 'sent']);
  return result === 'signed' ? { state: 'delivered' } : { state: 'failed', why: 'returned' };
}

/** Printed only where there is a file; printing again changes nothing. */
export function printed(standing: Standing): Result | null {
  mustBe(standing, 'letter', ['due', 'printed', 'sent']);
  return standing.state === 'due' ? { state: 'printed' } : null;
}

export const CancelInput = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 200, title: '为什么不用送' }) },
  { additionalProperties: false },
);

export function cancelled(standing: Standing): Result {
  mustBe(standing, standing.channel, ['due', 'printed']);
  return { state: 'cancelled', why: 'desk' };
}
