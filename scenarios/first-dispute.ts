import { photo } from '../seeds/papers.ts';
import { idNumber } from '../seeds/parties.ts';
import { emptyParty } from '../src/intake/party.ts';
import { newId } from '../src/platform/ids.ts';
import { addDays, dayOf, now } from '../src/platform/now.ts';
import { noDanger } from '../src/routing/testing/noDanger.ts';
import { type Answer, chapter, official, type Play, type Someone, someone, Unexpected } from './client.ts';

const street = '140106004-center';
const housing = '140106-housing';
const today = () => dayOf(now());

type Cast = { jiaMin: Someone; liNa: Someone; resident: Someone; code: string; pin: string; partyId: string };

const brief = (view: Answer) => ({
  code: view.code,
  title: view.title,
  status: view.status,
  statusLabel: view.statusLabel,
  version: view.version,
  leadUnit: view.leadUnit?.short ?? null,
  handler: view.handler?.name ?? null,
  clocks: view.clocks.map((clock: Answer) => ({ label: clock.label, word: clock.word, dueAt: clock.dueAt })),
  steps: view.steps.now,
});
const preview = (answer: Answer) => ({
  tells: answer.tells,
  starts: answer.starts.map((clock: Answer) => ({ label: clock.label, dueAt: clock.dueAt })),
  stops: answer.stops,
  residentSees: answer.residentSees,
  statusAfter: answer.statusAfter,
  undo: answer.undo,
});
const refusal = ({ error }: Answer) => ({ error: { ...error, requestId: '{编号}' } });
/** A page as it is read: its main part without markup. */
const words = (page: string): string[] =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? page)
    .replace(/<(style|form|details)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(p|h1|h2|li|dt|dd|div|section|ol|ul)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 8);

function registration(uploads: string[], commandId: string) {
  const applicant = { ...emptyParty, name: '郭秀兰', idNumber: idNumber('1962-03-04', true, 7), phone: '13800002231' };
  const respondent = { ...emptyParty, side: 'respondent', name: '任建军', phone: '13800005678' };
  return {
    parties: [applicant, respondent],
    categoryCode: '02',
    source: 'walkIn',
    regionCode: '140106004004',
    address: '南内环街27号院3号楼2单元',
    title: '楼上漏水赔偿',
    facts:
      '从上个月下旬起，楼上卫生间一直往下渗水，厨房吊顶起皮脱落，橱柜门泡得关不上。找过楼上两次，第一次说没有时间，第二次说是公共管道的事。物业看过，说主管道是好的。',
    demands: '楼上把漏点修好，赔偿吊顶和橱柜8000元',
    occurredOn: addDays(today(), -20),
    peopleInvolved: 2,
    amountCents: 800_000,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads,
    creditCodeConfirmed: false,
    commandId,
  };
}

/** A form of the resident's pages: its hidden fields come from the page that was opened. */
async function fillIn(
  resident: Someone,
  path: string,
  page: string,
  fields: Record<string, string>,
  said: { zh: string; en: string },
  files: FormData = new FormData(),
) {
  const form = new FormData();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g))
    form.set(name, value);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, value] of files) form.append(name, value);
  await resident.ask('POST', path, form, { ...said, status: 303, sent: fields, show: () => undefined });
}

async function register(play: Play): Promise<Cast> {
  chapter(play, '一、登记，打印小票', 'Registered at the counter, with a printed slip.');
  const jiaMin = await official(play, 'jiamin', '贾敏（接待）');
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await photo('walkthrough'))], { type: 'image/png' }), '厨房吊顶.png');
  const [file] = await jiaMin.ask('POST', '/api/uploads', form, {
    zh: '把当事人带来的照片传上来。',
    en: 'Uploads the photo that the resident brought; its kind is judged by content.',
    status: 201,
    sent: { file: '厨房吊顶.png' },
    show: (files) => files.map(({ id, name, mime }: Answer) => ({ id, name, mime })),
  });
  const input = registration([file.id], newId());
  const registered = await jiaMin.post(
    '/api/disputes',
    input,
    '登记：两方当事人、类别、地点、经过、金额。',
    'Registers both parties, category, place, facts and amount; the PIN is shown this once.',
    { status: 201, show: (answer) => hideRegistered(play, answer) },
  );
  const { code, slips } = registered;
  await jiaMin.post(
    '/api/disputes',
    input,
    '网络不好，同一条命令又发了一次：还是同一件事，密码不再显示。',
    'The same command sent twice acts once, and does not show the PIN again.',
    { status: 201 },
  );
  const slip = { partyId: slips[0].partyId, pin: slips[0].pin, largePrint: false };
  await jiaMin.post(
    `/api/disputes/${code}/slips`,
    slip,
    '打印小票：编号、二维码、密码、下一步和找谁。',
    'Prints the slip: code, QR, PIN, what is next, whom to ask.',
  );
  return {
    jiaMin,
    liNa: await official(play, 'lina', '李娜（分流）'),
    resident: someone(play, '郭秀兰（当事人）'),
    code,
    pin: slips[0].pin,
    partyId: slips[0].partyId,
  };
}

