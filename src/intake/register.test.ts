import { expect, test } from 'vitest';
import { aContext } from '../disputes/testing/aDispute.ts';
import { refusalOf } from '../disputes/testing/applyDecision.ts';
import { community, housing } from '../disputes/testing/network.ts';
import { aPost, id, jiaMin } from '../disputes/testing/people.ts';
import type { Refusal } from '../platform/refusal.ts';
import { emptyParty, type PartyInput } from './party.ts';
import { partiesLine, type RegisterInput, register } from './register.ts';

const guo: PartyInput = { ...emptyParty, name: '郭秀兰', idNumber: '11010519491231002X', phone: '138 0000 2231' };
const ren: PartyInput = { ...emptyParty, side: 'respondent', name: '任建军' };

const input: RegisterInput = {
  parties: [guo, ren],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: community,
  address: '3号楼2单元501',
  title: '楼上漏水赔偿',
  facts: '9月20日起楼上漏水，屋顶泡坏。',
  demands: '赔偿8000元',
  occurredOn: '2026-09-20',
  peopleInvolved: 2,
  amountCents: 800_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: id(1),
};
const context = () => aContext({ actor: jiaMin });
const registerWith = (over: Partial<RegisterInput>) => register({ ...input, ...over }, context());

function fieldsOf(over: Partial<RegisterInput>): Record<string, string> {
  try {
    registerWith(over);
    return {};
  } catch (error) {
    return (error as Refusal).fields;
  }
}

test('郭秀兰 is registered once, at the center of whoever stands at the counter', () => {
  const made = register(input, context());
  expect(made).toMatchObject({
    title: '楼上漏水赔偿',
    partiesLine: '郭秀兰｜任建军',
    receivingCenterId: '140106-center',
  });
  expect(made.parties.map(({ name, phone, birthYear, sex, minor }) => [name, phone, birthYear, sex, minor])).toEqual([
    ['郭秀兰', '13800002231', 1949, 'female', false],
    ['任建军', '', null, null, false],
  ]);
  expect(new Set([made.id, ...made.parties.map((party) => party.id)]).size).toBe(3);
});

test('not wanting to mediate is written down and stops nobody', () => {
  expect(registerWith({ willing: 'no' }).input.willing).toBe('no');
});

test('a wrong ID number blocks, unless somebody writes down why it is right', () => {
  const wrong = { ...guo, idNumber: '110105194912310021' };
  expect(refusalOf(() => registerWith({ parties: [wrong, ren] }))).toBe('invalidParties');
  expect(fieldsOf({ parties: [wrong, ren] })).toHaveProperty(['parties.0.idNumber']);
  expect(fieldsOf({ parties: [{ ...wrong, idException: '派出所证明号码就是这个' }, ren] })).toEqual({});
});

test('somebody without papers is registered with the reason, and not without', () => {
  const without = { ...guo, idKind: 'none' as const, idNumber: '' };
  expect(fieldsOf({ parties: [without, ren] })).toHaveProperty(['parties.0.idException']);
  expect(fieldsOf({ parties: [{ ...without, idException: '证件丢了，正在补办' }, ren] })).toEqual({});
});

test('a wrong credit code warns once and may be passed', () => {
  const firm: PartyInput = { ...ren, kind: 'organization', name: '晋东劳务', idKind: 'creditCode' };
  const wrong = { ...firm, idNumber: '91512081MA62K0260F' };
  expect(fieldsOf({ parties: [guo, { ...firm, idNumber: '91512081MA62K0260E' }] })).toEqual({});
  expect(fieldsOf({ parties: [guo, wrong] })).toHaveProperty(['parties.1.idNumber']);
  expect(fieldsOf({ parties: [guo, wrong], creditCodeConfirmed: true })).toEqual({});
});

const child: PartyInput = { ...emptyParty, name: '小明', minor: true, idKind: 'none', idException: '户口本没带' };
const mother: PartyInput = { ...guo, represents: 0, representation: 'guardian' };

test('a child is registered with a guardian, who stays a person of the same matter', () => {
  expect(fieldsOf({ parties: [child, ren] })).toHaveProperty(['parties.0.minor']);
  const made = registerWith({ parties: [child, mother, ren] });
  expect(made.parties[1]?.representsPartyId).toBe(made.parties[0]?.id);
  expect(made.partiesLine).toBe('小明｜任建军');
});

test('a child’s age is read from the paper, whatever was ticked', () => {
  const young = { ...guo, idNumber: '', idKind: 'none' as const, idException: '没带', minor: false };
  expect(registerWith({ parties: [young, ren] }).parties[0]?.minor).toBe(false);
  const born2019 = { ...guo, idNumber: '140106201903040026' };
  expect(fieldsOf({ parties: [born2019, ren] })).toHaveProperty(['parties.0.minor']);
});

test('there is an applicant, and a person who only speaks for another is not one', () => {
  expect(fieldsOf({ parties: [ren] })).toHaveProperty('parties');
  const agent: PartyInput = { ...guo, represents: 1, representation: 'agent' };
  expect(fieldsOf({ parties: [agent, ren] })).toHaveProperty('parties');
});

test('a representative says for whom and as what', () => {
  expect(fieldsOf({ parties: [guo, ren, { ...guo, represents: 7, representation: 'agent' }] })).toHaveProperty([
    'parties.2.represents',
  ]);
  expect(fieldsOf({ parties: [guo, ren, { ...guo, represents: 0 }] })).toHaveProperty(['parties.2.representation']);
});

test('the category is from the list and the place from the county’s own tree', () => {
  expect(refusalOf(() => registerWith({ categoryCode: '99' }))).toBe('unknownCategory');
  expect(refusalOf(() => registerWith({ regionCode: '140105' }))).toBe('unknownRegion');
  expect(refusalOf(() => registerWith({ regionCode: '140106999' }))).toBe('unknownRegion');
});

test('only somebody at a center registers', () => {
  const outsider = aContext({ actor: aPost('handler', housing) });
  expect(refusalOf(() => register(input, outsider))).toBe('notAtCenter');
});

test('an untitled matter is called after what happened; where little is written, after its category', () => {
  expect(registerWith({ title: ' ' }).title).toBe('楼上漏水');
  expect(registerWith({ title: ' ', facts: '吵架。' }).title).toBe('邻里纠纷');
});

test('ninety workers against a firm read as the first of them and a count', () => {
  const workers = Array.from({ length: 90 }, (_, index) => ({ ...guo, name: `工友${index + 1}` }));
  const firm = { ...ren, name: '晋东劳务' };
  expect(partiesLine([...workers, firm])).toBe('工友1等90人｜晋东劳务');
});
