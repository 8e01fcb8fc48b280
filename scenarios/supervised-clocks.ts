import { idNumber } from '../seeds/parties.ts';
import { emptyParty } from '../src/intake/party.ts';
import { newId } from '../src/platform/ids.ts';
import { addDays, type Day, dayOf, now, weekday } from '../src/platform/now.ts';
import { noDanger } from '../src/routing/testing/noDanger.ts';
import { type Answer, chapter, official, type Play, type Someone, Unexpected } from './client.ts';

const street = '140106004-center';
const housing = '140106-housing';
const today = () => dayOf(now());

const refusal = ({ error }: Answer) => ({ error: { ...error, requestId: '{编号}' } });
const clocksOf = (view: Answer) =>
  view.clocks
    .filter((clock: Answer) => clock.stoppedAt === null)
    .map(({ label, word, dueAt, binds, leading }: Answer) => ({ label, word, dueAt, binds, leading }));
const clockOf = (view: Answer, kind: string): Answer => {
  const found = view.clocks.find((clock: Answer) => clock.kind === kind && clock.stoppedAt === null);
  if (!found) throw new Unexpected(`no clock ${kind} runs`);
  return found;
};

const registration = () => ({
  parties: [
    { ...emptyParty, name: '田玉梅', idNumber: idNumber('1971-05-16', true, 9), phone: '13800004471' },
    { ...emptyParty, side: 'respondent', name: '高晋生', phone: '13800004472' },
  ],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004004',
  address: '南内环街27号院5号楼1单元',
  title: '墙体开裂责任不清',
  facts:
    '楼上上个月装修砸了一段墙，之后楼下卧室墙面裂了一道缝，从门框一直裂到房顶。楼上说是房子老，楼下说是砸墙砸的，两家各说各的理，都同意请人鉴定。',
  demands: '弄清责任，修好墙面',
  occurredOn: addDays(today(), -30),
  peopleInvolved: 2,
  amountCents: 60_000_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: newId(),
});

type Cast = { code: string; at: string; wu: Someone; zhou: Someone };

async function begin(play: Play): Promise<Cast> {
  chapter(play, '一、登记到承办', 'From the counter to the person in charge.');
  const jiaMin = await official(play, 'jiamin', '贾敏（接待）');
  const { code } = await jiaMin.post('/api/disputes', registration(), '登记。', 'Registers it.', {
    status: 201,
    show: (answer) => {
      play.same.hideCode(answer.code, '迎泽');
      return { code: answer.code };
    },
  });
  const at = `/api/disputes/${code}`;
  await jiaMin.post(`${at}/acceptances`, {}, '受理。', 'Accepts it.');
  const liNa = await official(play, 'lina', '李娜（分流）');
  await liNa.post(
    `${at}/triages`,
    { difficulty: 'complex', urgency: 'low', gravity: 'medium', safety: noDanger, toldWhom: '', reason: '' },
    '研判：复杂，一个月内办结。',
    'Triages it as complex: one month.',
  );
  const given = { leadUnitId: street, supportingUnitIds: [housing], message: '' };
  await liNa.post(`${at}/dispatches`, given, '分流给街道，住建局协办。', 'Dispatches it, with a supporting unit.');
  const gao = await official(play, 'gaojianguo', '高建国（街道中心主任）');
  await gao.post(`${at}/acknowledgements`, { plan: '先去现场。' }, '签收。', 'Signs for it.');
  const posts = await gao.get(`/api/units/${street}/posts`, '看谁可以办。', 'Who could take it.', () => undefined);
  const wuPost = posts.find((post: Answer) => post.name === '武志强' && post.role === 'handler');
  await gao.post(`${at}/assignments`, { postId: wuPost?.postId, note: '' }, '指派。', 'Assigns it.');
  const wu = await official(play, 'wuzhiqiang', '武志强（承办人）');
  return { code, at, wu, zhou: await official(play, 'zhouhuifang', '周慧芳（审批）') };
}

