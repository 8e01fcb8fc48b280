import { expect, test } from 'vitest';
import { untried } from '../attempts/brake.ts';
import { decideLogin, type LoginFacts } from './login.ts';
import { defaultLoginPolicy } from './loginPolicy.ts';
import { afterWrongLogin, countedBy, waitingFor } from './loginTries.ts';

const policy = defaultLoginPolicy('production');
const now = new Date('2026-10-14T06:32:00Z');
const right: LoginFacts = {
  passwordRight: true,
  active: true,
  secondFactor: 'notEnrolled',
  validPosts: 1,
  ifWrong: { left: 4, locks: null },
};
const answer = (facts: Partial<LoginFacts>) => {
  const outcome = decideLogin({ ...right, ...facts });
  return outcome.result === 'opened' ? 'opened' : { ...outcome, refusal: outcome.refusal.message };
};

test('the right password opens', () => {
  expect(answer({})).toBe('opened');
  expect(answer({ ifWrong: { left: 1, locks: null } })).toBe('opened');
});

test('a second factor is asked for after the password, and a wrong one counts like a wrong password', () => {
  expect(answer({ secondFactor: 'missing' })).toEqual({
    result: 'refused',
    refusal: '再输入手机令牌上的 6 位数字。',
    counted: false,
  });
  expect(answer({ secondFactor: 'wrong' })).toMatchObject({ refusal: '动态码不对，还可以试 4 次。', counted: true });
  expect(answer({ secondFactor: 'used' })).toMatchObject({ counted: true });
  expect(answer({ secondFactor: 'right' })).toBe('opened');
  expect(answer({ secondFactor: 'missing', passwordRight: false })).toMatchObject({ counted: true });
});

test('a disabled account says so only to who knows its password', () => {
  expect(answer({ active: false })).toMatchObject({ refusal: '账号已停用，找系统管理员。' });
  expect(answer({ active: false, passwordRight: false })).toMatchObject({ refusal: '账号或密码不对，还可以试 4 次。' });
  expect(answer({ validPosts: 0 })).toMatchObject({ refusal: '账号现在没有在任的岗位，找系统管理员。' });
});

/** Wrong tries one after the other; what each was answered. */
function tried(times: number, device: string | null, at = now) {
  let counts = countedBy({ name: 'n', address: '10.0.0.1', device }, policy).map((each) => ({
    ...each,
    tries: untried(now),
  }));
  return Array.from({ length: times }, () => {
    const waiting = waitingFor(counts, at);
    if (waiting) return waiting.message;
    const { after, left } = afterWrongLogin(counts, at);
    counts = after;
    return waitingFor(counts, at)?.message ?? left;
  });
}

test('five wrong tries from one place and the place waits a quarter of an hour', () => {
  const waits = '连着输错太多次，先停一停，14:47 后再试。急着用，找系统管理员重设密码。';
  expect(tried(6, null)).toEqual([4, 3, 2, 1, waits, waits]);
  expect(tried(5, 'd')).toEqual([4, 3, 2, 1, waits]);
});

test('when the wait is over the count begins anew', () => {
  const [own] = countedBy({ name: 'n', address: '10.0.0.1', device: 'd' }, policy);
  if (!own) throw new Error('nothing counts');
  const locked = { failures: 5, since: now, nextTryAt: null, lockedUntil: new Date(now.getTime() + 60_000) };
  const later = new Date(now.getTime() + 60_000);
  expect(waitingFor([{ ...own, tries: locked }], later)).toBeNull();
  expect(afterWrongLogin([{ ...own, tries: locked }], later).left).toBe(4);
});

test('a known browser is counted by itself and by nothing that strangers do', () => {
  expect(countedBy({ name: 'n', address: 'a', device: 'd' }, policy).map(({ key }) => key)).toEqual([
    'login/n/device/d',
  ]);
  expect(countedBy({ name: 'n', address: 'a', device: null }, policy).map(({ key }) => key)).toEqual([
    'login/n/from/a',
    'login/n/',
    'logins-from/a',
  ]);
});
