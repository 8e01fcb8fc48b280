import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from './testing/sittingEvents.ts';
import { type SittingScene, sittingScene } from './testing/sittingScene.ts';

let scene: SittingScene;
beforeAll(async () => {
  scene = await sittingScene();
}, 60_000);
afterAll(() => scene?.it.close());

test('nothing that people type at a sitting, and no name, reaches an event, which nobody can erase', async () => {
  const { aMatter, call, step, view, write, ending, it } = scene;
  const words = `机密${fc.sample(fc.stringMatching(/^[甲乙丙丁戊己庚辛]{8}$/), 1)[0]}`;
  const matter = await aMatter();
  const code = await call(matter, { agenda: words, bring: words });
  await step('judge', code, 'answers', { comes: false, reason: words });
  await step('mediator', code, 'changes', { day: '2026-10-09', from: '09:00', to: '10:00', roomIds: [], place: words });
  await step('mediator', code, 'starts', { hereIds: [] });
  const seen = await view('mediator', code);
  const [{ id: disputeId }] = seen.disputes;
  await write('mediator', code, 'said', words, 0, { disputeId });
  for (const kind of ['sealed', 'applicant', 'respondent', 'opinion'])
    await step('mediator', code, 'notes', { kind, text: words });
  await step('mediator', code, 'proposals', { disputeId, from: 'applicant', text: words, hand: true });
  await step('mediator', code, 'interruptions', { reason: words });
  const absent = [{ inviteId: seen.invites.find(({ kind }: { kind: string }) => kind === 'party').id, reason: words }];
  await step('mediator', code, 'endings', await ending(code, 'partly', { text: words, absent }));
  const events = await readEvents(it.adminUrl);
  expect(events).toContain('writeNote');
  for (const secret of [words, '郭秀兰', '任建军']) expect(events).not.toContain(secret);
});

test('each change of a sitting is one event, and its chain holds', async () => {
  const { aMatter, call, step, who } = scene;
  const matter = await aMatter();
  const code = await call(matter, { day: '2026-10-10' });
  const versions = async () => (await who('mediator').get(`/api/sittings/${code}`)).version;
  expect(await versions()).toBe(1);
  await step('mediator', code, 'shares', { shared: [] });
  await step('mediator', code, 'starts', { hereIds: [] });
  await step('mediator', code, 'pauses', { minutes: 20 });
  expect(await versions()).toBe(4);
});

test('what the page says before pressing is what people are told, also about the room that is taken', async () => {
  const { aMatter, call, who } = scene;
  const [one, other] = [await aMatter(), await aMatter()];
  const code = await call(one, { day: '2026-10-12' });
  await call(other, { day: '2026-10-13' });
  const change = (day: string) => ({ day, from: '15:00', to: '17:00', roomIds: ['140106-center-room-2'], place: '' });
  const preview = (input: object) =>
    who('mediator').raw('POST', `/api/sittings/${code}/previews`, { step: 'changeSitting', input });
  const refused = await preview(change('2026-10-13'));
  expect([refused.statusCode, refused.json().error.code]).toEqual([409, 'alreadyBooked']);
  const said = (await preview(change('2026-10-14'))).json();
  const texts = said.tells.map(({ text }: { text: string }) => text).join('\n');
  expect(texts).toContain('调解会改到10月14日（周三）15:00—17:00，请再答复一次来不来。');
  expect(texts).toContain('调解会改了时间或地点。请您10月14日（周三）15:00—17:00');
  await who('mediator').post(`/api/sittings/${code}/changes`, change('2026-10-14'), 200);
  expect((await who('judge').raw('GET', '/api/notices')).body).toContain(
    '调解会改到10月14日（周三）15:00—17:00，请再答复一次来不来。',
  );
  const { waiting } = await who('receptionist').get(`/api/disputes/${one.code}/deliveries`);
  expect(JSON.stringify(waiting)).toContain('调解会改了时间或地点。');
});
