import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, codeParts, formatCode, makeCode, parseCode, readAloud, shortCode } from './disputeCode.ts';

const names = { '140105': '小店', '140106': '迎泽', '140109': '万柏林', '140100': '太原' };
const code = makeCode('140106', 2026, 3812);
const last = code.charAt(14);

const anyCode = fc
  .tuple(fc.constantFrom(...Object.keys(names)), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([county, year, serial]) => makeCode(county, year, serial));

describe('printing', () => {
  test('a code is county, year, serial and a check digit, grouped 6-2-6-1', () => {
    expect(code).toHaveLength(15);
    expect(formatCode(code)).toBe(`140106 26 003812 ${last}`);
    expect(shortCode(code, '迎泽')).toBe(`迎泽 26-003812-${last}`);
    expect(codeParts(code)).toEqual({ code, countyCode: '140106', year: 2026, serial: 3812 });
  });

  test('the check digit is that of ISO 7064 MOD 11,10', () => {
    // The standard's own worked example: 0794 takes 5.
    expect(checkDigit('0794')).toBe('5');
  });

  test('on the telephone a one is said 幺', () => {
    expect(readAloud('140106260038126')).toBe('幺四零幺零六 二六 零零三八幺二 六');
    expect(readAloud('140106260038126', '迎泽')).toBe('迎泽 二六 零零三八幺二 六');
  });

  test('parts that no code can carry are a bug', () => {
    expect(() => makeCode('1401', 2026, 1)).toThrow(RangeError);
    expect(() => makeCode('140106', 2026, 0)).toThrow(RangeError);
    expect(() => makeCode('140106', 2026, 1_000_000)).toThrow(RangeError);
  });
});

describe('reading', () => {
  test('printed, typed, spoken and short forms are the same code', () => {
    const forms = [
      code,
      formatCode(code),
      `１４０１０６－２６－００３８１２－${last}`,
      `编号：140106 26 003812 ${last}`,
      readAloud(code),
      readAloud(code).replaceAll(' ', ''),
      readAloud(code, '迎泽'),
      shortCode(code, '迎泽'),
      `迎泽区26-003812-${last}`,
      `迎泽26003812${last}`,
      `迎泽 26-3812-${last}`,
      `迎泽 2026-3812-${last}`,
      `迎泽二六杠三八一二杠${last}`,
      `l4Ol06 26 OO3812 ${last}`,
    ];
    for (const form of forms) expect(parseCode(form, names), form).toMatchObject({ ok: true, code, serial: 3812 });
  });

  test('at the county’s own counter the county may be left out', () => {
    expect(parseCode(`26-003812-${last}`, names, '140106')).toMatchObject({ ok: true, code });
    expect(parseCode(`26003812${last}`, names, '140106')).toMatchObject({ ok: true, code });
    expect(parseCode(`26-003812-${last}`, names)).toMatchObject({ ok: false, reason: 'length' });
  });

  test('a wrong digit asks to read again without naming the digit', () => {
    const wrong = code.slice(0, 14) + String((Number(last) + 1) % 10);
    expect(parseCode(wrong)).toEqual({ ok: false, reason: 'check', sentence: '编号有一位不对，请再念一遍。' });
  });

  test('too few digits, foreign words and nothing are told apart', () => {
    expect(parseCode('140106 26 003812')).toMatchObject({
      reason: 'length',
      sentence: '编号是 15 位数字，现在有 14 位。',
    });
    expect(parseCode(`晋源 26-003812-${last}`, names)).toMatchObject({ reason: 'characters' });
    expect(parseCode('  ')).toMatchObject({ reason: 'empty' });
  });

  test('every code is read back from what is printed and from what is said', () => {
    fc.assert(
      fc.property(anyCode, (any) => {
        const name = names[any.slice(0, 6) as keyof typeof names];
        for (const form of [formatCode(any), shortCode(any, name), readAloud(any), readAloud(any, name)])
          expect(parseCode(form, names)).toMatchObject({ ok: true, code: any });
      }),
    );
  });
});

describe('what the check digit promises', () => {
  test('any single wrong digit is found', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(14), fc.integer({ min: 1, max: 9 }), (any, at, shift) => {
        const other = String((Number(any.charAt(at)) + shift) % 10);
        return !parseCode(any.slice(0, at) + other + any.slice(at + 1)).ok;
      }),
    );
  });

  test('two neighbors swapped are found, except digits one apart', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(13), (any, at) => {
        const [a = '', b = ''] = any.slice(at, at + 2);
        fc.pre(a !== b && ![1, 9].includes(Math.abs(Number(a) - Number(b))));
        return !parseCode(any.slice(0, at) + b + a + any.slice(at + 2)).ok;
      }),
      { numRuns: 1000 },
    );
  });

  test('at every place just one pair of neighbors in 45 is missed', () => {
    for (const before of ['', '1', '14', '140106', '14010626', '1401062600381']) {
      const missed: string[] = [];
      for (let a = 0; a < 10; a++)
        for (let b = a + 1; b < 10; b++)
          if (checkDigit(`${before}${a}${b}`) === checkDigit(`${before}${b}${a}`)) missed.push(`${a}${b}`);
      expect(missed, before).toHaveLength(1);
    }
  });
});
