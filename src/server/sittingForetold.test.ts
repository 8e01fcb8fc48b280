import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outlook } from '../procedures/views.ts';
import { type SittingStep, sittingProcedure } from '../sittings/procedure.ts';
import { postOf, room, type SittingScene, sittingScene } from './testing/sittingScene.ts';

let scene: SittingScene;
let admin: pg.Client;
beforeAll(async () => {
  scene = await sittingScene();
  admin = new pg.Client({ connectionString: scene.it.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await scene?.it.close();
});

type Person = Parameters<SittingScene['view']>[0];

/** What the house has been told of anything, and how far each matter's chain has come. */
async function told(): Promise<string[]> {
  const { rows } = await admin.query(`select n.id, n.text from notice n
    where n.matter_id is not null order by n.at, n.id`);
  return rows.map(({ id, text }) => `${id} ${text}`);
}
async function outward(): Promise<string[]> {
  const { rows } = await admin.query(`select id, payload ->> 'text' as text from outbox order by id`);
  return rows.map(({ id, text }) => `${id} ${text}`);
}
const since = (before: readonly string[], after: readonly string[]): string[] =>
  after.filter((each) => !before.includes(each)).map((each) => each.slice(37));

/** Pressed as it was foretold: the same words in the house, the same to the parties, the same state. */
async function pressed(by: Person, code: string, step: SittingStep, input: object): Promise<void> {
  const client = scene.who(by);
  const outlook: Outlook = await client.post(`/api/sittings/${code}/previews`, { step, input }, 200);
  const [inside, outside] = [await told(), await outward()];
  const versions = async () => (await scene.view('mediator', code)).version;
  const before = await versions();
  expect(since(inside, await told()), 'a preview tells nobody').toEqual([]);
  await client.post(`/api/sittings/${code}/${sittingProcedure[step].noun}`, input, 200);
  const said = (channel: RegExp) => outlook.tells.filter((each) => channel.test(each.channel)).map(({ text }) => text);
  expect([step, new Set(said(/^站内$/))]).toEqual([step, new Set(since(inside, await told()))]);
  const sent = new Set(since(outside, await outward()));
  expect([step, new Set(said(/^查询页$/))]).toEqual([step, sent]);
  const view = await scene.view('mediator', code);
  expect([step, view.statusLabel, view.version]).toEqual([step, outlook.statusAfter, before + 1]);
}

test('each step of a sitting does what was said before pressing, to whom and in which words, and is one event', async () => {
  const { aMatter, call, view, ending, who, it } = scene;
  const taken = new Set<string>();
  const matter = await aMatter();
  const code = await call(matter, { postIds: [await postOf(who('judge'))] });
  const walk = async (by: Person, step: SittingStep, input: object) => {
    it.clock.now = new Date(it.clock.now.getTime() + 60_000);
    taken.add(step);
    await pressed(by, code, step, input);
  };
  const { invites, disputes } = await view('mediator', code);
  const when = { day: '2026-10-09', from: '09:00', to: '10:00', roomIds: [room], place: '' };
  await walk('judge', 'answerInvitation', { comes: true, reason: '' });
  await walk('mediator', 'inviteMore', { postIds: [await postOf(who('arbitrator'))], unitIds: ['140106-health'] });
  await walk('health', 'answerInvitation', { comes: false, reason: '那天开会' });
  await walk('leader', 'putOnTable', { shared: ['names'] });
  await walk('dispatcher', 'changeSitting', when);
  await walk('mediator', 'startSitting', { hereIds: [invites[0].id] });
  await walk('mediator', 'tickPresence', { hereIds: [invites[1].id], awayIds: [invites[0].id] });
  await walk('mediator', 'writeNote', { kind: 'applicant', text: '私下说的' });
  await walk('mediator', 'makeProposal', { disputeId: disputes[0].id, from: 'applicant', text: '赔三千', hand: false });
  const [{ id: proposalId }] = (await view('mediator', code)).proposals;
  await walk('mediator', 'settleProposal', { proposalId, state: 'handed' });
  await walk('mediator', 'coolOff', { minutes: 15 });
  await walk('mediator', 'interruptSitting', { reason: '火警' });
  await walk('mediator', 'startSitting', { hereIds: [] });
  await walk('mediator', 'endSitting', await ending(code, 'again', { againOn: '2026-10-20' }));
  const other = await call(await aMatter(), { day: '2026-10-12' });
  await pressed('mediator', other, 'cancelSitting', { reason: '双方谈好了' });
  taken.add('cancelSitting');
  // A party signs in on its own page, and the house follows the dispute: neither has a button.
  const missed = Object.keys(sittingProcedure).filter((step) => !taken.has(step));
  expect(missed).toEqual(['arrive', 'remindSitting', 'lapseSitting', 'followMatter']);
});