async function extend(play: Play, { at, wu, zhou }: Cast): Promise<void> {
  chapter(play, '二、延期：要有时间节点和方案，由别人批准', 'More time: with a dated plan, granted by somebody else.');
  await wu.post(
    `${at}/extension-requests`,
    { clockKind: 'handle', length: 10, reason: '鉴定机构排到下个月。', plan: [] },
    '没有写时间节点和方案：在那一栏说清楚。',
    'Without a dated plan it is refused, at the field.',
    { status: 422, show: refusal },
  );
  const plan = [{ on: addDays(today(), 20), what: '拿到鉴定意见' }];
  const asked = { clockKind: 'handle', length: 10, reason: '鉴定机构排到下个月。', plan };
  await wu.post(`${at}/extension-requests`, asked, '写上节点，申请延期。', 'With the plan the request goes out.');
  const decision = { approve: true, reason: '节点清楚，同意。' };
  await wu.post(`${at}/extension-decisions`, decision, '自己申请的自己不能批。', 'Nobody approves his own request.', {
    status: 403,
    show: refusal,
  });
  await zhou.post(`${at}/extension-decisions`, decision, '审批岗同意。', 'The approver grants it.');
  const view = await wu.get(
    at,
    '新日期和它的算法，原来的日期还在。',
    'The new date with its arithmetic; the old one stays.',
    (seen) => {
      const { label, dueAt, arithmetic, history } = clockOf(seen, 'handle');
      return { label, dueAt, arithmetic: arithmetic.length, former: history?.length ?? 0 };
    },
  );
  if (!clockOf(view, 'handle').arithmetic.some((line: string) => line.includes('延期')))
    throw new Unexpected('the arithmetic does not tell of the extension');
}

async function wait(play: Play, { at, wu, zhou }: Cast): Promise<void> {
  chapter(play, '三、等鉴定：单独算，不算谁逾期', 'Waiting for an appraisal counts apart; nobody is late for it.');
  const asked = { ground: 'appraisal', what: '墙体开裂原因鉴定', until: addDays(today(), 14) };
  await wu.post(`${at}/wait-requests`, asked, '申请停钟等鉴定。', 'Asks to wait for the appraisal.');
  await zhou.post(
    `${at}/pause-decisions`,
    { approve: true, reason: '同意等。' },
    '批准，钟停下。',
    'Approved: the clocks stand still.',
  );
  await wu.get(at, '钟上写着等什么。', 'The clock says what is waited for.', clocksOf);
  await wu.post(
    `${at}/wait-ends`,
    { note: '鉴定意见提前拿到了。' },
    '等到了，钟接着走。',
    'It is here; the clocks go on.',
  );
}

async function law(play: Play, { at, wu }: Cast): Promise<void> {
  chapter(play, '四、法定期限和 13710 并排走', 'A limit of law runs beside 13710.');
  const limit = { kind: 'confirmationRequest', day: today(), note: '两家口头说好，想去法院确认' };
  await wu.post(`${at}/statutory-clocks`, limit, '记一个法定期限：申请司法确认。', 'Starts a limit of law.');
  await wu.get(
    at,
    '两种钟一起看，近的在前；当事人的权利不算单位逾期。',
    'Both kinds of clocks; a right of the parties makes no unit late.',
    clocksOf,
  );
  const ended = { kind: 'confirmationRequest', day: today(), note: '改主意了，先修墙' };
  await wu.post(`${at}/statutory-stops`, ended, '不用了，记下怎么结束的。', 'Ends it, saying why.');
}

