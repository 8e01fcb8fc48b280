import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { drawPages } from '../documents/testing/drawPages.ts';
import { qrPath, type Sheet, sheetPath } from '../platform/qr.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { type Picture, picturesPdf } from './picturesPdf.ts';
import type { FiledView, PageView, ScanLine, ScanView } from './scanViews.ts';
import { blank, sheetsOf as printedSheets } from './testing/pile.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;

let it: TestApp;
let people: { receptionist: Client; dispatcher: Client; handler: Client };
let elsewhere: Client;
let leak: Matter;
let second: Matter;
let agreementId: string;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
  };
  elsewhere = await it.as('receptionist', '140107-center');
  leak = await leakInMediation(it, people);
  second = await leakInMediation(it, people, ['贾二妮', '武三宝']);
  await people.handler.post(
    `/api/disputes/${leak.code}/agreements`,
    { agreementId: null, agreement: between(leak), reason: '' },
    200,
  );
  agreementId = (await people.handler.get(`/api/disputes/${leak.code}/agreements`)).agreements[0].id;
}, 120_000);
afterAll(() => it?.close());

const sheetsOf = (paper: Omit<Sheet, 'page'>) => printedSheets(it.engine.secrets.qrSecret, paper);
async function scan(pictures: readonly Picture[], who: Client = people.receptionist): Promise<ScanView> {
  const { id } = await who.upload('/api/scans', '扫描.pdf', picturesPdf(pictures));
  await jobsAtRest();
  return who.get(`/api/scans/${id}`);
}
const agreementOf = (code = leak.code) => ({ code, form: 'agr', subjectId: agreementId });
const rightsOf = (matter: Matter, partyId: string) => ({ code: matter.code, form: 'rig', subjectId: partyId });
const wanted = ({ place }: PageView, pages: number[]) => ({
  code: place?.code,
  form: place?.form,
  subjectId: place?.subjectId,
  pages,
});
const filedOf = (matter: Matter, who: Client = people.receptionist): Promise<FiledView[]> =>
  who.get(`/api/disputes/${matter.code}/filed-papers`);
const fileAll = (view: ScanView, papers: object[], who: Client = people.receptionist) =>
  who.post(`/api/scans/${view.id}/filings`, { papers }, 200);

test('a pile of sheets of two matters, shuffled, goes into the places of both; the desk sees what waits until it is done', async () => {
  const [[one, two], [third]] = [await sheetsOf(agreementOf()), await sheetsOf(rightsOf(second, second.guo))];
  const view = await scan([two, third, one] as Picture[]);
  expect(view.pages.map(({ place, doubt }) => [place?.code, place?.form, place?.number, doubt])).toEqual([
    [leak.code, 'agreement', 2, null],
    [second.code, 'rights', 1, null],
    [leak.code, 'agreement', 1, null],
  ]);
  const waiting = async (): Promise<ScanLine[]> => people.dispatcher.get('/api/scans');
  expect((await waiting()).find(({ id }) => id === view.id)).toMatchObject({ pages: 3, waiting: 3, state: 'read' });
  const [first, other] = view.pages as unknown as [PageView, PageView];
  expect(await fileAll(view, [wanted(first, [1, 3]), wanted(other, [2])])).toMatchObject([
    { filed: true },
    { filed: true },
  ]);
  expect((await waiting()).some(({ id }) => id === view.id)).toBe(false);
  const [filed] = await filedOf(leak);
  expect(filed).toMatchObject({
    form: 'agreement',
    label: expect.stringMatching(/^人民调解协议书.* 郭秀兰、任建军$/),
    subjectId: agreementId,
    pages: 2,
    pageNumbers: [1, 2],
    removed: null,
  });
  // What is filed is a file of the matter, in the order of its sheets.
  const file = await people.handler.raw('GET', `/api/disputes/${leak.code}/files/${filed?.fileId}`);
  expect(file.headers['content-type']).toBe('application/pdf');
  expect(await drawPages(file.rawPayload, 0.2)).toHaveLength(2);
  const timeline = JSON.stringify((await people.handler.get(`/api/disputes/${leak.code}`)).timeline);
  expect(timeline).toContain('扫描件归位：1 份，共 2 页。');
}, 120_000);

