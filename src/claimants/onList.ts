import type { Dispute, PartyBrief } from '../disputes/dispute.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { claimantsOf, presentOf } from './claimant.ts';

type On = Pick<Dispute, 'parties'>;

/** Nobody is on the list who could be meant. */
export const hindersLeaving = ({ parties }: On): Refusal | null =>
  presentOf(parties).length > 1
    ? null
    : new Refusal('conflict', 'lastClaimant', '只有一位申请人；他不要求了，就记申请人撤回。');

export const hindersRejoining = ({ parties }: On): Refusal | null =>
  claimantsOf(parties).some(({ left }) => left) ? null : new Refusal('conflict', 'nobodyLeft', '名单上没有退出的人。');

/** 劳动争议调解仲裁法 art. 7: ten or more with the same claim. */
export const MANY = 10;
export const hindersChoosing = ({ parties }: On): Refusal | null =>
  presentOf(parties).length >= MANY
    ? null
    : new Refusal('conflict', 'tooFewToChoose', `不到 ${MANY} 位申请人，不推选代表人；可以各自委托代理人。`);

/** The claimant of this id, who is still on the list. */
export function presentAt({ parties }: On, id: string, field: string): PartyBrief {
  const party = presentOf(parties).find((each) => each.id === id);
  return party ?? refuseField(field, '选名单上还没有退出的申请人。');
}
