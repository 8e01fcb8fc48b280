import { idNumber } from '../seeds/parties.ts';
import { emptyParty } from '../src/intake/party.ts';
import { newId } from '../src/platform/ids.ts';
import { addDays, dayOf, now } from '../src/platform/now.ts';
import { type Answer, chapter, official, type Play, type Someone, someone, Unexpected } from './client.ts';
import { measureTasks } from './measuredTasks.ts';

const today = () => dayOf(now());

/** Who came for no dispute: what was given, how many came. Twice forty-six are the day's other visits. */
const questions: readonly [services: string[], heads: number, memo: string][] = [
  [['consultation'], 1, '居住证到期怎么续'],
  [['legalAdvice'], 2, '老人去世，房子怎么继承'],
  [['consultation', 'guidance'], 1, '退休认证，带到人社窗口'],
  [['legalAid', 'legalAdvice'], 1, '工伤，能不能申请法律援助'],
  [['litigation'], 1, '立案要带什么'],
  [['arbitration'], 3, '劳动仲裁怎么申请'],
  [['notary'], 2, '委托书公证'],
  [['petition'], 4, '小区停车收费，反映过一次，问进展'],
  [['reconsideration'], 1, '对处罚不服，问行政复议'],
  [['guidance'], 1, ''],
];

/** What people quarrel about: category, title, who, the other side, where. The last three are told twice. */
const quarrels: readonly [category: string, title: string, who: string, other: string, place: string][] = [
  ['02', '楼上漏水，天花板泡坏', '秦桂莲', '罗志远', '示例苑1号楼1单元'],
  ['02', '楼道里堆纸箱，劝过几次', '邢春生', '贺小军', '示例苑2号楼3单元'],
  ['02', '空调外机对着窗户，夜里响', '段素芳', '乔明亮', '示例苑5号楼2单元'],
  ['02', '两家为一个车位吵了起来', '任玉梅', '孟庆国', '示例苑地下车库'],
  ['02', '装修敲掉一面墙，楼下裂了', '薛爱萍', '侯立新', '示例苑6号楼1单元'],
  ['02', '狗没有拴，孩子吓着了', '潘秀英', '常伟东', '示例苑小广场'],
  ['02', '晾的衣服滴水，说了不听', '康丽华', '毛建设', '示例苑7号楼1单元'],
  ['02', '租期没到，房东要收房', '杜晓燕', '姚文斌', '示例苑8号楼4单元'],
  ['02', '围墙外修车，油味进屋', '龚秋菊', '史保国', '示例苑北门'],
  ['02', '电动车在楼道里充电', '邵红霞', '温国强', '示例苑9号楼2单元'],
];

type Ticket = { id: string; label: string };
type Day = {
  readonly play: Play;
  readonly desks: readonly Someone[];
  readonly kiosk: Someone;
  readonly codes: string[];
  serial: number;
};

const briefTicket = ({ label, group, waited, counter, priority }: Answer) => ({
  label,
  group,
  waited,
  counter,
  priority,
});

function registration(day: Day, at: number, more: object = {}) {
  const [categoryCode, title, who, other, place] = quarrels[at] ?? quarrels[0] ?? ['02', '', '', '', ''];
  const birth = `19${50 + at}-0${1 + (at % 9)}-1${at % 9}`;
  const applicant = { ...emptyParty, name: who, idNumber: idNumber(birth, true, at), phone: `1380000${6100 + at}` };
  const respondent = { ...emptyParty, side: 'respondent', name: other, phone: `1380000${7200 + at}` };
  day.serial += 1;
  return {
    parties: [applicant, respondent],
    categoryCode,
    source: 'walkIn',
    regionCode: '140106004004',
    address: place,
    title,
    facts: `${title}。从上周起，双方说过两次，没有结果，${who}来窗口要求处理。`,
    demands: '对方停止，损失另谈',
    occurredOn: addDays(today(), -6),
    peopleInvolved: 2,
    amountCents: null,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: newId(),
    ...more,
  };
}

/** Two presses at the kiosk: the slip's number, as the page shows it. */
async function takeNumber(day: Day, kind: string, priority = '', loud = false): Promise<void> {
  const form = new URLSearchParams({ kind, priority, commandId: newId() });
  const said = { zh: '取号机上点两下，取一个号。', en: 'Two presses at the kiosk give a number.', status: 303 };
  const machine = loud ? day.kiosk : quietly(day.kiosk);
  await machine.ask('POST', '/hall/tickets', form, { ...said, sent: { kind, priority }, show: () => undefined });
}

