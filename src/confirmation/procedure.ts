import { bodyOf, type DoorPlace, type DoorStatus, ownRows, silence } from '../handover/procedure.ts';
import type { Row } from '../procedures/kind.ts';

const court = bodyOf('courtClerk');
const civil = '民事诉讼法';
const rules = '法释〔2011〕5号';

/** 司法确认: both sides ask together; the court accepts within three days and decides within fifteen (人民调解法 33; 民事诉讼法 205, 206). */
// biome-ignore format: one row a step is how a clerk reads it
export const confirmationProcedure = {
  ...ownRows,
  handIn: { ...ownRows.handIn, starts: ['confirmationAcceptance'], stops: ['confirmationRequest'], basis: `${civil}第二百零五条：协议生效起三十日内，双方共同` },
  supplement: { ...ownRows.supplement, starts: ['confirmationAcceptance'] },
  askSupplement: { noun: 'supplement-requests', from: ['handedIn'], to: 'supplementing', who: court, label: '要补材料', labelEn: 'Ask for more', starts: [], stops: ['confirmationAcceptance', silence], basis: `${rules}第三条`, weight: 'tells' },
  acceptDoor: { noun: 'acceptances', from: ['handedIn', 'supplementing'], to: 'accepted', who: court, label: '受理', labelEn: 'Accept', starts: ['confirmationDecision', 'specialProcedure'], stops: ['confirmationAcceptance', silence], basis: `${rules}第四条：三日内决定是否受理`, weight: 'tells' },
  refuseDoor: { noun: 'refusals', from: ['handedIn', 'supplementing'], to: 'refused', who: court, label: '不予受理', labelEn: 'Do not accept', starts: [], stops: ['confirmationAcceptance', silence], basis: `${civil}解释第三百五十五条`, weight: 'legal' },
  decideDoor: { noun: 'decisions', from: ['accepted'], to: 'decided', who: court, label: '记裁定', labelEn: 'Record the ruling', starts: [], stops: ['confirmationDecision', 'specialProcedure', silence], basis: `${civil}第二百零六条；${rules}第五条：十五日，可以延长十日`, weight: 'legal' },
} as const satisfies Record<string, Row<DoorStatus, DoorPlace>>;
