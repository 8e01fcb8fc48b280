import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agreement, Term } from './agreement.ts';
import { type FindingId, findingWords } from './data/findings.ts';
import { lint, type PartyFacts } from './lint.ts';
import {
  anAgreement,
  aPerson,
  aTerm,
  facts,
  guo,
  pays,
  people,
  ren,
  repairs,
  withTerm,
} from './testing/anAgreement.ts';
import { sentences } from './testing/sentences.ts';

const idsIn = (agreement: Agreement, over = facts): FindingId[] => lint(agreement, over).map(({ id }) => id);
const rows = Object.entries(sentences).flatMap(([id, { caught, clean }]) => [
  ...caught.map((text) => [id, text, true] as const),
  ...clean.map((text) => [id, text, false] as const),
]);

test('an agreement that says who pays what by when, and what if not, is left alone', () => {
  expect(lint(anAgreement(), facts)).toEqual([]);
});

test.each(rows)('%s in 「%s」: %s', (id, text, caught) => {
  expect(idsIn(withTerm(text)).includes(id as FindingId)).toBe(caught);
});

test('every kind of words is tried with six sentences that have to be caught and six that must not', () => {
  const few = Object.entries(sentences).filter(([, { caught, clean }]) => caught.length < 6 || clean.length < 6);
  expect(few.map(([id]) => id)).toEqual([]);
});

const withTerms = (...terms: Term[]) => anAgreement({ terms, totalCents: null });
const money = (over: Partial<Term> = {}): Term => ({ ...pays, instalments: [], dueOn: '2026-10-30', ...over });
const back = (over: Partial<Term> = {}): Term => money({ owesId: guo, toId: ren, amountCents: 10_000, ...over });
const deed = (over: Partial<Term> = {}): Term => ({ ...repairs, ...over });
const person = (index: number, over: Partial<PartyFacts>) => ({
  ...facts,
  parties: people.map((each, at) => (at === index ? { ...each, ...over } : each)),
});
const child = aPerson({ id: guo, name: '郭小明', minor: true });
const speaker = (representation: string, authority = '') =>
  aPerson({ id: 'speaker', name: '郭秀英', representsPartyId: guo, representation, authority });
const withSpeaker = (first: PartyFacts, second: PartyFacts) => ({
  ...facts,
  parties: [first, people[1] as PartyFacts, second],
});
const adult = people[0] as PartyFacts;
const company = (over: Partial<PartyFacts> = {}) =>
  aPerson({ id: guo, kind: 'organization', name: '晋阳装修公司', ...over });

type Case = readonly [id: FindingId, caught: boolean, why: string, agreement: Agreement, known?: typeof facts];
const whole = anAgreement();
const six = (cents: number[]): Term['instalments'] =>
  cents.map((each, at) => ({ cents: each, dueOn: `2026-1${at % 2}-2${at % 8}` }));