async function supervise(play: Play, { at, wu }: Cast): Promise<void> {
  chapter(play, '五、联合督办：各单位分别回复', 'A joint notice: each unit answers for itself.');
  const zhang = await official(play, 'zhangweimin', '张伟民（督办）');
  const notice = {
    unitIds: [street, housing],
    clockId: null,
    reason: '当事人来问过两次，没有人说得清什么时候修。',
    ask: '三天内和两家当面说清修墙的安排。',
    replyBy: addDays(today(), 5),
    urgency: 'none',
    cosignerIds: [],
  };
  await zhang.post(
    `${at}/supervision-notice-previews`,
    notice,
    '发之前看：告诉谁、起什么钟。',
    'Before issuing: who is told, which clock starts.',
    { show: () => undefined },
  );
  const { code } = await zhang.post(
    `${at}/supervision-notices`,
    { ...notice, commandId: newId() },
    '发督办单，给号。',
    'Issues it, with a number.',
    {
      status: 201,
      show: (answer) => {
        play.same.hide(answer.code, '{督办单}');
        return { code: answer.code };
      },
    },
  );
  const paper = `/api/supervision-notices/${code}`;
  await zhang.get(`${paper}/notice.pdf`, '按公文格式打印。', 'As an official paper.');
  const gao = await official(play, 'gaojianguo', '高建国（街道中心主任）');
  const answer = { did: '约了两家明天上午当面谈。', why: '等鉴定意见。', until: addDays(today(), 10) };
  await gao.post(`${paper}/answers`, answer, '街道回复。', 'The street answers.');
  await zhang.post(
    `${paper}/answer-returns`,
    { unitId: street, reason: '没有写哪天修。' },
    '没说清，退回重报。',
    'Not enough: sent back.',
  );
  await gao.post(`${paper}/answers`, { ...answer, did: '两家说好下周三开始修。' }, '重新回复。', 'Answers again.');
  const ma = await official(play, 'mazhanshan', '马占山（住建局）');
  await ma.post(`${paper}/answers`, { ...answer, did: '派人看过主体结构。' }, '住建局回复。', 'The bureau answers.');
  await zhang.post(`${paper}/liftings`, { text: '两家都确认了日期。' }, '核对过，解除督办。', 'Checked and lifted.');
  await zhang.get(paper, '一张督办单的经过。', 'The life of the notice.', ({ status, timeline }) => ({
    status,
    steps: timeline.length,
  }));
  const figures = await zhang.get(
    '/api/supervision/board?by=unit',
    '督办看板：将到期、逾期、等别人的分开算。',
    'The board: soon, late, and waiting on others apart.',
    (board) => ({
      by: board.by,
      counts: Object.keys(board.totals),
    }),
  );
  if (figures.totals.open < 1) throw new Unexpected('nothing is open on the board');
  await zhang.get('/api/supervision/weekly.pdf', '督办周报。', 'The weekly sheet.');
  await wu.get(
    '/api/work',
    '承办人的待办里，督办没有留下没了的事。',
    'Nothing of it is left on the list of work.',
    () => undefined,
  );
}

async function finished(person: Someone, { id }: Answer): Promise<void> {
  const job = await person.until(`/api/jobs/${id}`, ({ state }) => state !== 'running', '做完了。', 'It is done.');
  if (job.state !== 'done') throw new Unexpected(`the job ended as ${job.state}: ${job.problem}`);
}

