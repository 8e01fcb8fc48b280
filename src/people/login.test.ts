import { expect, test } from 'vitest';
import { decideLogin, type LoginFacts, unknownLoginFacts } from './login.ts';
import { defaultLoginPolicy } from './loginPolicy.ts';

const policy = defaultLoginPolicy('production');
const now = new Date('2026-10-14T06:32:00Z');
const right: LoginFacts = {
  passwordRight: true,
  active: true,
  failures: 0,
  lockedUntil: null,
  secondFactor: 'notEnrolled',
  validPosts: 1,
};
const answer = (facts: Partial<LoginFacts>) => {
  const outcome = decideLogin({ ...right, ...facts }, policy, now);
  return outcome.result === 'opened' ? 'opened' : { ...outcome, refusal: outcome.refusal.message };
};

test('the right password opens', () => {
  expect(answer({})).toBe('opened');
  expect(answer({ failures: 4 })).toBe('opened');
});

test('a wrong password says how many tries are left, and the fifth locks for a quarter of an hour', () => {
  const wrong = { passwordRight: false };
  expect(answer(wrong)).toMatchObject({ refusal: '账号或密码不对，还可以试 4 次。', failures: 1, counted: true });
  expect(answer({ ...wrong, failures: 3 })).toMatchObject({ refusal: '账号或密码不对，还可以试 1 次。', failures: 4 });
  expect(answer({ ...wrong, failures: 4 })).toMatchObject({
    refusal: '连着输错 5 次，账号先锁住，14:47 后再试。急着用，找系统管理员重设密码。',
    failures: 0,
    lockedUntil: new Date('2026-10-14T06:47:00Z'),
  });
});

test('while locked even the right password waits, and waiting counts nothing', () => {
  const lockedUntil = new Date('2026-10-14T06:40:00Z');
  expect(answer({ lockedUntil })).toMatchObject({ counted: false, lockedUntil });
  expect(answer({ lockedUntil: now })).toBe('opened');
});

test('a second factor is asked for after the password, and a wrong one counts like a wrong password', () => {
  expect(answer({ secondFactor: 'missing' })).toMatchObject({
    refusal: '再输入手机令牌上的 6 位数字。',
    counted: false,
  });
  expect(answer({ secondFactor: 'wrong' })).toMatchObject({ refusal: '动态码不对，还可以试 4 次。', failures: 1 });
  expect(answer({ secondFactor: 'used' })).toMatchObject({ counted: true });
  expect(answer({ secondFactor: 'right' })).toBe('opened');
  expect(answer({ secondFactor: 'missing', passwordRight: false })).toMatchObject({ failures: 1 });
});

test('a disabled account says so only to who knows its password', () => {
  expect(answer({ active: false })).toMatchObject({ refusal: '账号已停用，找系统管理员。' });
  expect(answer({ active: false, passwordRight: false })).toMatchObject({ refusal: '账号或密码不对，还可以试 4 次。' });
  expect(answer({ validPosts: 0 })).toMatchObject({ refusal: '账号现在没有在任的岗位，找系统管理员。' });
});

test('a name that nobody has counts down and locks just like a real one', () => {
  const facts = (tries: number, minutesAgo: number) =>
    decideLogin(unknownLoginFacts(tries, new Date(now.getTime() - minutesAgo * 60_000), policy), policy, now);
  expect(facts(0, 0)).toMatchObject({ failures: 1 });
  expect(facts(4, 1)).toMatchObject({ failures: 0, lockedUntil: new Date('2026-10-14T06:47:00Z') });
  expect(facts(5, 14)).toMatchObject({ counted: false, lockedUntil: new Date('2026-10-14T06:33:00Z') });
  expect(facts(5, 15)).toMatchObject({ counted: true, failures: 1 });
});
