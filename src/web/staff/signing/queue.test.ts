import { expect, test } from 'vitest';
import type { PlaceView } from '../../../signing/signingViews.ts';
import { nextPlace, signedOf } from './queue.ts';

const place = (agreementId: string, name: string, kind: 'person' | 'organization', signed = false): PlaceView => ({
  ...{ agreementId, digest: '', number: '', partyId: name, name, role: '', kind, minor: false, standIns: [] },
  ...{
    signed: signed ? { at: '', how: 'screen', signer: name, inStead: false, witness: '' } : null,
    doubt: null,
    paid: false,
  },
});
const factory = (agreementId: string, signed = false) => place(agreementId, '示例厂', 'organization', signed);

test('排队的是人：厂里不在每两个人中间坐下来签一次，最后一起签', () => {
  const places = [place('1', '赵', 'person', true), factory('1'), place('2', '钱', 'person'), factory('2')];
  expect(nextPlace(places, places[0])?.name).toBe('钱');
  const done = places.map((each) => (each.kind === 'person' ? { ...each, signed: places[0]?.signed ?? null } : each));
  expect(nextPlace(done, done[2])?.name).toBe('示例厂');
});

test('数的是人，不是签名的地方：厂里九十份都签了才算一个', () => {
  const places = [place('1', '赵', 'person', true), factory('1', true), place('2', '钱', 'person', true), factory('2')];
  expect(signedOf(places)).toEqual([2, 3]);
});