async function rehearse(play: Play): Promise<void> {
  chapter(play, '六、改规则：先试算，由别人发布', 'Rules: rehearsed first, published by somebody else.');
  const liNa = await official(play, 'lina', '李娜（分流）');
  const { id } = await liNa.post(
    '/api/settings/drafts',
    { county: '140106', from: 'county' },
    '起草。',
    'Starts a draft.',
    {
      status: 201,
      show: () => undefined,
    },
  );
  const path = `/api/settings/drafts/${id}`;
  const draft = await liNa.get(path, '草稿和现在的规则放在一起。', 'The draft beside what holds.', ({ state }) => ({
    state,
  }));
  const rules = draft.value;
  const ordinary = { ...rules.clocks['handle.ordinary'], length: 5, basis: '演示：区里想试五天' };
  const value = { ...rules, clocks: { ...rules.clocks, 'handle.ordinary': ordinary } };
  const text = {
    revision: draft.revision,
    value,
    effectiveFrom: addDays(today(), 7),
    basis: '演示：征求意见',
    note: '',
  };
  await liNa.ask('PUT', path, text, {
    zh: '一般纠纷 7 天改成 5 天。',
    en: 'Seven days become five.',
    status: 200,
    sent: { 'clocks.handle.ordinary.length': 5 },
    show: () => undefined,
  });
  const job = await liNa.post(
    `${path}/rehearsals`,
    { months: 3 },
    '拿过去三个月试算。',
    'Rehearses it over three months.',
    {
      status: 202,
      show: ({ kind }) => ({ kind }),
    },
  );
  await finished(liNa, job);
  await liNa.post(`${path}/submissions`, {}, '送审。', 'Hands it in.', { status: 204 });
  await liNa.post(
    `${path}/publications`,
    { applyRun: null },
    '自己改的不能自己发布。',
    'Nobody publishes his own draft.',
    {
      status: 403,
      show: refusal,
    },
  );
  const wang = await official(play, 'wangfang', '王芳（办结审核）');
  await wang.post(
    `${path}/returns`,
    { reason: '先听听街道的意见。' },
    '另一个人看过，退回。',
    'Another person returns it.',
    { status: 204 },
  );
  await liNa.post(`${path}/withdrawals`, {}, '作废，规则没有变。', 'Withdrawn: the rules stand as they were.', {
    status: 204,
  });
}

/** A day off that falls on a weekend would move nothing. */
const nextWeekday = (day: Day): Day => (weekday(day) < 6 ? day : nextWeekday(addDays(day, 1)));

async function replay(play: Play): Promise<void> {
  chapter(
    play,
    '七、放假安排改了会动哪些时限：先看，不改',
    'What a change of holidays would move: looked at, not done.',
  );
  const qi = await official(play, 'qixiangdong', '齐向东（系统管理员）');
  const year = Number(today().slice(0, 4));
  const held = await qi.get(
    `/api/calendar/${year}`,
    '今年的放假安排。',
    'The holidays of this year.',
    ({ published }) => ({ published }),
  );
  const extra = { day: nextWeekday(addDays(today(), 3)), kind: 'holiday', name: '演练' };
  const days = [...held.days.filter(({ day }: Answer) => day !== extra.day), extra].map(
    ({ day, kind, name }: Answer) => ({ day, kind, name }),
  );
  const drafted = { revision: held.draft?.revision ?? 0, source: '演练，不发布', publishedOn: null, days };
  const draft = await qi.post(
    `/api/calendar/${year}/drafts`,
    drafted,
    '草稿里多放一天。',
    'A draft with one more day off.',
    { status: 201, show: () => undefined },
  );
  const job = await qi.post(
    `/api/calendar/${year}/previews`,
    { revision: draft.revision },
    '看看会动哪些时限。',
    'Which dates would move.',
    {
      status: 201,
      show: ({ kind }) => ({ kind }),
    },
  );
  await finished(qi, job);
  const [run] = await qi.get(
    `/api/calendar/${year}/previews`,
    '动多少、黄红前后各多少。',
    'How many, amber and red before and after.',
    (runs) => Object.keys(runs[0].whole),
  );
  if (run.whole.moved < 1) throw new Unexpected('a day off moves nothing');
  await qi.post(`/api/calendar/${year}/withdrawals`, {}, '不发布，草稿撤掉。', 'Not published; the draft is dropped.', {
    status: 204,
  });
}

/** Every clock of one dispute and what the office does about clocks; only in a demo, since the day is not ours to choose. */
export async function supervisedClocks(play: Play): Promise<void> {
  const cast = await begin(play);
  await extend(play, cast);
  await wait(play, cast);
  await law(play, cast);
  await supervise(play, cast);
  await rehearse(play);
  await replay(play);
}

export const title = '时限、督办和规则 · Clocks, supervision and rules';
export const intro = [
  '由 `npm run scenario -- supervised-clocks` 对着正在运行的枫桥台走一遍写成。编号、日期每次不同，写成花括号里的名字。',
  '',
  'Written by `npm run scenario -- supervised-clocks`, which drives a running Fengqiao. Codes and dates stand in braces.',
];
