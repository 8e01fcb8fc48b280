import type { Saying } from './sayings.ts';

const V = { status: 'V', checked: '2026-12-01' } as const;

/** What people are told at a door of law: what it costs, what it came to, why it is shut. */
export const doorSayings = {
  confirmTogether: {
    about: '申请司法确认',
    text: '双方一起申请，不收费。',
    basis: '《民事诉讼法》第二百零五条；法释〔2011〕5号第十一条',
    ...V,
  },
  confirmed: {
    about: '裁定调解协议有效',
    text: '一方不履行或者没有全部履行的，另一方可以向法院申请强制执行；期间二年，从履行期间的最后一日起算。',
    basis: '《民事诉讼法》第二百零六条、第二百五十条',
    ...V,
  },
  enforceNow: {
    about: '有强制执行力的协议不履行',
    text: '协议已经有强制执行的效力，对方不履行，可以向法院申请强制执行；期间二年，从履行期间的最后一日起算。',
    basis: '《民事诉讼法》第二百零六条、第二百四十七条、第二百五十条',
    ...V,
  },
  confirmRejected: {
    about: '驳回司法确认的申请',
    text: '可以通过调解变更原协议、达成新的协议，也可以向法院起诉，都不用从头来。',
    basis: '《民事诉讼法》第二百零六条',
    ...V,
  },
  confirmLate: {
    about: '申请司法确认的期限过了',
    text: '申请司法确认的三十日用过了或者过了；可以按协议起诉。',
    basis: '《民事诉讼法》第二百零五条；《人民调解法》第三十二条',
    ...V,
  },
  laborFree: {
    about: '申请劳动仲裁',
    text: '不收费，五日内决定是否受理；不受理、逾期不决定的，可以向法院起诉。',
    basis: '《劳动争议调解仲裁法》第二十九条、第五十三条',
    ...V,
  },
  laborLate: {
    about: '劳动仲裁时效过了',
    text: '一年的仲裁时效过了：还可以申请，有没有中断、中止由仲裁委员会看；对方可以拿过了时效来抗辩，所以尽快去。',
    basis: '《劳动争议调解仲裁法》第二十七条',
    ...V,
  },
  laborMediated: {
    about: '仲裁调解书',
    text: '调解书双方签收以后生效；对方到期不履行，可以向法院申请强制执行。',
    basis: '《劳动争议调解仲裁法》第四十二条、第五十一条',
    ...V,
  },
  laborFinalAward: {
    about: '终局裁决',
    text: '裁决书作出就生效。劳动者不服的，收到裁决书起十五日内可以起诉；单位只能在三十日内向中级人民法院申请撤销。',
    basis: '《劳动争议调解仲裁法》第四十七条至第四十九条',
    ...V,
  },
  laborOtherAward: {
    about: '非终局裁决',
    text: '不服的，收到裁决书起十五日内可以向法院起诉；期满不起诉，裁决书生效，可以申请强制执行。',
    basis: '《劳动争议调解仲裁法》第五十条、第五十一条',
    ...V,
  },
  reviewTogether: {
    about: '申请仲裁审查',
    text: '双方一起申请，不收费；审查后出具的调解书可以申请强制执行。',
    basis: '《劳动人事争议仲裁办案规则》第七十四条',
    status: 'V2',
    checked: '2026-12-01',
  },
  laborReviewed: {
    about: '审查后出具的调解书',
    text: '调解书有强制执行的效力，对方到期不履行，可以向法院申请强制执行。',
    basis: '《劳动争议调解仲裁法》第五十一条；《劳动人事争议仲裁办案规则》第七十四条',
    status: 'V2',
    checked: '2026-12-01',
  },
  laborReviewRejected: {
    about: '没有通过仲裁审查',
    text: '可以申请仲裁；单位不付劳动报酬的，劳动者还可以按协议直接起诉或者申请支付令。',
    basis: '《劳动争议调解仲裁法》第十五条、第十六条；《劳动争议司法解释（一）》第五十一条',
    ...V,
  },
} as const satisfies Readonly<Record<string, Saying>>;
