import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getDispute } from '../disputes/disputes.sql.ts';
import { reading } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { noDanger } from '../routing/testing/noDanger.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { Engine } from './engine.ts';
import type { ErrandRules } from './testing/errand.rules.ts';
import { errand, errandTable, giveErrand } from './testing/errand.sql.ts';
import { errandKind, steps } from './testing/errand.ts';
import { type Matrix, matrixOf } from './testing/matrix.ts';

const yingze = '140106-center';
const housing = '140106-housing';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let admin: pg.Client;
let dispatcher: Client;
let head: Client;
let handler: Client;
let leader: Client;
let stranger: Client;
let serial = 0;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'), {}, { errand });
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  await admin.query(errandTable);
  dispatcher = await it.as('dispatcher', yingze);
  head = await it.as('unitHead', housing);
  handler = await it.as('handler', housing);
  leader = await it.as('centerLeader', yingze);
  stranger = await it.as('dispatcher', '140105-center');
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

async function registered(): Promise<string> {
  serial += 1;
  const body = {
    parties: [{ ...it.party, name: '郭秀兰', idKind: 'none', idException: '没带', phone: '' }],
    ...{ categoryCode: '17', source: 'walkIn', regionCode: '140106004', address: '', title: '', demands: '' },
    ...{ facts: '物业公司多收了两年物业费。', occurredOn: null, peopleInvolved: 2, amountCents: null, willing: 'yes' },
    ...{ headCount: 1, restriction: null, uploads: [], creditCodeConfirmed: false },
    commandId: `0190a000-0000-7000-8000-0000000008${String(serial).padStart(2, '0')}`,
  };
  return (await dispatcher.post('/api/disputes', body, 201)).code;
}

const house = { counties: ['140106'], viewers: ['system'] };
const engineOf = () => it.engine as unknown as Engine<ErrandRules>;

/** An errand about a new dispute, given to housing. */
async function given(): Promise<{ code: string; about: string }> {
  const about = await registered();
  const code = `CS14010626${String(serial).padStart(6, '0')}`;
  const dispute = await reading(it.db, house, (queries) => getDispute(queries, about));
  const actor = { ...house, userId: '', postId: '', name: '李娜', role: 'dispatcher' as const, unitId: yingze };
  const at = { centerId: yingze, regionCode: '140106', countyCode: '140106' };
  await giveErrand(engineOf(), { ...actor, ...at }, dispute, housing, code);
  return { code, about };
}
const act = (who: Client, code: string, noun: string, body: object, status = 200) =>
  who.post(`/api/errands/${code}/${noun}`, body, status);
const said = { said: '已经跑过了' };

const cases = [
  { name: 'center', places: ['giver'], actor: { postId: 'p', unitId: yingze, centerId: yingze } },
  { name: 'carrier', places: ['carrier'], actor: { postId: 'p', unitId: housing, centerId: null } },
  { name: 'else', places: [], actor: { postId: 'p', unitId: '140106-health', centerId: null } },
].map((each) => ({ ...each, standing: { receivingCenterId: yingze, carrierUnitId: housing } }));
const matrix: Matrix = {
  finish: { at: 'given', by: 'unitHead@carrier handler@carrier', why: 'who carries it' },
  handBack: { at: 'given', by: 'unitHead@carrier handler@carrier', why: 'who carries it' },
  giveAgain: { at: 'returned', by: 'dispatcher@giver', why: 'who gave it' },
  followMatter: { at: 'given returned', by: 'system@system', why: 'never by hand' },
};

test('a kind of three steps is guarded by its own table, checked by a hand-written one', () => {
  expect(matrixOf(errandKind, cases).differences(matrix)).toEqual([]);
  const wrong = { ...steps, finish: { ...steps.finish, who: ['mediator@carrier'] as const } };
  expect(matrixOf(errandKind, cases).differences(matrix, wrong)).not.toEqual([]);
});

test('it is found, owed, previewed, done and told by the engine alone', async () => {
  const { code, about } = await given();
  const { items } = await head.get('/api/work');
  expect(items.find((item: { own: string }) => item.own === code)).toMatchObject({
    ...{ kind: 'errand', code: about, page: `/errands/${code}`, act: 'finish', actLabel: '办好差事' },
    // Who carries an errand need not know between whom the matter is.
    partiesLine: '',
  });
  const outlook = await act(handler, code, 'previews', { step: 'finish', input: said });
  expect(outlook).toMatchObject({ statusAfter: '办好', stops: [{ label: '反馈' }] });
  expect(outlook.tells).toMatchObject([{ channel: '站内', text: '差事办好了。' }]);
  const done = await act(handler, code, 'finishings', said);
  expect(done).toMatchObject({ status: 'done', version: 2, takeBack: true, undo: outlook.undo });
  const [first] = (await leader.get('/api/inbox')).rows;
  expect(first).toMatchObject({ text: '差事办好了。', code, page: `/errands/${code}` });
  expect((await head.get('/api/work')).items.some((item: { own: string }) => item.own === code)).toBe(false);
});

