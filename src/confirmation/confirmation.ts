import type { DoorSpec } from '../handover/doorKind.ts';
import { confirmationProcedure } from './procedure.ts';
import { judicialConfirmation } from './way.ts';

/** 司法确认: its table, the one way through it, and what each step of the court asks. */
export const confirmation: DoorSpec = {
  ...{ name: 'confirmation', letters: 'QR', path: 'confirmations', called: '这件司法确认' },
  officers: ['courtClerk'],
  ways: { judicialConfirmation },
  procedure: confirmationProcedure,
  stages: {
    askSupplement: {
      ...{ asks: ['until'], tells: '「{way}」：法院要补材料，最晚{until}。来中心问缺什么。' },
      words: { deed: '记下', deedEn: 'Record', done: '记下了，申请人会知道要补什么' },
    },
    acceptDoor: {
      ...{ asks: ['number'], tells: '「{way}」：法院受理了，十五日内决定，特殊情况可以延长十日。' },
      words: {
        ...{ deed: '记受理', deedEn: 'Record acceptance', done: '受理记下了' },
        owed: { zh: '决定是否受理司法确认', en: 'Decide whether to accept' },
      },
    },
    refuseDoor: {
      ...{
        asks: ['ground'],
        tells: '「{way}」：法院没有受理（{label}）。别的路都还在，来中心或者在查询页上看还能怎么走。',
      },
      words: { deed: '记不予受理', deedEn: 'Record', done: '记下了，双方都会知道还有哪些路' },
    },
    decideDoor: {
      ...{ asks: ['result', 'number', 'served'], tells: '「{way}」：{label}。{says}' },
      words: {
        ...{ deed: '记裁定', deedEn: 'Record the ruling', done: '裁定记下了，双方都会知道' },
        owed: { zh: '对协议作出裁定', en: 'Rule on the agreement' },
      },
    },
  },
  owes: {
    handedIn: { step: 'acceptDoor', clock: 'confirmationAcceptance' },
    accepted: { step: 'decideDoor', clock: 'confirmationDecision' },
  },
  way: [
    { at: ['preparing'], label: '备材料', resident: '准备材料' },
    { at: ['handedIn', 'supplementing'], label: '递交', resident: '交给法院' },
    { at: ['accepted'], label: '法院审查', resident: '法院审查' },
    { at: ['decided', 'refused', 'withdrawn'], label: '结果', resident: '结果' },
  ],
};
