import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SittingScene, sittingScene } from '../../server/testing/sittingScene.ts';
import { aPhone, handSlip, wordsOf } from './testing/resident.ts';

let scene: SittingScene;
beforeAll(async () => {
  scene = await sittingScene();
}, 60_000);
afterAll(() => scene?.it.close());

async function pageOf(code: string, name: string): Promise<string> {
  const pin = name === '郭秀兰' ? '246810' : '135790';
  await handSlip(scene.it, code, name, pin);
  const phone = aPhone(scene.it.app);
  expect((await phone.post(`/c/${code}`, { pin })).headers.location).toBe(`/c/${code}/progress`);
  return wordsOf((await phone.get(`/c/${code}/progress`)).body);
}

test('whoever was asked reads when, where and what to bring, and that nobody has to mediate; whoever was not, nothing', async () => {
  const matter = await scene.aMatter();
  const guo = matter.parties.find(({ name }) => name === '郭秀兰');
  const code = await scene.call(matter, { partyIds: [guo?.id], form: 'single' });
  const hers = await pageOf(matter.code, '郭秀兰');
  expect(hers).toMatch(/请您来参加调解会：9月30日（周三）15:00—17:00，.*综治中心.*，请带收据。调解自愿/);
  expect(hers).not.toContain('谈赔多少');
  expect(await pageOf(matter.code, '任建军')).not.toContain('参加调解会');
  await scene.step('mediator', code, 'cancellations', { reason: '双方谈好了' });
  const after = await pageOf(matter.code, '郭秀兰');
  expect(after).not.toContain('请您来参加调解会：');
  expect(after).toContain('调解会取消了，您不用来。');
});

test('whoever is there signs in with the code of the room’s screen; a photo of it sent on, or a guess, does not', async () => {
  const { aMatter, call, step, view, who, it } = scene;
  const matter = await aMatter();
  const code = await call(matter, { day: '2026-10-12' });
  await step('mediator', code, 'starts', { hereIds: [] });
  const shown = () => who('mediator').get(`/api/sittings/${code}/door`);
  await who('judge')
    .get(`/api/sittings/${code}/door`)
    .then(
      () => expect.unreachable(),
      (error: Error) => expect(error.message).toContain('403'),
    );
  await handSlip(it, matter.code, '任建军', '135790');
  const phone = aPhone(it.app);
  await phone.post(`/c/${matter.code}`, { pin: '135790' });
  const token = /name="token" value="([^"]+)"/.exec((await phone.get(`/c/${matter.code}/progress`)).body)?.[1] ?? '';
  const arrive = async (door: string) =>
    (await phone.post(`/c/${matter.code}/arrivals`, { token, door })).headers.location;
  const old = (await shown()).code;
  it.clock.now = new Date(it.clock.now.getTime() + 31_000);
  expect(await arrive(old)).toContain('wrong=door');
  expect(await arrive('000000')).toContain('wrong=door');
  expect(wordsOf((await phone.get(`/c/${matter.code}/progress?wrong=door`)).body)).toContain('数字不对，或者刚刚换过');
  expect(await arrive((await shown()).code)).toContain('done=arrived');
  const here = (await view('mediator', code)).invites.filter(({ came }: { came: string }) => came === 'here');
  expect(here.map(({ name }: { name: string }) => name)).toEqual(['任建军']);
  expect(wordsOf((await phone.get(`/c/${matter.code}/progress`)).body)).toContain('记下您到了。');
});

test('of several heard together, each party reads of the own dispute alone, on the page and in what is told', async () => {
  const [one, other] = [
    await scene.aMatter(),
    await scene.aMatter({
      title: '同一家漏水，二楼的',
      parties: [
        { ...scene.it.party, name: '孟小燕', idKind: 'none', idException: '没带', phone: '13800009876' },
        { ...scene.it.party, side: 'respondent', name: '任建军', idNumber: '', phone: '13800005678' },
      ],
    }),
  ];
  const partyIds = [...one.parties, ...other.parties].map(({ id }) => id);
  const when = { day: '2026-10-09', from: '09:00', to: '11:00' };
  const code = await scene.call(one, { ...when, form: 'bundled', otherCodes: [other.code], partyIds });
  await scene.step('mediator', code, 'starts', { hereIds: [] });
  const { disputes } = await scene.view('mediator', code);
  expect(disputes).toHaveLength(2);
  const [first, second] = disputes.map(({ id }: { id: string }) => id);
  await scene.write('mediator', code, 'said', '一楼说的', 0, { disputeId: first });
  await scene.write('mediator', code, 'said', '二楼说的', 0, { disputeId: second });
  const hers = await pageOf(one.code, '郭秀兰');
  expect(hers).toContain('请您来参加调解会：10月9日（周五）09:00—11:00');
  for (const secret of ['孟小燕', other.code, '二楼', '一楼说的']) expect(hers).not.toContain(secret);
  const told = JSON.stringify((await scene.who('receptionist').get(`/api/disputes/${one.code}/deliveries`)).waiting);
  expect(told).toContain('参加调解会');
  expect(told).not.toContain('孟小燕');
  // Each keeps its own result; the timeline of each tells of its own.
  const results = [
    { disputeId: first, result: 'agreed' },
    { disputeId: second, result: 'none' },
  ];
  await scene.step('mediator', code, 'endings', { results, text: '', toldRoutes: true, againOn: null, absent: [] });
  const after = (await scene.view('mediator', code)).disputes.map(({ result }: { result: string }) => result);
  expect(after).toEqual(['agreed', 'none']);
  const timeline = async (of: string) =>
    JSON.stringify((await scene.who('leader').get(`/api/disputes/${of}`)).timeline);
  expect(await timeline(one.code)).toContain('调解会开完了：谈成了');
  expect(await timeline(other.code)).toContain('调解会开完了：没谈成');
});

test('a bundle is refused of another center, of what one does not read, and of what is restricted', async () => {
  const [one, restricted] = [await scene.aMatter(), await scene.aMatter()];
  const body = { restricted: true, namedPostIds: [], reason: '涉及未成年人' };
  await scene.who('leader').post(`/api/disputes/${restricted.code}/restrictions`, body, 200);
  const ask = async (otherCodes: string[], form = 'bundled') => {
    const call = await scene.callOf(one, { form, otherCodes, day: '2026-10-10' });
    return scene.who('mediator').raw('POST', `/api/disputes/${one.code}/sittings`, call);
  };
  expect((await ask([])).json().error.fields.otherCodes).toContain('至少两件');
  expect((await ask([restricted.code])).json().error.fields.otherCodes).toContain('限制知悉');
  expect((await ask([restricted.code], 'joint')).json().error.fields.otherCodes).toContain('只有集束');
});