const silent: Play = { url: '', same: undefined as never, chapters: [], log: () => {} };
const twins = new WeakMap<Someone, Someone>();
/** The same person with the same cookies, whose doings are not written down: sixty visitors would fill a book. */
function quietly(person: Someone): Someone {
  return twins.get(person) ?? person;
}

async function withTwin(play: Play, login: string | null, who: string): Promise<Someone> {
  const loud = login === null ? someone(play, who) : await official(play, login, who);
  const mute: Play = { ...silent, url: play.url, chapters: [{ zh: '', en: '', exchanges: [] }] };
  const twin = login === null ? someone(mute, who) : await official(mute, login, who);
  twins.set(loud, twin);
  return loud;
}

async function open(play: Play): Promise<Day> {
  chapter(play, '一、早上：开取号机，选窗口', 'Morning: the kiosk is opened, counters are chosen.');
  const leader = await official(play, 'guozhiming', '郭志明（中心主任）');
  const { link } = await leader.post(
    '/api/hall/devices',
    { kind: 'kiosk', name: '东门取号机' },
    '开通一台取号机，链接只显示一次。',
    'Opens a kiosk; its link is shown once.',
    { status: 201, show: () => ({ link: '{链接}' }) },
  );
  const path = new URL(link).pathname;
  const kiosk = await withTwin(play, null, '取号机');
  const [jiaMin, hanXue] = [
    await withTwin(play, 'jiamin', '贾敏（接待，3号窗）'),
    await withTwin(play, 'hanxue', '韩雪（接待，4号窗）'),
  ];
  for (const machine of [kiosk, quietly(kiosk)])
    await machine.ask('GET', path, undefined, {
      zh: '在取号机上打开链接，以后不用登录。',
      en: 'The link is opened on the machine, which needs no log-in from then on.',
      status: 303,
      show: () => undefined,
    });
  for (const [desk, counter] of [[jiaMin, 3] as const, [hanXue, 4] as const])
    await desk.ask(
      'PUT',
      '/api/hall/counter',
      { counter },
      {
        zh: `今天坐 ${counter} 号窗。`,
        en: `Sits at counter ${counter} today.`,
        status: 204,
      },
    );
  // Whoever waits in the demonstration's own line has gone home.
  const { waiting } = await quietly(jiaMin).get('/api/hall', '', '');
  for (const { id } of waiting) await quietly(jiaMin).post(`/api/tickets/${id}/departures`, {}, '', '');
  return { play, desks: [jiaMin, hanXue], kiosk, codes: [], serial: 0 };
}

const at = (day: Day, which: number): Someone => day.desks[which % day.desks.length] as Someone;
const call = (desk: Someone, loud = false): Promise<Ticket> =>
  (loud ? desk : quietly(desk)).post('/api/tickets/calls', {}, '叫下一号。', 'Calls the next number.', {
    show: briefTicket,
  });

/** One of each, in full. */
async function first(day: Day): Promise<void> {
  chapter(day.play, '二、各办一次给您看', 'One of each, in full.');
  const [jiaMin, hanXue] = [at(day, 0), at(day, 1)];
  await takeNumber(day, 'A', '', true);
  await takeNumber(day, 'B', 'elderly', true);
  const asked = await call(jiaMin, true);
  const visit = { services: ['consultation'], headCount: 1, memo: '居住证到期怎么续', ticketId: asked.id };
  await jiaMin.post(
    '/api/visits',
    visit,
    '只是咨询：记一句，号就结束。',
    'A question only: noted, and the number ends.',
    {
      status: 201,
      show: () => undefined,
    },
  );
  const quarrel = await call(hanXue, true);
  const input = registration(day, 0, { visit: { services: ['mediation'], ticketId: quarrel.id } });
  const registered = await hanXue.post(
    '/api/disputes',
    input,
    '是纠纷：登记，号结束，接待同时记上，不用再打一遍。',
    'A dispute: registering ends the number and records the visit in one go.',
    { status: 201, show: ({ sentence }) => ({ sentence }) },
  );
  day.play.same.hideCode(registered.code, '迎泽');
  day.codes.push(registered.code);
}

