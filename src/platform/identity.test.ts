import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, checkIdentity } from './identity.ts';
import { idCheckCharacter } from './idNumber.ts';

const now = new Date('2026-10-16T04:00:00Z');
const withCheck = (first17: string) => first17 + idCheckCharacter(first17);

describe('居民身份证', () => {
  test('the numbers printed in the standard pass and tell birthday and sex', () => {
    expect(checkIdentity('idCard', '11010519491231002X', now)).toEqual({
      ok: true,
      kind: 'idCard',
      value: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(checkIdentity('idCard', '440524188001010014', now)).toMatchObject({
      ok: true,
      birthDate: '1880-01-01',
      sex: 'male',
    });
  });

  test('full-width digits, spaces and a small x are read as the same number', () => {
    expect(checkIdentity('idCard', ' １１０１０５ 19491231-002ｘ ', now)).toMatchObject({
      value: '11010519491231002X',
    });
  });

  test('an old 15-digit number is brought to 18', () => {
    expect(checkIdentity('idCard', '110105491231002', now)).toMatchObject({
      ok: true,
      value: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
      upgraded: true,
    });
  });

  test('a wrong digit is said with birthday and sex, and never which digit', () => {
    const right = withCheck('14010619620304002');
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    expect(checkIdentity('idCard', wrong, now)).toEqual({
      ok: false,
      code: 'checksum',
      sentence:
        '身份证号有一位不对（校验不符）。对照证件：生日读作 1962年3月4日，女。没带证件可选「无证件」并写明原因。',
    });
  });

  test('a birthday that the calendar does not have is said as read', () => {
    const result = checkIdentity('idCard', withCheck('14010619630229002'), now);
    expect(result).toMatchObject({ ok: false, code: 'birthDate' });
    expect(result.ok ? '' : result.sentence).toContain('生日读作 1963年2月29日，没有这一天');
    expect(checkIdentity('idCard', withCheck('14010619641304002'), now)).toMatchObject({ code: 'birthDate' });
  });

  test('a birthday is in the future by the date in China, not by the date in Greenwich', () => {
    const born = withCheck('14010620261017002');
    expect(checkIdentity('idCard', born, new Date('2026-10-16T15:59:00Z'))).toMatchObject({ code: 'future' });
    expect(checkIdentity('idCard', born, new Date('2026-10-16T16:01:00Z'))).toMatchObject({ ok: true });
  });

  test('an area code that was abolished, or never was, is not a reason to refuse', () => {
    expect(checkIdentity('idCard', withCheck('14019919620304001'), now)).toMatchObject({ ok: true, kind: 'idCard' });
    expect(checkIdentity('idCard', withCheck('00000019620304001'), now)).toMatchObject({ ok: true });
  });

  test('too short, foreign letters and nothing at all are three different sentences', () => {
    expect(checkIdentity('idCard', '1101051949123100', now)).toMatchObject({
      code: 'length',
      sentence: expect.stringContaining('现在有 16 位'),
    });
    expect(checkIdentity('idCard', '11010519491231O02X', now)).toMatchObject({ code: 'characters' });
    expect(checkIdentity('idCard', '  ', now)).toMatchObject({ code: 'empty' });
  });

  test('any one wrong digit is noticed', () => {
    const place = fc.integer({ min: 0, max: 16 });
    const serial = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));
    fc.assert(
      fc.property(serial, place, fc.integer({ min: 1, max: 9 }), (tail, at, shift) => {
        const right = withCheck(`14010619620304${tail}`);
        const other = String((Number(right.charAt(at)) + shift) % 10);
        const wrong = right.slice(0, at) + other + right.slice(at + 1);
        return !checkIdentity('idCard', wrong, now).ok;
      }),
    );
  });
});

describe('other papers', () => {
  test('a residence permit of Hong Kong, Macao or Taiwan is known by its number, whatever was chosen', () => {
    for (const area of ['810000', '820000', '830000'])
      expect(checkIdentity('idCard', withCheck(`${area}19900102003`), now)).toMatchObject({
        ok: true,
        kind: 'hkMacaoTaiwanPermit',
        birthDate: '1990-01-02',
        sex: 'male',
      });
  });

  test('the new permanent residence number starts with 9 and is checked the same way', () => {
    const number = withCheck('91484019900102003');
    expect(checkIdentity('foreignPermit', number, now)).toEqual({
      ok: true,
      kind: 'foreignPermit',
      value: number,
      birthDate: '1990-01-02',
    });
    const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
    expect(checkIdentity('foreignPermit', wrong, now)).toMatchObject({ code: 'checksum' });
    expect(checkIdentity('foreignPermit', 'usa140090010203', now)).toMatchObject({
      ok: true,
      value: 'USA140090010203',
    });
  });

  test('passports and travel permits are taken by their shape', () => {
    expect(checkIdentity('passport', 'e1234 5678', now)).toMatchObject({ ok: true, value: 'E12345678' });
    expect(checkIdentity('hkMacaoPass', 'H1234567800', now)).toMatchObject({ ok: true });
    expect(checkIdentity('taiwanPass', '01234567', now)).toMatchObject({ ok: true });
    expect(checkIdentity('passport', '护照', now)).toMatchObject({ ok: false, code: 'shape' });
    expect(checkIdentity('hkMacaoPass', 'K12345678', now)).toMatchObject({ ok: false });
    expect(checkIdentity('taiwanPass', '1234567', now)).toMatchObject({ ok: false });
  });

  test('no document needs no number', () => {
    expect(checkIdentity('none', 'whatever', now)).toEqual({ ok: true, kind: 'none', value: '' });
  });
});

test('a child turns fourteen on the birthday, not the day before', () => {
  expect(ageOn('2012-10-16', '2026-10-15')).toBe(13);
  expect(ageOn('2012-10-16', '2026-10-16')).toBe(14);
});
