import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordText } from '../documents/testing/word.ts';
import { bindAs, pagesOf } from '../dossier/testing/bound.ts';
import { columnKeys } from '../ledger/columns.ts';
import { addPerson, signIn } from '../people/testing/signedIn.ts';
import { atTime } from '../platform/now.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { aPhone, handSlip } from '../web/citizen/testing/resident.ts';
import { type SittingScene, sittingScene } from './testing/sittingScene.ts';

// What nobody but its author, or but one side, may read, each in words of its own; and everything that leaves the screen.
const sealed = [
  '密语甲一只给自己',
  '密语乙二法官自己',
  '密语丙三申请方私下',
  '密语丁四被申请方私下',
  '密语戊五还压着的方案',
];
const apart = '密语己六另一件事的话';
const open = '明话庚七大家看的意见';
const minuted = '明话辛八写进记录的话';

let scene: SittingScene;
let code: string;
let base: string;
const heard: string[] = [];
const stop = new AbortController();

/** Everything that the mediator's colleagues hear while it happens. */
async function listen(cookie: string): Promise<void> {
  const answer = await fetch(`${base}/api/live`, { headers: { cookie }, signal: stop.signal });
  const read = async () => {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
      heard.push(Buffer.from(chunk).toString());
  };
  void read().catch(() => {});
}

beforeAll(async () => {
  scene = await sittingScene();
  const { it, aMatter, call, step, view, write, who, ending } = scene;
  it.clock.now = atTime('2026-09-29', '09:30');
  base = await it.app.listen({ host: '127.0.0.1', port: 0 });
  const [matter, other] = [await aMatter(), await aMatter({ title: '另一件：墙根渗水' })];
  ({ code } = matter);
  const sitting = await call(matter, { form: 'bundled', otherCodes: [other.code] });
  await step('judge', sitting, 'answers', { comes: true, reason: '' });
  for (const role of ['dispatcher', 'centerLeader'] as const)
    await listen(await signIn(it.db, await addPerson(it.db, role, [{ role, unitId: '140106-center' }]), it.clock.now));
  await step('mediator', sitting, 'starts', { hereIds: [] });
  const { disputes } = await view('mediator', sitting);
  const idOf = (of: string): string => disputes.find((each: { code: string }) => each.code === of).id;
  await step('mediator', sitting, 'notes', { kind: 'sealed', text: sealed[0] });
  await step('judge', sitting, 'notes', { kind: 'sealed', text: sealed[1] });
  await step('mediator', sitting, 'notes', { kind: 'applicant', text: sealed[2] });
  await step('mediator', sitting, 'notes', { kind: 'respondent', text: sealed[3] });
  const kept = { disputeId: idOf(code), from: 'applicant', text: sealed[4], hand: false };
  await step('mediator', sitting, 'proposals', kept);
  await step('judge', sitting, 'notes', { kind: 'opinion', text: open });
  await write('mediator', sitting, 'said', minuted, 0, { disputeId: idOf(code) });
  await write('mediator', sitting, 'said', apart, 0, { disputeId: idOf(other.code) });
  await step('mediator', sitting, 'endings', await ending(sitting));
  // They stand where they should: else nothing below would prove anything.
  const own = JSON.stringify(await view('mediator', sitting));
  for (const words of [sealed[0], ...sealed.slice(2), apart, open, minuted]) expect(own).toContain(words);
  expect(JSON.stringify(await view('judge', sitting))).toContain(sealed[1]);
}, 90_000);
afterAll(async () => {
  stop.abort();
  await scene?.it.close();
});

const hidesAll = (where: string, text: string) => {
  for (const words of [...sealed, apart]) expect(text.includes(words), `${where}：${words}`).toBe(false);
};

test('每一张文书，PDF 和 Word 都没有：只给自己看的、一方私下说的、压着的方案、一起听的另一件事', async () => {
  const mediator = scene.who('mediator');
  const { papers } = await mediator.get(`/api/disputes/${code}/papers`);
  expect(papers.map(({ form }: { form: string }) => form)).toEqual(
    expect.arrayContaining(['minutes', 'invitation', 'rights']),
  );
  let minutes = '';
  for (const { form, subjectId } of papers) {
    const at = `/api/disputes/${code}/papers/${form}`;
    const subject = subjectId ? `?subject=${subjectId}` : '';
    const word = await wordText((await mediator.raw('GET', `${at}.docx${subject}`)).rawPayload);
    const pdf = (await pagesOf((await mediator.raw('GET', `${at}.pdf${subject}`)).rawPayload)).join('');
    hidesAll(`${form} Word`, word);
    hidesAll(`${form} PDF`, pdf);
    if (form === 'minutes') minutes = pdf;
  }
  expect(minutes).toContain(minuted);
});

test('装订的卷宗、成批打印、导出的台账、打印的清单里都没有', async () => {
  const [mediator, leader] = [scene.who('mediator'), scene.who('leader')];
  const bound = await bindAs(mediator, code);
  expect(bound.pages.join('')).toContain(minuted);
  hidesAll('卷宗', bound.pages.join(''));
  hidesAll('卷宗的目录和书签', bound.pdf.toString('latin1'));

  const job = await mediator.post(
    `/api/disputes/${code}/dossier/paper-prints`,
    { forms: ['minutes', 'invitation'], as: 'pdf' },
    201,
  );
  await jobsAtRest();
  const { result } = await mediator.get(`/api/jobs/${job.id}`);
  const lot = await mediator.raw('GET', `/api/disputes/${code}/dossier/files/${result.id}/0`);
  hidesAll('成批打印', (await pagesOf(lot.rawPayload)).join(''));

  const input = { search: {}, columns: columnKeys.join(',') };
  const excel = await leader.post('/api/ledger/exports', input, 201);
  await jobsAtRest();
  const made = (await leader.get(`/api/jobs/${excel.id}`)).result;
  const book = await leader.raw('GET', `/api/ledger/outputs/${made.id}/files/0`);
  hidesAll('导出的台账', await wordText(book.rawPayload, /\.xml$/));
});

test('搜不到，实时消息里没有，当事人的页上没有', async () => {
  for (const person of [
    'leader',
    'receptionist',
    'dispatcher',
    'judge',
    'earlier',
    'psychologist',
    'stranger',
  ] as const)
    for (const words of [...sealed, apart]) {
      const found = await scene.who(person).get(`/api/search?text=${encodeURIComponent(words)}`);
      expect([person, JSON.stringify(found).includes(code)]).toEqual([person, false]);
    }
  expect(heard.join('')).toContain('data: ');
  hidesAll('实时消息', heard.join(''));
  for (const person of ['leader', 'receptionist', 'dispatcher', 'supervisor', 'cityDispatcher'] as const)
    hidesAll(person, (await scene.who(person).raw('GET', `/api/disputes/${code}`)).body);
  for (const [name, pin] of [
    ['郭秀兰', '246810'],
    ['任建军', '135790'],
  ] as const) {
    await handSlip(scene.it, code, name, pin);
    const phone = aPhone(scene.it.app);
    await phone.post(`/c/${code}`, { pin });
    expect((await phone.get(`/c/${code}/progress`)).statusCode).toBe(200);
    for (const page of ['progress', 'days.ics', 'sheet.pdf'])
      hidesAll(`${name} ${page}`, (await phone.get(`/c/${code}/${page}`)).body);
  }
});
