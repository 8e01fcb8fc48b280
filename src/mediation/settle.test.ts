import { expect, test } from 'vitest';
import { digestOfText } from '../agreements/digest.ts';
import { anAgreement } from '../agreements/testing/anAgreement.ts';
import { plainText, textOf } from '../agreements/textOf.ts';
import { aContext, aDispute, tuesday } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { id, wuZhiqiang } from '../disputes/testing/people.ts';
import { settle } from './settle.ts';
import type { SettleInput } from './settleInput.ts';

const inHand = aDispute({ status: 'inMediation' });
const context = aContext({ actor: wuZhiqiang });
const input: SettleInput = {
  form: 'written',
  terms: '任建军赔偿郭秀兰8000元，分两次付清；修好漏点。',
  effectiveOn: '2026-10-14',
  mediatedBy: 'committee',
  contains: [],
  totalCents: 800_000,
  items: [
    { obligation: '任建军付第一笔', amountCents: 500_000, dueOn: '2026-10-20' },
    { obligation: '任建军付第二笔', amountCents: 300_000, dueOn: '2026-11-20' },
    { obligation: '任建军修好漏点', amountCents: null, dueOn: '2026-10-31' },
  ],
};
const settleWith = (over: Partial<SettleInput>) => settle(inHand, { ...input, ...over }, context);

test('terms, amounts and dates are kept as the parties agreed on them', () => {
  const rows = settle(inHand, input, context).inserts?.map(({ into, values }) => ({ into, ...values }));
  expect(rows).toMatchObject([
    { into: 'settlement', form: 'written', terms: input.terms, total_cents: 800_000, effective_on: '2026-10-14' },
    { into: 'promise', position: 0, amount_cents: 500_000, due_on: '2026-10-20' },
    { into: 'promise', position: 1, amount_cents: 300_000, due_on: '2026-11-20' },
    { into: 'promise', position: 2, amount_cents: null, due_on: '2026-10-31' },
  ]);
});

test('the parts have to make the whole; where no whole is named they need not', () => {
  expect(refusalOf(() => settleWith({ totalCents: 900_000 }))).toBe('sumDiffers');
  expect(settleWith({ totalCents: null }).type).toBe('settle');
  expect(settleWith({ items: [] }).type).toBe('settle');
});

test('nothing is due before the agreement takes effect, nor on a day that does not exist', () => {
  const due = (dueOn: string) =>
    refusalOf(() => settleWith({ totalCents: null, items: [{ obligation: '付款', amountCents: null, dueOn }] }));
  expect(due('2026-10-13')).toBe('dueBeforeEffect');
  expect(due('2026-11-31')).toBe('dueBeforeEffect');
  expect(refusalOf(() => settleWith({ effectiveOn: '2026-02-29' }))).toBe('noSuchDay');
});

test('the parties are told about judicial confirmation within 30 days, together', () => {
  const decided = settle(inHand, input, context);
  expect(toldTo(decided, 'resident')).toContain(
    '在协议生效起30日内，双方可以一起向法院申请司法确认（到11月13日24时）。',
  );
  expect(toldTo(decided, 'c:140106-center#closer')).toBe('达成了协议，等承办单位提交办结。');
});

test('oral agreements count as well', () => {
  expect(settleWith({ form: 'oral' }).data).toMatchObject({ form: 'oral', items: 3 });
});

test('what was still waited for is not waited for any more', () => {
  const waiting = aDispute({
    status: 'inMediation',
    materials: [
      {
        id: id(1),
        what: '房产证',
        state: 'proposed',
        limitAt: tuesday,
        askedByPostId: null,
        ground: 'material',
        unitId: null,
      },
    ],
  });
  const after = applyDecision('settle', waiting, settle(waiting, input, context), context);
  expect(after).toMatchObject({ status: 'settled', outcome: 'settled' });
  expect(after.materials[0]?.state).toBe('expired');
});

const agreement = anAgreement({ partyIds: [id(101), id(102)] });
const digest = digestOfText(plainText(textOf(agreement, inHand.parties)));
const head = {
  id: id(7),
  number: '〔2026〕迎人调字第1号',
  version: 1,
  digest,
  locked: true,
  partyIds: [id(101), id(102)],
  groupId: null,
  signedPartyIds: [id(101), id(102)],
};
const settleLocked = (over: Partial<typeof head> = {}, sent = agreement, said: { signedOnPaper?: boolean } = {}) =>
  settle(
    { ...inHand, agreements: [{ ...head, ...over }] },
    {
      ...input,
      terms: '见协议',
      items: [],
      totalCents: null,
      locked: { agreementId: id(7), agreement: sent },
      ...said,
    },
    context,
  );

test('a locked agreement is recorded as it was locked: its sentences, its total, each payment and each deed', () => {
  const { data, inserts } = settleLocked();
  const rows = inserts?.map(({ into, values }) => ({ into, ...values }));
  expect(data).toMatchObject({ agreementId: id(7), form: 'written', items: 3 });
  expect(rows).toMatchObject([
    { into: 'settlement', total_cents: 800_000, terms: textOf(agreement, inHand.parties).terms.join('\n') },
    { into: 'promise', amount_cents: 500_000, due_on: '2026-10-20', payer_party_id: id(102), payee_party_id: id(101) },
    {
      into: 'promise',
      amount_cents: 300_000,
      due_on: '2026-11-20',
      obligation: '乙方（任建军）付给甲方（郭秀兰）：漏水损失（第2次）',
    },
    {
      into: 'promise',
      amount_cents: null,
      due_on: '2026-10-31',
      obligation: '乙方（任建军）为甲方（郭秀兰）：修好卫生间的漏点',
    },
  ]);
});

test('other words than were locked are not recorded under its name, nor what was not locked', () => {
  expect(refusalOf(() => settleLocked({}, { ...agreement, costs: '各出一半' }))).toBe('otherWords');
  expect(refusalOf(() => settleLocked({ locked: false }))).toBe('notLocked');
  expect(refusalOf(() => settleLocked({ id: id(8) }))).toBe('notLocked');
});

test('who did not sign is named; nothing is settled until all have, or it is said that they did on paper', () => {
  const missing = { signedPartyIds: [id(101)] };
  expect(refusalOf(() => settleLocked(missing))).toBe('notAllSigned');
  expect(() => settleLocked(missing)).toThrow('还有 1 人没签：任建军。');
  const { inserts, data } = settleLocked(missing, agreement, { signedOnPaper: true });
  const rows = inserts?.flatMap(({ into, values }) => (into === 'signature' ? [values] : []));
  expect(rows).toMatchObject([{ party_id: id(102), signer_party_id: id(102), how: 'paper', version: 1, digest }]);
  expect(data).toMatchObject({ onPaper: 1 });
});

test('an oral agreement is signed by nobody', () => {
  const oral = { ...agreement, form: 'oral' as const };
  const spoken = { digest: digestOfText(plainText(textOf(oral, inHand.parties))), signedPartyIds: [] };
  expect(settleLocked(spoken, oral).data).toMatchObject({ form: 'oral', onPaper: 0 });
});
