import { formatCode } from '../platform/disputeCode.ts';
import type { Channel } from './delivery.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { type Said, smsText, spoken, worthACall } from './digest.ts';
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
  const circumstances = {
    restricted: about.restricted,
    smsReady: rules.sms && engine.gateway !== null,
    worthACall: worthACall(rules, said),
  };
  return holders.flatMap((holder) => {
    const plan = planDelivery(holder, circumstances);
    if (plan === null) return [];
    const text = plan.channel === 'sms' ? smsText(rules, said, values) : spoken(said);
    return [{ ...plan, partyId: holder.partyId, text, at: outsideQuietHours(at, plan.channel, rules) }];
  });
}
