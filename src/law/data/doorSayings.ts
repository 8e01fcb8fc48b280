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
} as const satisfies Readonly<Record<string, Saying>>;
