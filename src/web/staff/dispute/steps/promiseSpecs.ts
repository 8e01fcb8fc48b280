import type { DisputeView } from '../../../../disputes/views.ts';
import { ChangePromisesInput } from '../../../../promises/changePromises.ts';
import { HearDoorInput } from '../../../../promises/hearDoor.ts';
import { RecordPaymentInput, ways } from '../../../../promises/paymentInput.ts';
import { RecordDeedInput } from '../../../../promises/recordDeed.ts';
import { RemindPayerInput } from '../../../../promises/remindPayer.ts';
import { StateDefaultInput } from '../../../../promises/stateDefault.ts';
import { UndoPaymentInput } from '../../../../promises/undoPayment.ts';
import { WaivePromisesInput } from '../../../../promises/waivePromises.ts';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { spec as specOf } from '../../steps/forms.ts';
import { changeInput, deedInput, firstDeed, firstOwed, lateOnes, paymentInput } from './promiseForms.ts';

const spec = specOf<DisputeView>;

/** One row a step, as in `specs.ts`: what is owed by an agreement. */
// biome-ignore format: one row a step, as in the procedure
export const promiseSpecs = {
  recordPayment: spec(RecordPaymentInput, { payerPartyId: 'party', payeePartyId: 'party', cents: 'line', paidOn: 'line', how: 'choice', named: 'namedPromises', said: 'text', uploads: 'files' }, {
    answers: { how: ways },
    initial: firstOwed,
    toInput: paymentInput,
  }),
  recordDeed: spec(RecordDeedInput, { promiseId: 'deed', doneOn: 'line', said: 'text', uploads: 'files' }, { initial: firstDeed, toInput: deedInput }),
  changePromises: spec(ChangePromisesInput, { promiseIds: 'promises', dueOn: 'day', amountCents: 'line', consent: 'choice', reason: 'text' }, {
    answers: { consent: ['written', 'spoken'] },
    initial: () => ({ promiseIds: [], dueOn: '', amountCents: '', consent: '', reason: '' }),
    toInput: changeInput,
  }),
  waivePromises: spec(WaivePromisesInput, { promiseIds: 'promises', saidBy: 'party', reason: 'text' }, {
    initial: () => ({ promiseIds: [], saidBy: '', reason: '' }),
  }),
  stateDefault: spec(StateDefaultInput, { promiseIds: 'promises', said: 'text', toldWays: 'check' }, { initial: lateOnes }),
  hearDoor: spec(HearDoorInput, {}),
  remindPayer: spec(RemindPayerInput, { promiseIds: 'promises' }, { initial: (view) => ({ promiseIds: lateOnes(view).promiseIds }) }),
  undoPayment: spec(UndoPaymentInput, { paymentId: 'payment', reason: 'text' }),
} as const;

export const usePromiseFields = makeCatalog({
  zh: {
    payerPartyId: '谁付的',
    payeePartyId: '付给谁',
    cents: '付了多少（元）',
    paidOn: '哪天付的',
    recordPayment_how: '怎么付的',
    named: '付款人说付哪几笔（没说就空着）',
    said: '说明（可空）',
    recordDeed_said: '怎么知道做好了',
    stateDefault_said: '该付的一方怎么说',
    promiseId: '哪一件',
    doneOn: '哪天做好的',
    changePromises_promiseIds: '改哪几笔',
    waivePromises_promiseIds: '哪几笔不要了',
    stateDefault_promiseIds: '哪几笔没有履行',
    remindPayer_promiseIds: '催问哪几笔',
    dueOn: '改到哪天',
    amountCents: '改成多少（元，不改就空着）',
    consent: '双方怎么同意的',
    changePromises_reason: '为什么改，双方怎么说的',
    waivePromises_reason: '怎么说的',
    saidBy: '谁说不要了',
    toldWays: '已把上面的路告诉应该收的一方',
    paymentId: '哪一笔付款',
    undoPayment_reason: '哪里记错了',
    archive_note: '说明（协议还有没履行的，要写）',
    strikeOff_note: '说明（协议还有没履行的，要写）',
  },
  en: {
    payerPartyId: 'Who paid',
    payeePartyId: 'To whom',
    cents: 'How much (yuan)',
    paidOn: 'On which day',
    recordPayment_how: 'How',
    named: 'Which the payer named (empty: none)',
    said: 'Note (optional)',
    recordDeed_said: 'How it is known',
    stateDefault_said: 'What the debtor says',
    promiseId: 'Which one',
    doneOn: 'Done on',
    changePromises_promiseIds: 'Which are changed',
    waivePromises_promiseIds: 'Which are waived',
    stateDefault_promiseIds: 'Which were not kept',
    remindPayer_promiseIds: 'Which to remind of',
    dueOn: 'New day',
    amountCents: 'New amount (yuan, empty: as it is)',
    consent: 'How both sides agreed',
    changePromises_reason: 'Why, and in whose words',
    waivePromises_reason: 'In whose words',
    saidBy: 'Who waives',
    toldWays: 'The creditor was told of the ways above',
    paymentId: 'Which payment',
    undoPayment_reason: 'What was wrong',
    archive_note: 'Note (needed while something is owed)',
    strikeOff_note: 'Note (needed while something is owed)',
  },
});

export const usePromiseAnswers = makeCatalog({
  zh: {
    recordPayment_how_cash: '现金',
    recordPayment_how_transfer: '银行转账',
    recordPayment_how_mobile: '手机支付',
    recordPayment_how_goods: '以物抵',
    recordPayment_how_court: '交到法院',
    recordPayment_how_other: '别的方式',
    consent_written: '双方签了字',
    consent_spoken: '双方当面或者电话里说了',
  },
  en: {
    recordPayment_how_cash: 'Cash',
    recordPayment_how_transfer: 'Bank transfer',
    recordPayment_how_mobile: 'By phone',
    recordPayment_how_goods: 'In goods',
    recordPayment_how_court: 'To the court',
    recordPayment_how_other: 'Otherwise',
    consent_written: 'Both signed',
    consent_spoken: 'Both said so',
  },
});
