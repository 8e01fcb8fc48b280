import type { Day } from '../../platform/now.ts';
import type { LawStatus } from '../route.ts';
import { doorSayings } from './doorSayings.ts';

export type Saying = { about: string; text: string; basis: string; status: LawStatus | 'G'; checked: Day | null };

const V = { status: 'V', checked: '2026-11-30' } as const;

/** Sentences of law that stand alone in words to people; what differs each time stands in braces. */
export const sayings = {
  ...doorSayings,
  askTogether: {
    about: '申请司法确认',
    text: '在协议生效起30日内，双方可以一起向法院申请司法确认{until}',
    basis: '《民事诉讼法》第二百零五条；《人民调解法》第三十三条',
    ...V,
  },
  onlyLawfulBodies: {
    about: '谁主持的调解才能申请司法确认',
    text: '依法设立的调解组织主持达成的协议，才能申请司法确认。',
    basis: '《民事诉讼法》第二百零五条',
    ...V,
  },
  neverConfirmed: {
    about: '法院不受理司法确认的内容',
    text: '解除婚姻、认亲子这类身份关系，房子土地归谁、知识产权归谁，要走其他特别程序的，不归法院管的：法院不受理司法确认。',
    basis: '《民事诉讼法解释》第三百五十五条',
    ...V,
  },
  paymentOnly: {
    about: '劳动争议的司法确认',
    text: '劳动争议，人民调解委员会主持、只约定给付的协议，才能申请司法确认。',
    basis: '《劳动争议司法解释（一）》第五十二条',
    ...V,
  },
  askReview: {
    about: '申请仲裁审查',
    text: '在协议生效起15日内，双方可以一起向劳动人事争议仲裁委员会申请审查协议{until}',
    basis: '《劳动人事争议仲裁办案规则》第七十四条',
    status: 'V2',
    checked: '2026-11-30',
  },
  notEnforceable: {
    about: '没有确认过的协议',
    text: '协议没有经法院确认，不能直接申请强制执行。',
    basis: '《人民调解法》第三十三条',
    ...V,
  },
  payOrder: {
    about: '拖欠劳动报酬的协议不履行',
    text: '单位欠的是工资、工伤医疗费、经济补偿或者赔偿金的，劳动者可以拿协议书向法院申请支付令。',
    basis: '《劳动争议调解仲裁法》第十六条',
    ...V,
  },
  sueOnAgreement: {
    about: '协议不履行',
    text: '对方不履行协议的，一方可以按协议向法院起诉，不用再调解。',
    basis: '《人民调解法》第三十二条',
    ...V,
  },
  lateSuit: {
    about: '诉讼时效过了',
    text: '诉讼时效算到{day}。过了这天起诉，法院也应当受理，不过对方可以拿时效来抗辩。',
    basis: '《民事诉讼法解释》第二百一十九条',
    ...V,
  },
  interruptedByRequest: {
    about: '向调解委员会、有权解决的机关提出过请求',
    text: '诉讼时效从这天起中断（诉讼时效规定第12条{power}）',
    basis: '《诉讼时效规定》第十二条',
    ...V,
  },
  interruptedByDemand: {
    about: '向对方要过、对方同意履行、起诉或者申请仲裁',
    text: '诉讼时效从这天起中断（民法典第195条）',
    basis: '《民法典》第一百九十五条',
    ...V,
  },
  interruptedByReport: {
    about: '报案、控告，请求保护民事权利',
    text: '诉讼时效从这天起中断（诉讼时效规定第13条）',
    basis: '《诉讼时效规定》第十三条',
    ...V,
  },
  interruptedLabor: {
    about: '劳动仲裁时效中断',
    text: '仲裁时效从这天起中断（劳动争议调解仲裁法第27条）',
    basis: '《劳动争议调解仲裁法》第二十七条',
    ...V,
  },
  suedOrArbitrated: {
    about: '起诉或者申请仲裁',
    text: '起诉或者申请仲裁（{body}）：{claim}',
    basis: '《民法典》第一百九十五条',
    ...V,
  },
  limitationOver: {
    about: '时效已经届满',
    text: '时效在{day}已经届满，没有中断；过了时效也可以起诉，对方可以拿时效抗辩。',
    basis: '《民事诉讼法解释》第二百一十九条；《民法典》第一百九十二条',
    ...V,
  },
  suitStaysOpen: {
    about: '说没有解决',
    text: '不影响您去法院起诉，也不影响您已经签的协议。',
    basis: '《人民调解法》第三条、第三十一条、第三十二条',
    ...V,
  },
  tellRoutes: {
    about: '没调成，要告诉当事人还能走的路',
    text: '先把还能走的路告诉当事人（《人民调解法》第二十六条）',
    basis: '《人民调解法》第二十六条',
    ...V,
  },
  petitionObjection: {
    about: '转办的信访事项，提出异议',
    text: '信访事项的异议：5个工作日（《信访工作条例》第二十三条）',
    basis: '《信访工作条例》第二十三条',
    ...V,
  },
  sittingFree: {
    about: '请当事人来参加调解会',
    text: '调解自愿，随时可以不调；不影响您申请仲裁或者到法院起诉。',
    basis: '《人民调解法》第三条、第二十三条',
    ...V,
  },
  sittingRights: {
    about: '调解会上告知的权利',
    text: '您可以选择或者接受调解员，可以接受、拒绝调解或者要求终止调解，可以要求公开或者不公开进行，自主表达意愿、自愿达成协议。',
    basis: '《人民调解法》第二十三条',
    ...V,
  },
  sittingDuties: {
    about: '调解会上告知的义务',
    text: '请如实陈述纠纷事实，遵守调解现场秩序，尊重调解员，尊重对方行使权利。',
    basis: '《人民调解法》第二十四条',
    ...V,
  },
  unwilling: {
    about: '不愿意调解',
    text: '不愿意调解，就不调。登记照样算数，按类别带您到能办的窗口。',
    basis: '《人民调解法》第十七条、第三条',
    ...V,
  },
  mediationIs: {
    about: '人民调解是什么',
    text: '人民调解，是人民调解委员会通过说服、疏导等方法，促使当事人在平等协商基础上自愿达成调解协议，解决民间纠纷的活动。',
    basis: '《人民调解法》第二条',
    ...V,
  },
  mediationPrinciples: {
    about: '调解的原则',
    text: '在当事人自愿、平等的基础上进行调解；不违背法律、法规和国家政策；尊重当事人的权利，不得因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利。',
    basis: '《人民调解法》第三条',
    ...V,
  },
  mediationFree: {
    about: '调解不收费',
    text: '人民调解委员会调解民间纠纷，不收取任何费用。',
    basis: '《人民调解法》第四条',
    ...V,
  },
  partyRights: {
    about: '当事人在调解中的权利',
    text: '（一）选择或者接受人民调解员；\n（二）接受调解、拒绝调解或者要求终止调解；\n（三）要求调解公开进行或者不公开进行；\n（四）自主表达意愿、自愿达成调解协议。',
    basis: '《人民调解法》第二十三条',
    ...V,
  },
  partyDuties: {
    about: '当事人在调解中的义务',
    text: '（一）如实陈述纠纷事实；\n（二）遵守调解现场秩序，尊重人民调解员；\n（三）尊重对方当事人行使权利。',
    basis: '《人民调解法》第二十四条',
    ...V,
  },
  agreementBinds: {
    about: '调解协议的效力',
    text: '经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。',
    basis: '《人民调解法》第三十一条',
    ...V,
  },
} as const satisfies Record<string, Saying>;