async function group(day: Day): Promise<void> {
  chapter(
    day.play,
    '三、十二个人一起来：先记接待，再登记成纠纷，人次只算一次',
    'Twelve people at once: recorded as a visit, then registered; counted once.',
  );
  const desk = at(day, 0);
  await takeNumber(day, 'D');
  const ticket = await call(desk);
  const visit = { services: ['petition'], headCount: 12, memo: '十二户反映暖气不热', ticketId: ticket.id };
  const { id } = await desk.post('/api/visits', visit, '记 12 人。', 'Twelve person-times.', {
    status: 201,
    show: () => undefined,
  });
  const input = registration(day, 1, {
    title: '暖气不热，十二户一起来',
    peopleInvolved: 12,
    headCount: 12,
    visit: { services: ['petition', 'mediation'], visitId: id },
  });
  const registered = await desk.post(
    '/api/disputes',
    input,
    '从这次接待接着登记。',
    'Registered from that visit: nothing is typed or counted twice.',
    { status: 201, show: ({ sentence }) => ({ sentence }) },
  );
  day.play.same.hideCode(registered.code, '迎泽');
}

async function ordinary(day: Day): Promise<void> {
  for (let index = 2; index < 11; index += 1) {
    const desk = quietly(at(day, index));
    await takeNumber(day, 'A');
    const ticket = await call(at(day, index));
    const visit = { services: index % 3 === 0 ? ['mediation', 'legalAdvice'] : ['mediation'], ticketId: ticket.id };
    const which = index - 1;
    const { code } = await desk.post('/api/disputes', registration(day, which, { visit }), '', '', { status: 201 });
    day.codes.push(code);
  }
}

const same = (answer: Answer) =>
  (answer.items ?? answer).map(({ title, reasons, where }: Answer) => ({ title, reasons, where }));

/** The other side of a quarrel comes, or the neighbor: found while typing, and handled together. */
async function duplicates(day: Day): Promise<void> {
  chapter(
    day.play,
    '四、三个人为别人登记过的事来：找出来，一起办，各有各的小票',
    'Three come about what others registered: found, handled together, each with an own slip.',
  );
  for (const [index, which] of [0, 3, 4].entries()) {
    const loud = index === 0;
    const desk = loud ? at(day, index) : quietly(at(day, index));
    await takeNumber(day, 'A');
    const ticket = await call(at(day, index));
    const [, title, who, other] = quarrels[which] ?? ['', '', '', '', ''];
    const input = registration(day, which, {
      parties: [
        {
          ...emptyParty,
          name: `${who.slice(0, 1)}家老人`,
          idNumber: idNumber('1949-05-06', false, which),
          phone: `1380000${8300 + which}`,
        },
        { ...emptyParty, side: 'respondent', name: other, phone: `1380000${7200 + which}` },
      ],
      visit: { services: ['mediation'], ticketId: ticket.id },
    });
    const { parties, categoryCode, regionCode, address, facts, occurredOn } = input;
    const draft = {
      parties: parties.map(({ side, kind, name, idKind, idNumber: paper, phone }: Answer) => ({
        ...{ side, kind, name, idKind, phone },
        idNumber: paper,
      })),
      ...{ categoryCode, regionCode, address, title, facts, occurredOn },
      draftId: newId(),
    };
    const found = await desk.post(
      '/api/linking/same-matters',
      draft,
      '边打边比：可能是同一件事。',
      'Compared while typing.',
      {
        show: same,
      },
    );
    const lead = (found.items ?? found).find(({ code }: Answer) => day.codes.includes(code))?.code;
    if (lead === undefined) throw new Unexpected(`no earlier matter is found for ${title}`);
    await desk.post(
      `/api/disputes/${lead}/joiners`,
      input,
      '是同一件：登记，发自己的小票，和前面那件一起办。',
      'The same matter: registered with an own slip and handled together.',
      { status: 201, show: ({ sentence }) => ({ sentence }) },
    );
  }
}

/** The rest of the sixty, with what goes wrong on a day like this. */
async function theRest(day: Day, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const [services = [], headCount = 1, memo = ''] = questions[index % questions.length] ?? [];
    const desk = quietly(at(day, index));
    const [prefix, priority] = ['ABCDE'[index % 5] ?? 'A', index % 9 === 0 ? 'elderly' : ''];
    // Half of them ask at the counter for a number, as in life.
    if (index % 2 === 0) await takeNumber(day, prefix, priority);
    else await desk.post('/api/tickets', { prefix, priority: priority || null }, '', '', { status: 201 });
    const ticket = await call(at(day, index));
    const confidential = index === 7;
    const visit = { services, headCount, memo, confidential, ticketId: ticket.id };
    await desk.post('/api/visits', visit, '', '', { status: 201 });
  }
}

