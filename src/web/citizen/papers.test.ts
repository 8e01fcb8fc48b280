import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';
import { aPhone, handSlip, leak, toClosed, toMediation, wordsOf } from './testing/resident.ts';

let it: TestApp;

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
});
afterAll(() => it?.close());

const squeezed = (page: string) => wordsOf(page).replace(/\s+/g, ' ');

test('协议全文和谁哪天前做什么，两边都看得到；回访答的话只有答的人看得到', async () => {
  const receptionist = await it.as('receptionist', '140106-center');
  const { code, slips } = await receptionist.post('/api/disputes', leak(it.party), 201);
  const { handler } = await toMediation(it, code);
  await toClosed(it, code, handler);
  const { parties } = await receptionist.get(`/api/disputes/${code}`);
  const partyId = parties.find(({ name }: { name: string }) => name === '郭秀兰').id;
  const visit = { partyId, method: 'phone', outcome: 'settled', performed: 'notDue', words: '满意，等付款。' };
  await receptionist.post(`/api/disputes/${code}/return-visits`, visit, 200);
  await handSlip(it, code, '任建军', '730618');
  const [guo, ren] = [aPhone(it.app), aPhone(it.app)];
  await guo.post(`/c/${code}`, { pin: slips[0].pin });
  await ren.post(`/c/${code}`, { pin: '730618' });
  const [hers, his] = [
    squeezed((await guo.get(`/c/${code}/progress`)).body),
    squeezed((await ren.get(`/c/${code}/progress`)).body),
  ];
  for (const page of [hers, his]) {
    expect(page).toContain('书面协议，9月29日起生效，一共8,000元。');
    expect(page).toContain('任建军赔偿郭秀兰 8000 元，并修好漏点。');
    expect(page).toContain('10月15日前 任建军付给郭秀兰 8,000元');
  }
  expect(hers).toContain('中心打电话回访：您说解决了，协议还没到履行的日子。');
  expect(his).toContain('中心打电话回访过有关当事人。');
  expect(his).not.toContain('您说解决了');
});

test('旧手机显示不了的符号，页上一个也没有：都是画的', async () => {
  const receptionist = await it.as('receptionist', '140106-center');
  const { code, slips } = await receptionist.post('/api/disputes', leak(it.party), 201);
  const { handler } = await toMediation(it, code);
  await handler.post(`/api/disputes/${code}/material-requests`, { what: '维修收据', workingDays: 3 }, 200);
  const phone = aPhone(it.app);
  await phone.post(`/c/${code}`, { pin: slips[0].pin });
  const paths = ['/c', `/c/${code}?again=1`, '/c/here', '/c/here/140106-center', '/c/appointments', '/hall'];
  for (const path of [...paths, `/c/${code}/progress`, `/c/${code}/add`]) {
    const { body } = await phone.get(path);
    expect(body.match(/[◔▲❚ⓘ✓●○]/g), path).toBeNull();
  }
});

test('还没有编号的人也知道打哪个电话', async () => {
  const { body } = await aPhone(it.app).get('/c');
  expect(body).toMatch(/href="tel:\d{3,}/);
});