function hideRegistered(play: Play, answer: Answer): Answer {
  play.same.hideCode(answer.code, '迎泽');
  play.same.hide(answer.slips[0].pin, '{密码}');
  return answer;
}

async function look(play: Play, { resident, code, pin }: Cast): Promise<void> {
  chapter(play, '二、当事人拿手机看', 'The resident looks, on a phone without a script.');
  await resident.get(
    `/c/${code}`,
    '扫二维码只填好编号，还要输密码。',
    'The QR fills in the code only; the PIN is asked.',
    words,
  );
  const wrong = new URLSearchParams({ pin: pin === '507294' ? '507295' : '507294' });
  await resident.ask('POST', `/c/${code}`, wrong, {
    zh: '输错一次：说还可以试几次，要等两秒。',
    en: 'A wrong PIN: how many tries are left, and a wait of two seconds.',
    status: 403,
    sent: { pin: '{输错的}' },
    show: words,
  });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await enter({ resident, code, pin });
  await resident.get(
    `/c/${code}/progress`,
    '看到办到哪、谁在办、哪天前有结果。',
    'Where it is, who has it, by when.',
    words,
  );
}

async function enter({ resident, code, pin }: Pick<Cast, 'resident' | 'code' | 'pin'>): Promise<void> {
  const right = new URLSearchParams({ pin });
  await resident.ask('POST', `/c/${code}`, right, {
    zh: '输对密码，进去。',
    en: 'The right PIN opens this one matter for half an hour.',
    status: 303,
    sent: { pin: '{密码}' },
    show: () => undefined,
  });
}

async function route(play: Play, { jiaMin, liNa, code }: Cast): Promise<void> {
  chapter(
    play,
    '三、受理、研判、分流，退回一次',
    'Accepted, triaged, dispatched, sent back once and dispatched again.',
  );
  const at = `/api/disputes/${code}`;
  await jiaMin.post(`${at}/acceptances`, { seenVersion: 1 }, '受理。', 'Accepts; the clock for dispatching starts.');
  const work = await liNa.get('/api/work', '待办里有了这一件。', 'The dispatcher finds it on her list.', (list) =>
    list.items
      .filter((item: Answer) => item.code === code)
      .map(({ act, actLabel, status }: Answer) => ({ act, actLabel, status })),
  );
  if (!work.items.some((item: Answer) => item.code === code)) throw new Unexpected('not on the list of work');
  const stale = { difficulty: 'simple', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '', reason: '' };
  await liNa.post(
    `${at}/triages`,
    { ...stale, seenVersion: 1 },
    '页面是旧的：说刚才有人办过了，写的还在。',
    'She looked at an old version: refused in a sentence, nothing is lost.',
    { status: 409, show: refusal },
  );
  await liNa.post(
    `${at}/triages`,
    { ...stale, seenVersion: 2 },
    '研判：简单，中/低。',
    'Triages: simple, as proposed.',
  );
  const seen = await liNa.get(
    at,
    '看这一件：职责清单建议给谁。',
    'Reads the dispute; the duty list proposes a unit.',
    (view) => ({ ...brief(view), proposals: view.proposals }),
  );
  if (seen.proposals.units[0]?.unitId !== street) throw new Unexpected('the duty list proposes another unit');
  const wrong = { leadUnitId: housing, supportingUnitIds: [], message: '请看是不是公共管道。' };
  await liNa.post(`${at}/dispatches`, wrong, '先给了住建局。', 'Dispatches to the housing bureau first.');
  const liu = await official(play, 'liuhaitao', '刘海涛（住建局）');
  await liu.post(
    `${at}/send-backs`,
    { reason: '主管道完好，是两户之间的事。', basis: '职责清单：邻里纠纷由街道先行调解' },
    '退回，写明依据。',
    'Sends it back, naming the basis.',
  );
  const gao = await official(play, 'gaolinfeng', '高林峰（裁定岗）');
  const right = {
    leadUnitId: street,
    supportingUnitIds: [housing],
    reason: '闭水试验前看不出是公共管道，邻里之间的事先由街道调，住建局到场看管道。',
    basis: '职责清单：邻里纠纷由街道先行调解',
  };
  await gao.post(
    `${at}/previews`,
    { step: 'rule', input: right },
    '按之前看：告诉谁、起什么钟、当事人看到什么。',
    'Before pressing: who is told, which clocks start, what the resident will see.',
    { show: preview },
  );
  await gao.post(
    `${at}/rulings`,
    right,
    '裁定由迎泽街道办，请住建局协办，理由两边都看得到。',
    'Rules that the street handles it, with a supporting unit; both sides read why.',
  );
}

