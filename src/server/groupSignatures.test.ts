import { afterAll, beforeAll, expect, test } from 'vitest';
import { leakInMediation } from '../agreements/testing/leakInMediation.ts';
import type { SigningView } from '../signing/signingViews.ts';
import { type TestApp, testApp } from './testing/app.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let people: { receptionist: Client; dispatcher: Client; handler: Client };

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
  };
}, 60_000);
afterAll(() => it?.close());

test('一组协议签了一半，有一个人的金额改了：只有他那份的签名作废，他知道要重新签；别人的都在', async () => {
  const { handler } = people;
  const matter = await leakInMediation(it, people, ['郭秀兰', '任建军', '孙示例']);
  const [guo, ren, sun] = matter.partyIds as [string, string, string];
  const at = `/api/disputes/${matter.code}`;
  const terms = {
    ...{
      form: 'written',
      partyIds: [ren],
      facts: '楼上漏水，两家的天花板泡坏。',
      points: '赔偿',
      costs: '',
      copies: 3,
    },
    ...{ madeOn: '2026-10-14', place: '迎泽区综治中心', committee: '示例人民调解委员会', mediators: '' },
    terms: [
      {
        ...{
          kind: 'pay',
          owesId: ren,
          toId: 'each',
          text: '赔偿款',
          amountCents: null,
          own: true,
          dueOn: '2026-10-31',
        },
        ...{ shares: [], how: 'transfer', howNote: '', where: '', condition: '', after: null, ifNot: '' },
      },
    ],
  };
  const row = (partyId: string, yuan: number) => ({ partyId, cents: yuan * 100, instalments: null });
  const write = (groupId: string | null, rows: object[], reason: string) =>
    handler.post(`${at}/agreement-groups`, { groupId, keep: [], reason, terms, rows }, 200);
  await write(null, [row(guo, 3000), row(sun, 5000)], '');
  const [{ id }] = (await handler.get(`${at}/agreement-groups`)).groups;
  const { digest } = await handler.get(`${at}/agreement-groups/${id}`);
  await handler.post(`${at}/agreement-group-locks`, { groupId: id, digest, leaveOut: [] }, 200);

  const places = async () => ((await handler.get(`${at}/signing`)) as SigningView).places;
  const hands = (await places()).map(({ agreementId, digest: words, partyId }) => ({
    ...{ agreementId, digest: words, partyId, signerPartyId: partyId },
  }));
  await handler.post(`${at}/paper-signatures`, { signatures: hands, paperSeen: true }, 200);
  const signed = async () =>
    (await places()).map(({ name, signed: by }) => `${name} ${by ? 'signed' : 'to sign'}`).toSorted();
  expect(await signed()).toEqual(['任建军 signed', '任建军 signed', '孙示例 signed', '郭秀兰 signed']);

  await write(id, [row(guo, 3000), row(sun, 5500)], '孙示例的少算了一项');
  const again = await handler.get(`${at}/agreement-groups/${id}`);
  await handler.post(`${at}/agreement-group-locks`, { groupId: id, digest: again.digest, leaveOut: [] }, 200);
  expect(await signed()).toEqual(['任建军 signed', '任建军 to sign', '孙示例 to sign', '郭秀兰 signed']);
  const { timeline } = await handler.get(at);
  expect(JSON.stringify(timeline)).not.toContain('孙示例的少算了一项');
});