// biome-ignore format: a table
const structures: readonly Case[] = [
  ['noIdentity', true, 'no paper of the other side', whole, person(1, { identified: false })],
  ['noIdentity', true, 'no paper of the applicant', whole, person(0, { identified: false })],
  ['noIdentity', false, 'both have papers', whole],
  ['noIdentity', false, 'the one without is no party of it', whole, { ...facts, parties: [...people, aPerson({ id: 'z', identified: false })] }],
  ['noAddress', true, 'no address', whole, person(1, { address: ' ' })],
  ['noAddress', false, 'with addresses', whole],
  ['oneSide', true, 'applicant alone', anAgreement({ partyIds: [guo] })],
  ['oneSide', true, 'respondent alone', anAgreement({ partyIds: [ren] })],
  ['oneSide', false, 'two sides', whole],
  ['noLegalRepresentative', true, 'a company alone', whole, withSpeaker(company(), aPerson({ id: 'q' }))],
  ['noLegalRepresentative', true, 'a company with a mere agent', whole, withSpeaker(company(), speaker('agent'))],
  ['noLegalRepresentative', false, 'with its legal representative', whole, withSpeaker(company(), speaker('legalRepresentative'))],
  ['noLegalRepresentative', false, 'persons need none', whole],
  ['tooFewCopies', true, 'two copies for two parties', anAgreement({ copies: 2 })],
  ['tooFewCopies', false, 'three copies', whole],
  ['tooFewCopies', false, 'an oral one has none', anAgreement({ form: 'oral', copies: 1 })],
  ['totalDiffers', true, 'the total is larger', anAgreement({ totalCents: 900_000 })],
  ['totalDiffers', true, 'the total is smaller by a cent', anAgreement({ totalCents: 799_999 })],
  ['totalDiffers', true, 'instalments without a sum of their own', anAgreement({ terms: [{ ...pays, amountCents: null }], totalCents: 700_000 })],
  ['totalDiffers', false, 'they add', whole],
  ['totalDiffers', false, 'no total', anAgreement({ totalCents: null })],
  ['totalDiffers', false, 'one amount is not known', anAgreement({ terms: [pays, money({ amountCents: null, text: '检测费100元' })], totalCents: 900_000 })],
  ['instalmentsDiffer', true, 'less than the whole', withTerms({ ...pays, amountCents: 900_000 })],
  ['instalmentsDiffer', true, 'more than the whole', withTerms({ ...pays, amountCents: 100 })],
  ['instalmentsDiffer', true, 'three of them', withTerms(money({ instalments: six([1, 2, 3]), amountCents: 7 }))],
  ['instalmentsDiffer', false, 'three that add', withTerms(money({ instalments: six([1, 2, 3]), amountCents: 6 }))],
  ['instalmentsDiffer', false, 'no instalments', withTerms(money())],
  ['noAmount', true, 'money without a figure', withTerms(money({ amountCents: null }))],
  ['noAmount', false, 'the figure stands in the words', withTerms(money({ amountCents: null, text: '货款8000元' }))],
  ['noAmount', false, 'a deed needs none', withTerms(deed())],
  ['textDiffers', true, 'the words say another sum', withTerms(money({ text: '货款9000元' }))],
  ['textDiffers', false, 'the same sum', withTerms(money({ text: '货款8000元' }))],
  ['textDiffers', false, 'two sums in the words', withTerms(money({ text: '货款9000元里的8000元' }))],
  ['dueBefore', true, 'due before it was made', withTerms(money({ dueOn: '2026-10-13' }))],
  ['dueBefore', true, 'an instalment before', withTerms(money({ dueOn: null, instalments: [{ cents: 800_000, dueOn: '2025-10-20' }] }))],
  ['dueBefore', true, 'in words', withTerm('任建军2026年9月30日以前付清。')],
  ['dueBefore', true, 'in words, another deed', withTerm('2025年12月31日前搬离。')],
  ['dueBefore', false, 'on the day itself', withTerms(money({ dueOn: '2026-10-14' }))],
  ['dueBefore', false, 'a day of what was', withTerm('2025年12月31日前欠的工资，2026年10月20日付。')],
  ['dueBefore', false, 'later', withTerms(money())],
  ['noDay', true, 'money without a day', withTerms(money({ dueOn: null }))],
  ['noDay', true, 'a deed without a day', withTerms(deed({ dueOn: null }))],
  ['noDay', false, 'the day stands in the words', withTerms(deed({ dueOn: null, text: '2026年10月31日以前修好漏点' }))],
  ['noDay', false, 'paid before everybody', withTerms(money({ dueOn: null, text: '当场付现金' }))],
  ['noDay', false, 'instalments have theirs', whole],
  ['noDay', false, 'leaving alone has no day', withTerms(deed({ kind: 'refrain', dueOn: null, text: '晚上10点以后不放音响' }))],
  ['noDay', false, 'after another term', withTerms(repairs, money({ dueOn: null, after: 0 }))],
  ['conditionOpen', true, 'when the house is sold', withTerms(money({ dueOn: null, condition: '房子卖出去' }))],
  ['conditionOpen', true, 'when it was checked', withTerms(deed({ dueOn: null, condition: '验收合格' }))],
  ['conditionOpen', false, 'with a last day', withTerms(money({ condition: '房子卖出去' }))],
  ['conditionOpen', false, 'no condition', whole],
  ['notAParty', true, 'somebody else owes', withTerms(money({ owesId: 'stranger' }))],
  ['notAParty', true, 'somebody else gets', withTerms(money({ toId: 'stranger' }))],
  ['notAParty', true, 'left out of the parties', anAgreement({ partyIds: [guo] })],
  ['notAParty', false, 'both are parties', whole],
  ['notAParty', false, 'nobody is named', withTerms(aTerm())],
  ['nothingOnBreach', true, 'money that lies ahead', withTerms(money({ ifNot: '' }))],
  ['nothingOnBreach', true, 'a deed that lies ahead', withTerms(deed({ ifNot: ' ' }))],
  ['nothingOnBreach', true, 'instalments', withTerms({ ...pays, ifNot: '' })],
  ['nothingOnBreach', false, 'said at the term', whole],
  ['nothingOnBreach', false, 'said in a term for all', withTerms(money({ ifNot: '' }), aTerm({ text: '逾期不付的，每日加付10元。' }))],
  ['nothingOnBreach', false, 'paid on the day', withTerms(money({ dueOn: '2026-10-14', ifNot: '' }))],
  ['noOrder', true, 'both without a day', withTerms(money({ dueOn: null }), back({ dueOn: null }))],
  ['noOrder', true, 'a deed against money', withTerms(deed({ dueOn: null }), back({ dueOn: null }))],
  ['noOrder', false, 'both have a day', withTerms(money(), back())],
  ['noOrder', false, 'the second comes after the first', withTerms(money({ dueOn: null }), back({ dueOn: null, after: 0 }))],
  ['noOrder', false, 'at the same time', withTerms(money({ dueOn: null, text: '货款，一手交钱同时交货' }), back({ dueOn: null }))],
  ['noOrder', false, 'one side alone', withTerms(money({ dueOn: null }), deed({ dueOn: null }))],
  ['circle', true, 'two wait for each other', withTerms(money({ after: 1 }), back({ after: 0 }))],
  ['circle', true, 'one waits for itself', withTerms(money({ after: 0 }))],
  ['circle', true, 'three in a ring', withTerms(money({ after: 1 }), back({ after: 2 }), deed({ after: 0 }))],
  ['circle', false, 'a chain', withTerms(money(), back({ after: 0 }), deed({ after: 1 }))],
  ['minorAlone', true, 'a child alone', whole, withSpeaker(child, aPerson({ id: 'q' }))],
  ['minorAlone', true, 'an agent is no guardian', whole, withSpeaker(child, speaker('agent', '特别授权'))],
  ['minorAlone', false, 'with the guardian', whole, withSpeaker(child, speaker('guardian'))],
  ['minorAlone', false, 'adults', whole],
  ['incapable', true, 'told in the facts', anAgreement({ facts: '郭秀兰患精神障碍多年，柜子被泡坏。' })],
  ['incapable', true, 'told in a term', withTerm('任建军是限制民事行为能力人。')],
  ['incapable', true, 'in a coma', anAgreement({ facts: '郭秀兰车祸后一直昏迷。' })],
  ['incapable', false, 'with a guardian', anAgreement({ facts: '郭秀兰患精神障碍多年。' }), withSpeaker(adult, speaker('guardian'))],
  ['incapable', false, 'a bodily illness', anAgreement({ facts: '郭秀兰腿有残疾，走路不便。' })],
  ['incapable', false, 'nothing of it', whole],
  ['noSpecialAuthority', true, 'an agent gives up the rest', withTerm('郭秀兰放弃其余的损失。'), withSpeaker(adult, speaker('agent', '代为参加调解'))],
  ['noSpecialAuthority', true, 'an agent lets off a part', withTerm('免除误工费。'), withSpeaker(adult, speaker('agent'))],
  ['noSpecialAuthority', true, 'no more claims', withTerm('郭秀兰不再要求赔误工费。'), withSpeaker(adult, speaker('agent', '一般代理'))],
  ['noSpecialAuthority', false, 'with special authority', withTerm('郭秀兰放弃其余的损失。'), withSpeaker(adult, speaker('agent', '特别授权：代为和解'))],
  ['noSpecialAuthority', false, 'nothing is given up', whole, withSpeaker(adult, speaker('agent'))],
  ['noSpecialAuthority', false, 'the party comes itself', withTerm('郭秀兰放弃其余的损失。')],
  ['laborPayment', true, 'back to work, in a labor dispute', withTerms(pays, deed({ text: '恢复任建军的工作岗位' })), { ...facts, categoryCode: '10' }],
  ['laborPayment', false, 'payment alone', withTerms(pays), { ...facts, categoryCode: '10' }],
  ['laborPayment', false, 'no labor dispute', whole],
  ['penaltyHigh', true, 'half of the sum', withTerms(money({ ifNot: '付违约金4000元' }))],
  ['penaltyHigh', false, 'a twentieth of the sum', withTerms(money({ ifNot: '付违约金400元' }))],
];