async function handle(play: Play, cast: Cast): Promise<Someone> {
  chapter(
    play,
    '四、签收、指派、反馈、要材料',
    'Acknowledged, assigned, reported on; material is asked for and the clock pauses.',
  );
  const at = `/api/disputes/${cast.code}`;
  const gao = await official(play, 'gaojianguo', '高建国（街道中心主任）');
  await gao.post(`${at}/acknowledgements`, { plan: '请武志强今天去现场。' }, '签收。', 'Signs for it.');
  const posts = await gao.get(`/api/units/${street}/posts`, '看本单位有谁可以办。', 'Who could take it.', (list) =>
    list
      .filter((post: Answer) => post.role === 'handler')
      .map(({ postId, name, roleLabel }: Answer) => ({ postId, name, roleLabel })),
  );
  const wuPost = posts.find((post: Answer) => post.name === '武志强' && post.role === 'handler');
  await gao.post(
    `${at}/assignments`,
    { postId: wuPost?.postId, note: '当事人年纪大，先打电话。' },
    '指派给武志强。',
    'Assigns it to a person.',
  );
  const wu = await official(play, 'wuzhiqiang', '武志强（承办人）');
  await wu.post(
    `${at}/progress-reports`,
    {
      text: '和物业一起做了闭水试验，漏点在楼上卫生间地漏处，楼上住户认可。',
      forResident: '已经上门看过，漏点找到了，正在和楼上谈。',
    },
    '写反馈。',
    'Reports progress: one text for officials, one for the resident.',
  );
  await wu.post(
    `${at}/material-requests`,
    { what: '吊顶和橱柜的维修报价单', workingDays: 3 },
    '要材料，申请停钟。',
    'Asks for a quotation and for the clock to pause.',
  );
  const zhou = await official(play, 'zhouhuifang', '周慧芳（审批）');
  await zhou.post(
    `${at}/pause-decisions`,
    { approve: true, reason: '没有报价算不出数额，同意等三天。' },
    '别人批准，钟才停。',
    'Somebody else approves; now the clock pauses.',
  );
  await wu.get(
    at,
    '看钟：办结、反馈暂停，等材料的钟在走。',
    'The clocks: handling and reporting pause, the one for material runs.',
    brief,
  );
  await handIn(cast);
  await wu.post(
    `${at}/material-receipts`,
    { note: '报价单收到，看得清。' },
    '材料收到，钟接着走。',
    'The material is here, the clocks go on.',
  );
  await wu.get(at, '材料在卷里，钟恢复了。', 'The papers are in the file, the clocks run again.', (view) => ({
    ...brief(view),
    files: view.files.map(({ name, mime, forResident }: Answer) => ({ name, mime, forResident })),
  }));
  return wu;
}