test('a press that was a slip is taken back, a legal act is not', async () => {
  const { code } = await given();
  await act(handler, code, 'finishings', said);
  expect(await act(handler, code, 'take-backs', { reason: '还没办完' })).toMatchObject({ status: 'given', version: 3 });
  const outlook = await act(handler, code, 'previews', { step: 'handBack', input: said });
  expect(outlook.undo).toBe('交回以后由中心再派。');
  expect(await act(handler, code, 'hand-backs', said)).toMatchObject({ takeBack: false, undo: outlook.undo });
  await act(handler, code, 'take-backs', { reason: '还没办完' }, 409);
});

test('who is no part of it is told that there is nothing, who is the wrong one who does it, too early when', async () => {
  const { code } = await given();
  await act(stranger, code, 'finishings', said, 404);
  expect((await act(leader, code, 'finishings', said, 403)).error.message).toBe(
    '「办好差事」由跑腿单位的单位负责人、跑腿单位的承办人来做。',
  );
  expect((await act(dispatcher, code, 'givings', said, 409)).error.message).toBe(
    '这件差事现在是「派出」，「再派差事」要在「交回」时做。',
  );
});

test('what hinders a step is the same sentence before and at pressing', async () => {
  const { code } = await given();
  for (let round = 0; round < 2; round += 1) {
    await act(handler, code, 'hand-backs', said);
    await act(dispatcher, code, 'givings', said);
  }
  await act(handler, code, 'hand-backs', said);
  const before = await act(dispatcher, code, 'previews', { step: 'giveAgain', input: said }, 409);
  const pressed = await act(dispatcher, code, 'givings', said, 409);
  expect([before.error.code, pressed.error.code]).toEqual(['triedThrice', 'triedThrice']);
  expect(before.error.message).toBe(pressed.error.message);
});

test('sent twice it acts once; the same id on another matter, or by another step, is another command', async () => {
  const [one, two] = [await given(), await given()];
  const commandId = '0190a000-0000-7000-8000-00000000aa01';
  const first = await act(handler, one.code, 'finishings', { ...said, commandId });
  expect(await act(handler, one.code, 'finishings', { ...said, commandId })).toEqual(first);
  expect(await act(handler, two.code, 'finishings', { ...said, commandId })).toMatchObject({ code: two.code });
  await act(head, one.code, 'finishings', { ...said, commandId }, 409);
});

test('two at once: the second reads who was first and what was done', async () => {
  const { code } = await given();
  await act(handler, code, 'hand-backs', { ...said, seenVersion: 1 });
  const late = await act(dispatcher, code, 'givings', { ...said, seenVersion: 1 }, 409);
  expect(late.error).toMatchObject({ code: 'movedOn' });
  expect(late.error.message).toContain('办了「交回差事」，现在是「交回」');
});

test('it keeps the rules that it began under, whatever the county publishes later', async () => {
  const { code } = await given();
  await act(handler, code, 'hand-backs', said);
  await admin.query(
    `insert into setting_version (county_code, key, version, effective_from, basis, value, created_at)
     select '140106', key, (select max(version) from setting_version) + 1, '2026-10-14', '测试',
       jsonb_set(value, '{clocks,report,length}', '9'), now()
     from setting_version order by version desc limit 1`,
  );
  await it.engine.cache.refresh();
  const due = async (which: string): Promise<string> => {
    await act(dispatcher, which, 'givings', said);
    const { items } = await head.get('/api/work');
    return items.find((item: { own: string }) => item.own === which).dueAt;
  };
  const other = await given();
  await act(handler, other.code, 'hand-backs', said);
  // Three days as it began, to the Monday after; nine as they are now.
  expect(await due(code)).toBe(atTime('2026-10-20', '00:00').toISOString());
  expect(await due(other.code)).toBe(atTime('2026-10-24', '00:00').toISOString());
});

test('restricting what it is about hides it too, with an event of its own', async () => {
  const { code, about } = await given();
  await dispatcher.post(`/api/disputes/${about}/acceptances`, {}, 200);
  const triage = { difficulty: 'ordinary', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '' };
  await dispatcher.post(`/api/disputes/${about}/triages`, { ...triage, reason: '按一般办' }, 200);
  await leader.post(
    `/api/disputes/${about}/restrictions`,
    { restricted: true, namedPostIds: [], reason: '涉及未成年人' },
    200,
  );
  await act(handler, code, 'finishings', said, 404);
  const { rows } = await admin.query(
    `select e.type, e.actor_role from matter_event e join matter m on m.id = e.matter_id where m.code = $1 order by e.seq`,
    [code],
  );
  expect(rows.map(({ type }) => type)).toEqual(['give', 'followMatter']);
  expect(rows[1]).toMatchObject({ actor_role: 'system' });
});
