import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDelivery } from './deliveryRules.ts';
import { fillTemplate, smsParts, unknownPlaceholders } from './messageTemplate.ts';

const values = {
  内容: '您的事已经转给住建局办理。',
  编号: '140106 26 003812 6',
  中心: '迎泽中心',
  电话: '0351-1234567',
  查询: 'https://fq.example/q',
};

test('a step is told in its own words, with code, address and number', () => {
  const template = defaultDelivery.templates.find(({ event }) => event === 'dispatch');
  expect(fillTemplate(template?.text ?? '', values)).toBe(
    '【迎泽中心】您的事已经转给住建局办理。编号140106 26 003812 6，查询https://fq.example/q，有事打0351-1234567。',
  );
});

test('a part with nothing to say is left out as a whole', () => {
  expect(fillTemplate('编号{编号}[[，查询{查询}]][[，有事打{电话}]]。', { ...values, 电话: '' })).toBe(
    '编号140106 26 003812 6，查询https://fq.example/q。',
  );
});

test('what staff wrote freely to a resident is never in the SMS, only that there is something', () => {
  const template = defaultDelivery.templates.find(({ event }) => event === 'message');
  expect(fillTemplate(template?.text ?? '', { ...values, 内容: '您爱人那边同意了' })).not.toContain('爱人');
  expect(fillTemplate(defaultDelivery.generic, { ...values, 内容: '达成了协议' })).not.toContain('协议');
});

test('names that nobody fills are found, and stay as they are', () => {
  expect(unknownPlaceholders('{编号}和{姓名}，{姓名}')).toEqual(['姓名']);
  expect(fillTemplate('{姓名}', values)).toBe('{姓名}');
});

test('every text that ships fills without leftovers', () => {
  for (const text of [defaultDelivery.generic, ...defaultDelivery.templates.map((one) => one.text)]) {
    expect(unknownPlaceholders(text)).toEqual([]);
    expect(fillTemplate(text, values)).not.toMatch(/[{}[\]]|。。/);
  }
});

test('70 characters are one SMS, 71 are two, 135 are three', () => {
  expect([smsParts(''), smsParts('字'.repeat(70)), smsParts('字'.repeat(71)), smsParts('字'.repeat(135))]).toEqual([
    1, 1, 2, 3,
  ]);
});

test('braces in what people wrote are text, not places to fill', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const told = fillTemplate('{内容}', { ...values, 内容: text });
      expect(told).toBe(text.replace(/([。！？])。/g, '$1').replace(/。，/g, '，'));
    }),
  );
});