test('what came back lies in its place of the bound file, and no more among the evidence', async () => {
  const { places, evidence } = await people.handler.get(`/api/disputes/${leak.code}/dossier`);
  const scansIn = (form: string) =>
    places
      .find((place: { form: string }) => place.form === form)
      .papers.reduce((sum: number, paper: { scans: number }) => sum + paper.scans, 0);
  expect(scansIn('agreement')).toBe(1);
  expect(evidence.map(({ name }: { name: string }) => name).filter((name: string) => name.includes('扫描件'))).toEqual(
    [],
  );
});

test('a scan of somebody else’s matter names nothing, and cannot be filed by guessing its code', async () => {
  const [sheet] = await sheetsOf(agreementOf());
  const view = await scan([sheet as Picture], elsewhere);
  expect(view.pages).toMatchObject([{ place: null, doubt: '不是您手上的事。' }]);
  expect(JSON.stringify(view)).not.toContain(leak.code);
  const guessed = [{ code: leak.code, form: 'agreement', subjectId: agreementId, pages: [1] }];
  expect(await fileAll(view, guessed, elsewhere)).toEqual([
    { code: leak.code, filed: false, sentence: '不是您手上的事。' },
  ]);
  // Nor does the other center's desk see the scan, or its pictures.
  for (const path of [`/api/scans/${view.id}`, `/api/scans/${view.id}/pages/1/large`])
    expect((await people.receptionist.raw('GET', path)).statusCode).toBe(404);
  expect((await elsewhere.raw('GET', `/api/scans/${view.id}/pages/1/small`)).headers['content-type']).toBe(
    'image/jpeg',
  );
}, 60_000);

test('what names a matter of others is seen by whoever had the paper in hand, with the sheet behind it, and not by the whole desk', async () => {
  const [other] = await sheetsOf({ code: '140107260000315', form: 'agr', subjectId: null });
  const [own] = await sheetsOf(agreementOf());
  const view = await scan([own, other, await blank()] as Picture[], people.dispatcher);
  const seenBy = async (who: Client) =>
    Promise.all(
      [1, 2, 3].map(async (page) => (await who.raw('GET', `/api/scans/${view.id}/pages/${page}/large`)).statusCode),
    );
  expect(await seenBy(people.dispatcher)).toEqual([200, 200, 200]);
  expect(await seenBy(people.receptionist)).toEqual([200, 404, 404]);
  const taking = [{ code: leak.code, form: 'evidence', subjectId: null, pages: [2] }];
  expect(await fileAll(view, taking)).toMatchObject([{ filed: false }]);
  const seen: ScanView = await people.receptionist.get(`/api/scans/${view.id}`);
  expect(seen.pages.map(({ hidden }) => hidden)).toEqual([false, true, true]);
}, 60_000);

test('a page without QR waits for a person, who says where it goes, or puts it aside with a reason and takes it up again', async () => {
  const view = await scan([await blank(), await blank()]);
  expect(view.pages).toMatchObject([{ place: null, doubt: '没有二维码。' }, { doubt: '没有二维码。' }]);
  const { subjects } = await people.receptionist.get(`/api/disputes/${leak.code}/paper-places`);
  const evidence = subjects.find(({ form }: { form: string }) => form === 'evidence');
  expect(
    await fileAll(view, [{ code: leak.code, form: 'evidence', subjectId: evidence.subjectId, pages: [1] }]),
  ).toMatchObject([{ filed: true }]);
  const aside = (reason: string | null) =>
    people.receptionist.post(`/api/scans/${view.id}/asides`, { pages: [2], reason }, 200);
  expect((await aside('空白页')).pages[1]).toMatchObject({ state: 'aside', reason: '空白页', doubt: null });
  expect((await aside(null)).pages[1]).toMatchObject({ state: 'waiting', doubt: '没有二维码。' });
}, 60_000);

