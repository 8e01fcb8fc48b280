import { formatCode } from '../platform/disputeCode.ts';
import type { Channel } from './delivery.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { type Said, saidTo, smsText, spoken, worthACall } from './digest.ts';
import { outsideQuietHours, planDelivery, type Recipient } from './planDelivery.ts';

/** The matter that residents are told about. */
export type About = { countyCode: string; id: string; code: string; receivingCenterId: string; restricted: boolean };

export type Planned = { partyId: string; channel: Channel; why: string; text: string; at: Date };

/** To whom, by which way, when and in which words: the same before pressing and when it goes out. */
export function planFor(
  engine: Pick<DeliveryEngine, 'reference' | 'gateway' | 'config'>,
  about: About,
  holders: readonly Recipient[],
  said: readonly Said[],
  at: Date,
): Planned[] {
  const { network, rulesFor } = engine.reference();
  const { delivery: rules } = rulesFor(about.countyCode).rules;
  const center = network.unit(about.receivingCenterId);
  const values = {
    编号: formatCode(about.code),
    中心: center?.short ?? '综治中心',
    电话: center?.phone ?? '',
    查询: `${engine.config.publicUrl}/c`,
  };
  const ways = { restricted: about.restricted, smsReady: rules.sms && engine.gateway !== null };
  return holders.flatMap((holder) => {
    const own = saidTo(said, holder.partyId);
    const plan = own.length > 0 ? planDelivery(holder, { ...ways, worthACall: worthACall(rules, own) }) : null;
    if (plan === null) return [];
    const text = plan.channel === 'sms' ? smsText(rules, own, values) : spoken(own);
    return [{ ...plan, partyId: holder.partyId, text, at: outsideQuietHours(at, plan.channel, rules) }];
  });
}