test.each(structures.map(([id, caught, why, agreement, known]) => ({ id, caught, why, agreement, known })))(
  '$id ($caught): $why',
  ({ id, caught, agreement, known = facts }) => {
    expect(idsIn(agreement, known).includes(id)).toBe(caught);
  },
);

test('every finding that there is was seen by one of these tables', () => {
  const seen = new Set([
    ...Object.entries(sentences).flatMap(([id, { caught }]) => (caught.length > 0 ? [id] : [])),
    ...structures.flatMap(([id, caught]) => (caught ? [id] : [])),
  ]);
  expect(Object.keys(findingWords).filter((id) => !seen.has(id))).toEqual([]);
});

test('a finding names the very letters, the article with how well it is known, and what to do', () => {
  const [first] = lint(withTerm('任建军尽快付清。'), facts);
  expect(first).toMatchObject({
    ...{ id: 'vagueDay', severity: 'must', field: 'terms.2.text', from: 3, to: 5 },
    ...{ says: '「尽快」说不准是哪一天。', todo: '写年月日。' },
    law: { basis: '《民事诉讼法解释》第三百五十八条第五项', status: 'V', id: 'agreement:unclear' },
  });
  expect(lint(withTerm('任建军尽快付清。'), facts, 'en')[0]?.says).toBe('“尽快” names no day.');
});