async function handIn({ resident, code }: Cast): Promise<void> {
  const page = await resident.get(
    `/c/${code}/add`,
    '打开「补材料、说句话」。',
    'Opens the page for words and papers.',
    words,
  );
  const files = new FormData();
  files.append('files', new Blob([new Uint8Array(await photo('quotation'))], { type: 'image/png' }), '维修报价单.png');
  await fillIn(
    resident,
    `/c/${code}/messages`,
    page,
    { text: '报价单拍好了，一共6500元，请看看清楚不清楚。' },
    { zh: '留一句话，交一张照片。', en: 'Leaves a message and hands in a photo.' },
    files,
  );
  await resident.get(`/c/${code}/progress?done=both`, '页面说收到了。', 'The page says that both arrived.', words);
}

async function settleAndClose(play: Play, { jiaMin, code, partyId }: Cast, wu: Someone): Promise<Someone> {
  chapter(play, '五、达成协议、提交办结、审核、回访', 'Settled, submitted, verified and visited.');
  const at = `/api/disputes/${code}`;
  await settle(wu, at);
  await wu.post(
    `${at}/closures`,
    { opinion: '同意' },
    '自己不能审自己的。',
    'The handler cannot verify: refused, and told who can.',
    { status: 403, show: refusal },
  );
  const wang = await official(play, 'wangfang', '王芳（办结审核）');
  await wang.post(
    `${at}/closures`,
    { opinion: '材料齐，协议清楚，同意办结。' },
    '审核通过，办结。',
    'Verifies and closes; return visit and rating follow.',
  );
  await wang.post(
    `${at}/strike-offs`,
    {},
    '还没回访，不能销号。',
    'Not yet: a return visit comes before striking off.',
    { status: 409, show: refusal },
  );
  await jiaMin.post(
    `${at}/return-visits`,
    { partyId, method: 'phone', outcome: 'settled', performed: 'notDue', words: '说协议签了，等对方月底付钱。' },
    '首问的人打电话回访。',
    'Who received it first makes the return visit.',
  );
  return wang;
}

async function settle(wu: Someone, at: string, former: { former?: string } = {}): Promise<void> {
  const items = [
    { obligation: '任建军付给郭秀兰', amountCents: 650_000, dueOn: addDays(today(), 10) },
    { obligation: '任建军修好地漏和防水', amountCents: null, dueOn: addDays(today(), 15) },
  ];
  const terms = '任建军十日内付给郭秀兰6500元，十五日内修好地漏和防水；修好后三个月内再漏，仍由任建军负责。';
  await wu.post(
    `${at}/settlements`,
    {
      form: 'written',
      terms,
      effectiveOn: today(),
      totalCents: 650_000,
      mediatedBy: 'committee',
      contains: [],
      items,
      ...former,
    },
    '达成书面协议。',
    'A written agreement: terms, amounts, dates.',
  );
  await wu.post(
    `${at}/closure-submissions`,
    { result: '协议一式三份已交双方。' },
    '提交办结。',
    'Submits the closure.',
  );
}

async function again(play: Play, cast: Cast, wu: Someone, wang: Someone): Promise<void> {
  chapter(play, '六、当事人说没有解决，重新办理', 'The resident says that it is not settled; it is opened again.');
  const { resident, code } = cast;
  const at = `/api/disputes/${code}`;
  const page = await resident.get(
    `/c/${code}/contest`,
    '打开「这件事没有解决」。',
    'Opens “it is not settled”.',
    words,
  );
  await fillIn(
    resident,
    `/c/${code}/contests`,
    page,
    { reason: '修完第二天又漏了，打电话他说没有空。' },
    { zh: '说没有解决。', en: 'Says that it is not settled.' },
  );
  await wang.post(`${at}/strike-offs`, {}, '有话没有答复，不能销号。', 'With this unanswered nothing is struck off.', {
    status: 409,
    show: refusal,
  });
  const guo = await official(play, 'guozhiming', '郭志明（中心主任）');
  await guo.post(
    `${at}/reopenings`,
    { reason: '回访核实确实又漏了，重新办理。' },
    '重新办理，钟重新走。',
    'Opens it again, with new clocks.',
  );
  await wu.post(`${at}/acknowledgements`, { plan: '今天带水工上门。' }, '再签收。', 'Signs for it again.');
  await wu.post(
    `${at}/progress-reports`,
    {
      text: '水工重新做了防水，闭水二十四小时不漏，任建军当面付清6500元。',
      forResident: '防水重做好了，不漏了，钱也付清了。',
    },
    '再反馈。',
    'Reports.',
  );
  await settle(wu, at, { former: 'replaced' });
  await wang.post(`${at}/closures`, { opinion: '闭水试验照片和收条都有，同意办结。' }, '再审核。', 'Verifies again.');
}

