import type { DoorSpec } from '../handover/doorKind.ts';
import { laborProcedure } from './procedure.ts';
import { laborWays } from './ways.ts';

/** 劳动人事争议仲裁: its table, its two ways, and what each step of the commission asks. */
export const laborArbitration: DoorSpec = {
  ...{ name: 'laborArbitration', letters: 'ZC', path: 'labor-arbitrations', called: '这件仲裁' },
  officers: ['arbitrator'],
  ways: laborWays,
  procedure: laborProcedure,
  statuses: { lapsed: { zh: '逾期没有决定', en: 'Nothing decided in time', resident: '逾期没有决定，可以起诉' } },
  stages: {
    askSupplement: {
      ...{ asks: ['until'], tells: '「{way}」：仲裁委员会要补材料，最晚{until}。来中心问缺什么。' },
      words: { deed: '记下', deedEn: 'Record', done: '记下了，申请人会知道要补什么' },
    },
    acceptDoor: {
      ...{ asks: ['number'], tells: '「{way}」：仲裁委员会受理了。' },
      words: {
        ...{ deed: '记受理', deedEn: 'Record acceptance', done: '受理记下了' },
        owed: { zh: '决定是否受理仲裁', en: 'Decide whether to accept' },
      },
    },
    refuseDoor: {
      ...{
        asks: ['ground'],
        tells: '「{way}」：仲裁委员会没有受理（{label}）。可以拿不予受理的通知向法院起诉，来中心问还能怎么走。',
      },
      words: { deed: '记不予受理', deedEn: 'Record', done: '记下了，申请人会知道可以起诉' },
    },
    serveCopy: {
      ...{ asks: [], serves: true, tells: '「{way}」：申请书副本送给对方了，对方十日内可以答辩。' },
      words: { deed: '记送达', deedEn: 'Record service', done: '送达记下了，对方从现在起看得到' },
    },
    decideDoor: {
      ...{ asks: ['result', 'number', 'served'], tells: '「{way}」：{label}。{says}' },
      words: {
        ...{ deed: '记结果', deedEn: 'Record the result', done: '结果记下了' },
        owed: { zh: '作出裁决', en: 'Decide' },
      },
    },
    lapseDoor: {
      ...{ asks: [], tells: '「{way}」：逾期没有决定，可以就这件事向法院起诉。' },
      ...{ past: ['laborAcceptance', 'laborAward'] },
      words: { deed: '记下', deedEn: 'Record', done: '记下了，申请人可以去法院起诉' },
    },
  },
  owes: {
    handedIn: { step: 'acceptDoor', clock: 'laborAcceptance' },
    accepted: { step: 'decideDoor', clock: 'laborAward' },
  },
  way: [
    { at: ['preparing'], label: '备材料', resident: '准备材料' },
    { at: ['handedIn', 'supplementing'], label: '递交', resident: '交给仲裁委员会' },
    { at: ['accepted'], label: '仲裁', resident: '仲裁' },
    { at: ['decided', 'refused', 'lapsed', 'withdrawn'], label: '结果', resident: '结果' },
  ],
};