test('a sheet written by hand goes along behind the sheet that it lay behind, once somebody says so', async () => {
  const [one, two] = await sheetsOf(rightsOf(leak, leak.guo));
  const view = await scan([two, await blank(), one] as Picture[]);
  expect(view.pages[1]).toMatchObject({ annex: true, place: { form: 'rights', number: null } });
  await fileAll(view, [wanted(view.pages[0] as PageView, [1, 2, 3])]);
  const filed = (await filedOf(leak)).find(({ form }) => form === 'rights');
  expect(filed).toMatchObject({ pages: 3, pageNumbers: [1, 2] });
  const file = await people.handler.raw('GET', `/api/disputes/${leak.code}/files/${filed?.fileId}`);
  const shades = (await drawPages(file.rawPayload, 0.2)).map(({ data }) => data.filter((value) => value < 200).length);
  // The last one is the empty sheet.
  expect(shades[2]).toBeLessThan(Math.min(shades[0] ?? 0, shades[1] ?? 0) / 5);
}, 60_000);

test('one page filed twice: the first stands, the second is told', async () => {
  const view = await scan(await sheetsOf(agreementOf()));
  const papers = [{ code: leak.code, form: 'agreement', subjectId: agreementId, pages: [1, 2] }];
  const answers = await Promise.all(
    [1, 2].map(() => people.receptionist.raw('POST', `/api/scans/${view.id}/filings`, { papers })),
  );
  const filed = answers
    .flatMap((answer) => (answer.statusCode === 200 ? answer.json() : []))
    .filter((each: { filed: boolean }) => each.filed);
  expect(filed).toHaveLength(1);
  const again = (await filedOf(leak)).filter(({ form }) => form === 'agreement');
  // The earlier scan of the same paper stays beside the new one.
  expect(again).toHaveLength(2);
}, 60_000);

test('what lay in the wrong file is taken out with a reason, waits again, and is read there by nobody else', async () => {
  const view = await scan([await blank()]);
  await fileAll(view, [{ code: second.code, form: 'evidence', subjectId: null, pages: [1] }]);
  const [filed] = await filedOf(second);
  const out = { filedId: filed?.id, reason: '是郭秀兰那件的' };
  await people.receptionist.post(`/api/disputes/${second.code}/scan-unfilings`, out, 200);
  expect((await filedOf(second))[0]).toMatchObject({ id: filed?.id, removed: '是郭秀兰那件的' });
  expect(await people.receptionist.get(`/api/scans/${view.id}`)).toMatchObject({ pages: [{ state: 'waiting' }] });
  expect((await people.handler.raw('GET', `/api/disputes/${second.code}/files/${filed?.fileId}`)).statusCode).toBe(404);
  expect(await people.receptionist.post(`/api/disputes/${second.code}/scan-unfilings`, out, 409)).toMatchObject({
    error: { code: 'notFiled' },
  });
}, 60_000);

test('what cannot be read says why on its line, stays there, and can be read again', async () => {
  const { id } = await people.receptionist.upload('/api/scans', '坏的.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<'));
  await jobsAtRest();
  expect(await people.receptionist.get(`/api/scans/${id}`)).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/打不开/),
    pages: [],
  });
  expect(await people.receptionist.post(`/api/scans/${id}/readings`, {}, 201)).toMatchObject({ kind: 'scans.read' });
  await jobsAtRest();
  expect(await people.receptionist.upload('/api/scans', '名单.csv', Buffer.from('姓名\n郭秀兰'))).toMatchObject({
    error: { kind: 'invalid' },
  });
}, 60_000);

test('a resident who scans a sheet comes to the page that asks for the PIN, and a forged one to the page that asks for the code', async () => {
  const { qrSecret } = it.engine.secrets;
  const path = sheetPath(qrSecret, { ...agreementOf(), page: 1 });
  expect((await it.app.inject({ method: 'GET', url: path })).headers.location).toBe(qrPath(qrSecret, leak.code));
  expect((await it.app.inject({ method: 'GET', url: `${path.slice(0, -1)}0` })).statusCode).toBe(422);
});