async function mishaps(day: Day): Promise<void> {
  chapter(day.play, '五、没来的、往后排的、转窗口的、记错的', 'Absent, skipped, handed over, recorded wrongly.');
  const [jiaMin, hanXue] = [at(day, 0), at(day, 1)];
  for (let index = 0; index < 3; index += 1) await takeNumber(day, 'A');
  const late = await call(jiaMin);
  await jiaMin.post(`/api/tickets/${late.id}/skips`, {}, '没到：往后排两个。', 'Not there: two places back.', {
    show: briefTicket,
  });
  const absent = await call(jiaMin);
  await jiaMin.post(`/api/tickets/${absent.id}/absences`, {}, '没来：过号。', 'Does not come.', { show: briefTicket });
  const handed = await call(jiaMin);
  await jiaMin.post(`/api/tickets/${handed.id}/hand-overs`, { counter: 4 }, '转给 4 号窗。', 'Handed to counter 4.', {
    show: briefTicket,
  });
  for (const [desk, service] of [[hanXue, 'legalAid'] as const, [jiaMin, 'guidance'] as const]) {
    const ticket = await call(desk);
    const visit = { services: [service], headCount: 1, memo: '', ticketId: ticket.id };
    const { id } = await quietly(desk).post('/api/visits', visit, '', '', { status: 201 });
    if (desk === jiaMin)
      await jiaMin.ask(
        'PUT',
        `/api/visits/${id}`,
        { services: ['guidance', 'consultation'], headCount: 2, memo: '' },
        {
          zh: '当天改：是两个人，还问了一句。改以前的数留痕。',
          en: 'Put right the same day; the numbers before stay in the trail.',
          status: 204,
        },
      );
  }
}

type Totals = { visits: number; people: number; groups: number; disputes: number; confidential: number };
async function totals(desk: Someone): Promise<Totals> {
  const { centers } = await quietly(desk).get('/api/visits/totals', '', '');
  return centers.find(({ own }: Answer) => own);
}

function expectDay(play: Play, before: Totals, after: Totals): void {
  const names = ['visits', 'people', 'groups', 'disputes', 'confidential'] as const;
  const grown = Object.fromEntries(names.map((name) => [name, after[name] - before[name]]));
  const wanted = { visits: 60, groups: 1, disputes: 14, confidential: 1 };
  play.log(`  今天：接待 ${grown.visits} 次、${grown.people} 人次，纠纷 ${grown.disputes}，群体 ${grown.groups}。`);
  for (const [name, value] of Object.entries(wanted))
    if (grown[name] !== value) throw new Unexpected(`${name}: ${grown[name]} instead of ${value}`);
  const document = { zh: '日终：数对得上', en: 'In the evening the figures agree.', exchanges: [] };
  play.chapters.push({
    ...document,
    exchanges: [
      {
        who: '贾敏（接待，3号窗）',
        zh: '60 次接待，14 次成了纠纷（3 件和别人的一起办），1 次群体 12 人，1 次不留名。',
        en: 'Sixty visits, fourteen disputes of which three joined others, one group of twelve, one unnamed visitor.',
        request: 'GET /api/visits/totals',
        status: 200,
        answer: grown,
      },
    ],
  });
}

/** A day at the counter: sixty visits over HTTP, then the tasks of the counter with hands on the keys. */
export async function counterDay(play: Play): Promise<void> {
  const day = await open(play);
  const before = await totals(at(day, 0));
  await first(day);
  await group(day);
  await ordinary(day);
  await duplicates(day);
  await theRest(day, 43);
  await mishaps(day);
  expectDay(play, before, await totals(at(day, 0)));
  await measureTasks(play);
}

export const title = '窗口的一天 · A day at the counter';
export const intro = [
  '由 `npm run scenario -- counter-day` 在一个新的演示库里走一遍写成：60 次接待，14 次成了纠纷，3 件和别人的一起办，一次来了 12 人。',
  '',
  'Written by `npm run scenario -- counter-day`, which drives a throw-away demo. Codes and dates stand in braces.',
];
