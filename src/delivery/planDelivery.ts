import { addDays, atTime, dayOf, formatClock } from '../platform/now.ts';
import type { Channel, Wish } from './delivery.ts';
import type { DeliveryRules } from './deliveryRules.ts';

/** Somebody who holds a slip: their number is known here only as what kind of number it is. */
export type Recipient = {
  readonly partyId: string;
  readonly phone: 'mobile' | 'landline' | 'none';
  readonly wish: Wish | null;
};

export type Circumstances = {
  readonly restricted: boolean;
  readonly smsReady: boolean;
  /** Whether this piece of news is worth somebody's call or letter. */
  readonly worthACall: boolean;
};
export type Plan = { readonly channel: Channel; readonly why: string };

/**
 * The way a piece of news goes to one person, or none. Of a restricted matter nothing goes out by itself: another may read
 * that person's phone, so a human being asks first whether it is convenient.
 */
export function planDelivery(recipient: Recipient, { restricted, smsReady, worthACall }: Circumstances): Plan | null {
  const { wish } = recipient;
  if (wish === 'none') return null;
  // A desk that called about every step would call all day, and people would stop listening.
  const plan = wayTo(recipient, restricted, smsReady);
  return plan === null || plan.channel === 'sms' || worthACall || wish !== null ? plan : null;
}

function wayTo({ phone, wish }: Recipient, restricted: boolean, smsReady: boolean): Plan | null {
  if (restricted) return phone === 'none' ? null : { channel: 'call', why: 'restricted' };
  if (wish === 'letter') return { channel: 'letter', why: 'wish' };
  if (phone === 'none') return { channel: 'letter', why: 'noPhone' };
  if (wish === 'call') return { channel: 'call', why: 'wish' };
  if (phone === 'landline') return { channel: 'call', why: 'landline' };
  if (!smsReady) return { channel: 'call', why: 'noGateway' };
  return { channel: 'sms', why: wish === 'sms' ? 'wish' : 'mobile' };
}

/** What follows a way that failed: a call after an SMS, a letter after calls, and then nobody but the desk knows better. */
export function nextChannel(channel: Channel): Channel | null {
  if (channel === 'sms') return 'call';
  return channel === 'call' ? 'letter' : null;
}

/** The first moment from `at` on that is not in the quiet hours; a letter is quiet at any hour. */
export function outsideQuietHours(
  at: Date,
  channel: Channel,
  { quietFrom, quietTo }: Pick<DeliveryRules, 'quietFrom' | 'quietTo'>,
): Date {
  if (channel === 'letter' || quietFrom === quietTo) return at;
  const time = formatClock(at);
  const overnight = quietFrom > quietTo;
  const quiet = overnight ? time >= quietFrom || time < quietTo : time >= quietFrom && time < quietTo;
  if (!quiet) return at;
  const day = dayOf(at);
  return atTime(overnight && time >= quietFrom ? addDays(day, 1) : day, quietTo);
}