test('what a court does not confirm is advice, and says that it may be signed all the same', () => {
  const title = lint(withTerm('3号楼501房屋归郭秀兰所有。'), facts).find(({ id }) => id === 'title');
  expect(title?.severity).toBe('advice');
  expect(title?.law.text).toContain('协议本身仍然可以签');
});

test('facts may tell of promises in whatever words they were made', () => {
  expect(idsIn(anAgreement({ facts: '任建军多次说尽快付，年底前处理好，双方不得起诉。' }))).toEqual([]);
});

const letters = fc.string({
  unit: fc.constantFrom(...'不得再起诉由张三李四还付元万２０26年月日前内左右待后违约金%百分之的房归 ，。（）\uD842𠮷·'),
  maxLength: 60,
});

test('whatever is typed, it never fails, and every finding points inside the text it is about', () => {
  fc.assert(
    fc.property(letters, letters, fc.string({ unit: 'binary', maxLength: 40 }), (text, ifNot, other) => {
      const agreement = withTerms(aTerm({ text, ifNot, condition: other }), money({ text: other, howNote: text }));
      for (const { field, from, to, says } of lint({ ...agreement, costs: text, facts: other }, facts)) {
        const name = /^terms\.(\d)\.(\w+)$/.exec(field);
        const term = agreement.terms[Number(name?.[1])] as Record<string, unknown> | undefined;
        const inside =
          field === 'costs'
            ? text
            : field === 'facts'
              ? other
              : field === 'points'
                ? agreement.points
                : (term?.[name?.[2] ?? ''] ?? '');
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        if (to > 0) expect(to).toBeLessThanOrEqual(String(inside).length);
        expect(says).not.toMatch(/\{\w+\}/);
      }
    }),
    { numRuns: 500 },
  );
});
