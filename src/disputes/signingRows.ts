import { front, hands } from './posts.ts';
import type { Step } from './procedure.ts';

const law = '《人民调解法》';
/** Whoever sits at the signing table: people of the desk help where ninety queue. */
const signers = [...front, ...hands] as const;
/** Some sign after the outcome was written down: it says who is still missing. */
const signing = ['inMediation', 'settled'] as const;

/** What is done at the signing table, from its own page: rows of the dispute's procedure. */
// biome-ignore format: one row a step is how a clerk reads it
export const signingRows = {
  signAgreement: { noun: 'signatures', from: signing, to: null, who: signers, label: '签字', labelEn: 'Sign', starts: [], stops: [], basis: `${law}第二十九条：自签名、盖章或者按指印之日起生效`, weight: 'tells', elsewhere: true },
  signOnPaper: { noun: 'paper-signatures', from: signing, to: null, who: signers, label: '记纸上签的字', labelEn: 'Record signatures on paper', starts: [], stops: [], basis: `${law}第二十九条`, weight: 'tells', elsewhere: true },
  voidSignature: { noun: 'signature-voidings', from: signing, to: null, who: hands, label: '签名作废', labelEn: 'Void a signature', starts: [], stops: [], basis: '枫桥台流程（本市可设）', weight: 'tells', elsewhere: true },
  objectAtSigning: { noun: 'signing-objections', from: signing, to: null, who: signers, label: '签字时说不对', labelEn: 'Doubt at signing', starts: [], stops: [], basis: `${law}第二十三条：自主表达意愿、自愿达成调解协议`, weight: 'tells', elsewhere: true },
  answerObjection: { noun: 'signing-answers', from: signing, to: null, who: hands, label: '记说清楚了', labelEn: 'Record that it is cleared up', starts: [], stops: [], basis: `${law}第二十三条`, weight: 'tells', elsewhere: true },
  attestAgreement: { noun: 'agreement-attestations', from: [...signing, 'closureSubmitted', 'closed', 'struckOff', 'archived'], to: null, who: signers, label: '记调解员签名、盖章', labelEn: 'Record signature and seal', starts: [], stops: [], basis: `${law}第二十九条：调解员签名并加盖印章`, weight: 'tells', elsewhere: true },
} as const satisfies Record<string, Step>;
