import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { fieldSentences } from './fieldSentences.ts';

const strict = { additionalProperties: false };
const party = Type.Object({ name: Type.String({ minLength: 1, maxLength: 4 }) }, strict);
const form = Type.Object(
  {
    facts: Type.String({ minLength: 10 }),
    people: Type.Integer({ minimum: 1 }),
    day: Type.Optional(Type.String({ format: 'date' })),
    willing: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('no')])),
    memo: Type.Optional(Type.Union([Type.String({ maxLength: 2 }), Type.Null()])),
    login: Type.Optional(Type.String({ pattern: '^[a-z]+$', sentence: '登录名只用小写字母' })),
    parties: Type.Optional(Type.Array(party, { minItems: 1, maxItems: 2 })),
  },
  strict,
);
const told = (value: unknown) => fieldSentences(Compile(form).Errors(value), form);
const good = { facts: '楼上漏水，厨房吊顶已经泡坏。', people: 2 };

test('what is missing is named where it is missing', () => {
  expect(told({})).toEqual({ facts: '这一项要填', people: '这一项要填' });
  expect(told({ ...good, parties: [{}] })).toEqual({ 'parties.0.name': '这一项要填' });
  expect(told({ ...good, parties: [{ name: '' }] })).toEqual({ 'parties.0.name': '这一项要填' });
});

test('a field that nobody knows is refused by name', () => {
  expect(told({ ...good, isAdmin: true })).toEqual({ isAdmin: '不认识的字段：isAdmin' });
});

test('limits are told with their numbers', () => {
  expect(told({ facts: '短', people: 0 })).toEqual({ facts: '最少 10 个字', people: '不能小于 1' });
  expect(told({ ...good, parties: [] })).toEqual({ parties: '至少要填一项' });
  expect(told({ ...good, parties: [{ name: '郭秀兰郭秀兰' }] })).toEqual({ 'parties.0.name': '最多 4 个字' });
});

test('a choice, a day and a number of the wrong kind each have a sentence of their own', () => {
  expect(told({ ...good, willing: 'maybe' })).toEqual({ willing: '从列出的几项里选一项' });
  expect(told({ ...good, day: '2026-13-01' })).toEqual({ day: '没有这一天。日期要写成 2026-10-16 这样' });
  expect(told({ ...good, people: '两' })).toEqual({ people: '这里要填整数' });
  expect(told({ ...good, memo: '三个字' })).toEqual({ memo: '最多 2 个字' });
});

test('a schema may say in its own words what it wants', () => {
  expect(told({ ...good, login: 'A1' })).toEqual({ login: '登录名只用小写字母' });
});