async function finish(play: Play, cast: Cast, wang: Someone): Promise<void> {
  chapter(play, '七、回访、评价、销号、归档', 'Visited, rated, struck off and archived.');
  const { resident, jiaMin, code, partyId } = cast;
  const at = `/api/disputes/${code}`;
  await jiaMin.post(
    `${at}/return-visits`,
    {
      partyId,
      method: 'home',
      outcome: 'settled',
      performed: 'performed',
      words: '到家里看了，墙面干了，钱也收到了。',
    },
    '上门回访。',
    'A visit at home.',
  );
  const { parties, settlements } = await jiaMin.get(
    at,
    '看协议里还欠什么。',
    'What the agreement still holds.',
    (view) => ({
      owed: view.settlements.map(({ items }: Answer) =>
        items.map(({ obligation, state }: Answer) => `${obligation}：${state}`),
      ),
    }),
  );
  const paid = { payerPartyId: parties[1].id, payeePartyId: partyId, cents: 650_000, paidOn: today(), how: 'cash' };
  await jiaMin.post(`${at}/payments`, paid, '记下钱付清了。', 'The money is recorded as paid.');
  const deed = settlements
    .flatMap(({ items }: Answer) => items)
    .find((item: Answer) => item.state === 'open' && item.amountCents === null);
  const done = { promiseId: deed.id, doneOn: today(), said: '到家里看了，墙面干了。' };
  await jiaMin.post(`${at}/deeds`, done, '记下漏点修好了。', 'The leak is recorded as mended.');
  const page = await resident.get(`/c/${code}/rate`, '打开评价。', 'Opens the rating.', words);
  await fillIn(
    resident,
    `/c/${code}/ratings`,
    page,
    { score: '5', words: '第二次很快，谢谢。' },
    { zh: '评五分。', en: 'Rates it.' },
  );
  await wang.post(`${at}/strike-offs`, {}, '销号。', 'Strikes it off the list.');
  await wang.post(`${at}/archives`, {}, '归档。', 'Into the archive.');
  const whole = await wang.get(at, '一件事的一生，从新到旧。', 'The whole life, newest first.', (view) => ({
    status: view.status,
    reopened: view.reopened,
    rating: view.rating && { score: view.rating.score },
    timeline: view.timeline.map(({ who, sentence }: Answer) => `${who}：${sentence}`),
    clocks: view.clocks.map((clock: Answer) => ({ label: clock.label, word: clock.word })),
  }));
  // The parties' right to have the agreement confirmed goes on by itself; it binds no office.
  const runs = (clock: Answer) => clock.stoppedAt === null && clock.binds === 'ours';
  if (whole.status !== 'archived' || whole.clocks.some(runs)) throw new Unexpected('a clock still runs');
  await jiaMin.get(`${at}/progress-sheet.pdf`, '同样的事实也印在纸上。', 'The same facts on paper.');
  await wang.get(`${at}/looks`, '谁看过、为什么，都有记录。', 'Who looked is on record.', (looks) =>
    looks.map(({ who, act }: Answer) => ({ who, act })),
  );
}

/** One dispute from the door to the archive, by people who log in like everybody else. */
export async function firstDispute(play: Play): Promise<void> {
  const cast = await register(play);
  await look(play, cast);
  await route(play, cast);
  const wu = await handle(play, cast);
  const wang = await settleAndClose(play, cast, wu);
  await again(play, cast, wu, wang);
  await finish(play, cast, wang);
}

export const title = '一件纠纷的一生 · The life of one dispute';
export const intro = [
  '由 `npm run scenario -- first-dispute` 对着正在运行的枫桥台走一遍写成：每一步是谁、发了什么、收到什么。编号、密码、日期每次不同，这里写成花括号里的名字，所以重走一遍，文字不变。',
  '',
  'Written by `npm run scenario -- first-dispute`, which drives a running Fengqiao: who, what was sent, what came back. Codes, PINs and dates differ each time and stand in braces, so that another run gives the same text.',
];
