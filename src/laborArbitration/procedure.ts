import { bodyOf, type DoorPlace, type DoorStatus, keepers, ownRows, silence } from '../handover/procedure.ts';
import type { Row } from '../procedures/kind.ts';

const commission = bodyOf('arbitrator');
const law = '劳动争议调解仲裁法';
const running = ['laborAcceptance', 'laborCopy', 'laborAward'] as const;

/** 劳动仲裁: arbitration comes before the court, and its silence opens the court (劳动争议调解仲裁法 29, 43). */
// biome-ignore format: one row a step is how a clerk reads it
export const laborProcedure = {
  ...ownRows,
  handIn: { ...ownRows.handIn, starts: ['laborAcceptance'], basis: `${law}第二十七、二十八条` },
  supplement: { ...ownRows.supplement, starts: ['laborAcceptance'] },
  withdrawDoor: { ...ownRows.withdrawDoor, stops: [silence, ...running] },
  askSupplement: { noun: 'supplement-requests', from: ['handedIn'], to: 'supplementing', who: commission, label: '要补材料', labelEn: 'Ask for more', starts: [], stops: ['laborAcceptance', silence], basis: `${law}第二十八条`, weight: 'tells' },
  acceptDoor: { noun: 'acceptances', from: ['handedIn', 'supplementing'], to: 'accepted', who: commission, label: '受理', labelEn: 'Accept', starts: ['laborCopy', 'laborAward'], stops: ['laborAcceptance', silence], basis: `${law}第二十九条：五日内决定`, weight: 'tells' },
  refuseDoor: { noun: 'refusals', from: ['handedIn', 'supplementing'], to: 'refused', who: commission, label: '不予受理', labelEn: 'Do not accept', starts: [], stops: ['laborAcceptance', silence], basis: `${law}第二十九条：书面说明理由`, weight: 'legal' },
  serveCopy: { noun: 'services', from: ['accepted'], to: null, who: commission, label: '记送达对方', labelEn: 'Record service', starts: ['laborAnswer'], stops: ['laborCopy'], basis: `${law}第三十条：五日内送达，十日内答辩`, weight: 'tells' },
  decideDoor: { noun: 'decisions', from: ['accepted'], to: 'decided', who: commission, label: '记结果', labelEn: 'Record the result', starts: [], stops: [...running, 'laborAnswer', silence], basis: `${law}第四十二、四十三、四十七条`, weight: 'legal' },
  lapseDoor: { noun: 'lapses', from: ['handedIn', 'accepted'], to: 'lapsed', who: [...keepers, 'party@applicant'], label: '记逾期没有决定', labelEn: 'Record that nothing was decided in time', starts: [], stops: [...running, 'laborAnswer', silence], basis: `${law}第二十九、四十三条：可以起诉`, weight: 'legal' },
} as const satisfies Record<string, Row<DoorStatus | 'lapsed', DoorPlace>>;
