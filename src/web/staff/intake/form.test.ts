import { expect, test } from 'vitest';
import { emptyParty } from '../../../intake/party.ts';
import { checkForm, emptyForm, type RegisterForm, toInput, toPageFields } from './form.ts';
import { addParty, changeParty, removeParty, rowsOf } from './parties.ts';

const now = new Date('2026-10-14T10:00:00+08:00');
const check = (form: RegisterForm) => checkForm(form, now, '2026-10-14');
const id = '0198f3b2-7c1e-7a3b-9c55-0123456789ab';

const whole: RegisterForm = {
  ...emptyForm(id),
  parties: [
    { ...emptyParty, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13812342231' },
    { ...emptyParty, side: 'respondent', name: '任建军' },
  ],
  categoryCode: '02',
  regionCode: '140106004001',
  facts: '9月20日起楼上漏水，泡了天花板。',
  willing: 'yes',
  amount: '8,000',
};

test('a plain two-party form may be sent as it stands', () => {
  expect(check(whole)).toEqual({});
  expect(toInput(whole)).toMatchObject({ amountCents: 800000, peopleInvolved: 2, occurredOn: null });
});

test('the empty row that waits for the other side is not sent and is no error', () => {
  const alone = { ...whole, parties: [...whole.parties.slice(0, 1), { ...emptyParty, side: 'respondent' as const }] };
  expect(check(alone)).toEqual({});
  expect(toInput(alone).parties).toHaveLength(1);
});

test('each thing that is missing has its sentence at its own field', () => {
  const fields = Object.keys(check(emptyForm(id))).sort();
  expect(fields).toEqual(
    ['categoryCode', 'facts', 'parties.0.idNumber', 'parties.0.name', 'regionCode', 'willing'].sort(),
  );
});

test('a wrong check digit blocks until somebody states why the number is right', () => {
  const wrong = changeParty(whole, 0, { idNumber: '110105194912310021' });
  expect(check(wrong)['parties.0.idNumber']).toContain('校验不符');
  expect(check(changeParty(wrong, 0, { idException: '证件就是这样印的' }))).toEqual({});
});

test('a minor cannot be registered without a guardian who speaks for them', () => {
  const minor = changeParty(whole, 0, { minor: true, idKind: 'none', idException: '还没有办身份证' });
  expect(Object.keys(check(minor))).toEqual(['parties.0.minor']);
  const guarded = addParty(minor, 'applicant', 0, 'guardian');
  const named = changeParty(guarded, 2, { name: '郭强', idNumber: '11010519491231002X' });
  expect(check(named)).toEqual({});
});

test('a representative keeps whom they speak for when empty rows before them are left out', () => {
  const blank = { ...emptyParty, side: 'respondent' as const };
  const parties = [...whole.parties.slice(0, 1), blank, ...whole.parties.slice(1)];
  const form = changeParty(addParty({ ...whole, parties }, 'respondent', 2, 'agent'), 3, { name: '律师' });
  expect(toInput(form).parties.map((party) => party.represents)).toEqual([null, null, 1]);
  expect(toPageFields({ 'parties.1.name': '太长', facts: '短' }, form)).toEqual({
    'parties.2.name': '太长',
    facts: '短',
  });
});

test('removing a party removes who spoke for it alone, and the others stay with theirs', () => {
  const form = addParty(addParty(whole, 'applicant', 0, 'agent'), 'respondent', 1, 'agent');
  expect(rowsOf(form, ['applicant'])).toEqual([0, 2]);
  const left = removeParty(form, 0);
  expect(left.parties.map((party) => [party.side, party.represents])).toEqual([
    ['respondent', null],
    ['respondent', 0],
  ]);
});
