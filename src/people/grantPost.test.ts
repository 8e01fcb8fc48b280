import { expect, test } from 'vitest';
import type { Actor } from '../platform/actor.ts';
import { refuseUnlessKept } from './administer.ts';
import { endPost, type GrantFacts, type GrantPostInput, grantPost } from './grantPost.ts';

const now = new Date('2026-10-14T06:32:00Z');
const admin = (role: Actor['role'], counties = ['140106']): Actor => ({
  userId: 'admin',
  postId: 'p',
  name: '',
  role,
  unitId: '140106-center',
  centerId: '140106-center',
  regionCode: '140106',
  countyCode: '140106',
  counties,
  viewers: [],
});
const center = { id: '140106002-center', kind: 'center', countyCode: '140106', regionCode: '140106002' } as const;
const give = (input: Partial<GrantPostInput>, facts: Partial<GrantFacts> = {}, actor = admin('systemAdmin')) =>
  grantPost(
    actor,
    { userId: 'u', held: [], unit: center, ...facts },
    { unitId: center.id, role: 'receptionist', ...input },
    now,
  );

test('a post starts today and covers the place of its unit', () => {
  expect(give({})).toMatchObject({
    regionCode: '140106002',
    countyCode: '140106',
    validFrom: '2026-10-14',
    validTo: null,
  });
});

test('who handles matters can be no administrator, and an administrator nothing else', () => {
  const held = [{ role: 'receptionist', unitId: center.id, regionCode: '140106002' }];
  expect(() => give({ role: 'auditAdmin' }, { held }, admin('securityAdmin'))).toThrow('三类管理员要由三个人担任');
  const audit = [{ role: 'auditAdmin', unitId: center.id, regionCode: '140106' }];
  expect(() => give({}, { held: audit })).toThrow('现在是「审计管理员」');
  expect(() => give({ role: 'systemAdmin' }, { held: audit }, admin('securityAdmin'))).toThrow('三类管理员');
});

test('posts of administrators are given by the security administrator, all others by the system administrator', () => {
  expect(() => give({ role: 'auditAdmin' })).toThrow('由安全管理员管');
  expect(give({ role: 'auditAdmin' }, {}, admin('securityAdmin')).role).toBe('auditAdmin');
  expect(() => give({}, {}, admin('securityAdmin'))).toThrow('由系统管理员管');
});

test('nobody gives himself a post, or one in another county, or the same twice', () => {
  expect(() => give({}, { userId: 'admin' })).toThrow('不能给自己');
  expect(() => give({}, { unit: { ...center, countyCode: '140105' } })).toThrow('在别的区县');
  expect(() => give({}, { held: [{ role: 'receptionist', unitId: center.id, regionCode: '140106002' }] })).toThrow(
    '已经在这个岗位上',
  );
});

test('a post has to fit its unit and its place', () => {
  expect(() => give({ role: 'courtClerk' })).toThrow('「法院对接人员」不设在这个单位');
  expect(() => give({ role: 'gridWorker' })).toThrow('网格员要选到村、社区或网格');
  expect(give({ role: 'gridWorker', regionCode: '140106002001' }).regionCode).toBe('140106002001');
  expect(() => give({ regionCode: '140106003' })).toThrow('不在单位的辖区里');
  expect(() => give({ validFrom: '2026-11-01', validTo: '2026-10-31' })).toThrow('最后一天不能早于第一天');
});

test('a post that ends without a day ends at once', () => {
  const post = { userId: 'u', role: 'receptionist', countyCode: '140106', validTo: null };
  expect(endPost(admin('systemAdmin'), post, undefined, now)).toBe('2026-10-13');
  expect(endPost(admin('systemAdmin'), post, '2026-12-31', now)).toBe('2026-12-31');
  expect(() => endPost(admin('systemAdmin'), { ...post, validTo: '2026-10-13' }, undefined, now)).toThrow('已经到期');
  expect(() => endPost(admin('systemAdmin'), { ...post, role: 'auditAdmin' }, undefined, now)).toThrow(
    '由安全管理员管',
  );
});

test('an administrator keeps only people of the own county, never himself, never one above the own kind', () => {
  const held = (role: string, countyCode = '140106') => [{ role, countyCode }];
  expect(() => refuseUnlessKept(admin('systemAdmin'), 'u', held('handler'))).not.toThrow();
  expect(() => refuseUnlessKept(admin('systemAdmin'), 'admin', held('systemAdmin'))).toThrow('不能对自己做');
  expect(() => refuseUnlessKept(admin('systemAdmin'), 'u', held('auditAdmin'))).toThrow('由安全管理员管');
  expect(() => refuseUnlessKept(admin('securityAdmin'), 'u', held('handler'))).toThrow('由系统管理员管');
  expect(() => refuseUnlessKept(admin('systemAdmin'), 'u', held('handler', '140105'))).toThrow('在别的区县');
});
