import { partWords, reconciled } from '../src/definitions/openCounts.ts';
import { demoPassword } from '../src/people/demoLogins.ts';
import { addDays, atTime, type Day, dayOf, now, weekday } from '../src/platform/now.ts';
import { type Answer, chapter, official, type Play, type Someone, Unexpected } from './client.ts';
import { type MorningHouse, morningHouse } from './morningHouse.ts';

export const title = '主任晨报 · The leader’s morning';
export const intro = [
  '由 `npm run scenario -- leaders-morning` 在一个自己的演示库里走一遍写成，它的钟由脚本拨：7:30 出晨报，第二天停机，9:42 才出。数字每次不同，写成「n」。',
  '',
  'Written by `npm run scenario -- leaders-morning`, in a demo of its own whose clock the script sets: a morning at 7:30, an outage the day after. Figures differ from run to run.',
];

/** The last Wednesday but one: Tuesday, Wednesday and Thursday are ordinary days of work. */
function wednesday(): Day {
  let day = addDays(dayOf(now()), -7);
  while (weekday(day) !== 3) day = addDays(day, -1);
  return day;
}

function same(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Unexpected(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

const brief = ({ due, edition, decide, save, plan, counters, open }: Answer) => ({
  due,
  edition: edition && { madeAt: edition.madeAt, late: edition.late, counts: Object.keys(edition.counts) },
  decide: Object.keys(decide.rows[0] ?? {}),
  save: Object.keys(save),
  plan: Object.keys(plan),
  counters: counters && Object.keys(counters),
  open: Object.keys(open),
});
const count = ({ total, value }: Answer) => ({ count: typeof (total ?? value) === 'number' ? 'n' : null });

/** Each number of the screen beside the list that it opens. */
async function openEach(leader: Someone, briefing: Answer): Promise<number> {
  const { from: day } = briefing.plan;
  const { of, ways } = reconciled(briefing.open);
  const board = (state: string, more = '') => `/api/supervision/matters?state=${state}${more}`;
  const figure = (what: string, of: Day) => `/api/reports/figures?what=${what}&from=${of}&to=${of}`;
  const numbers: [words: string, path: string, expected: number][] = [
    ['今天还来得及的', board('dueToday'), briefing.save.total],
    ...(['planned', 'inTime', 'doneLate', 'notDone'] as const).map((state): [string, string, number] => [
      `昨天 ${state}`,
      board(state, `&day=${day}`),
      briefing.plan[state],
    ]),
    ...(['registered', 'settled', 'struckOff'] as const).map((what): [string, string, number] => [
      `昨天 ${what}`,
      figure(what, day),
      briefing.plan[what],
    ]),
    ['逾期', board('late'), briefing.late],
    ...[...of, ...ways.flatMap(({ parts }) => parts)].flatMap(({ name, list, count }): [string, string, number][] =>
      list ? [[partWords[name].zh, `/api${list.to}?${new URLSearchParams(list.search)}`, count ?? 0]] : [],
    ),
  ];
  same(
    'both ways come to what the ledger lists',
    ways.map(({ gap }) => gap),
    [0, 0],
  );
  for (const [words, path, expected] of numbers) {
    const list = await leader.get(
      path,
      `点开「${words}」：名单就是那么多件。`,
      `Opens “${words}”: the list agrees.`,
      count,
    );
    same(`${words} ${path}`, list.total ?? list.value, expected);
  }
  const drawn: [path: string, expected: number][] = [
    ...briefing.weeks.map(({ id, late }: Answer) => [board('late', `&week=${id}`), late]),
    ...briefing.units.flatMap(({ key, ...of }: Answer) =>
      (['late', 'soon', 'paused'] as const).map((state) => [board(state, `&unit=${key}`), of[state]]),
    ),
  ];
  for (const [path, expected] of drawn) same(path, (await leader.quietly(path)).total, expected);
  return numbers.length + drawn.length;
}

async function signedIn(house: MorningHouse): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ login: 'guozhiming', password: demoPassword });
  const answer = await fetch(`${house.address}/api/sessions`, { method: 'POST', headers, body });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const leaderOf = (play: Play): Promise<Someone> => official(play, 'guozhiming', '郭志明（中心主任）');

async function ordinary(play: Play, house: MorningHouse, day: Day): Promise<Someone> {
  chapter(
    play,
    '一、7:30 出晨报，要的人收到数和链接',
    'Half past seven: written down, and told to who asked, in counts.',
  );
  const before = await leaderOf(play);
  const wish = { zh: '要每天告诉他；本来不要的。', en: 'Asks to be told each day; off until then.', status: 200 };
  await before.ask('PUT', '/api/briefing/wish', { wanted: true }, wish);
  await house.isUpAt(atTime(day, '07:30'));
  const leader = await leaderOf(play);
  const inbox = await leader.get(
    '/api/inbox?unread=true',
    '收件箱第一条：只有数。',
    'The inbox: counts only.',
    ({ rows }) => ({
      page: rows[0].page,
      code: rows[0].code,
    }),
  );
  const [{ text, page }] = inbox.rows;
  same('the notice leads to the morning', page, '/briefing');
  if (!/^今天的晨报：要拍板 \d+ 件，今天到期 \d+ 件，逾期 \d+ 件，在办 \d+ 件。$/.test(text))
    throw new Unexpected(`the notice says more than counts: ${text}`);
  return leader;
}

async function ninetySeconds(play: Play, house: MorningHouse, leader: Someone, day: Day): Promise<void> {
  chapter(play, '二、7:50，九十秒看完，每个数打得开', 'Ten to eight: ninety seconds, and each number opens.');
  house.clock.now = atTime(day, '07:50');
  const briefing = await leader.get('/api/briefing', '晨报一屏。', 'One screen.', brief);
  same('it came in time', briefing.edition.late, false);
  if (briefing.decide.rows.length === 0) throw new Unexpected('a busy district, and nothing to decide');
  play.log(`  ${await openEach(leader, briefing)} 个数都和名单一样 numbers agree with their lists`);
}

async function decide(play: Play, leader: Someone): Promise<void> {
  chapter(play, '三、拍一件板', 'One word given.');
  const { decide: waiting } = await leader.quietly('/api/briefing');
  const one = waiting.rows.find(({ item }: Answer) => item.act === 'rule')?.item;
  if (!one) throw new Unexpected('no ruling waits for the leader');
  play.same.hideCode(one.code, '迎泽');
  const ruling = {
    leadUnitId: '140106-housing',
    supportingUnitIds: [],
    reason: '漏点在公共管道上。',
    basis: '职责清单',
  };
  await leader.post(`/api/disputes/${one.code}/rulings`, ruling, '裁定给住建局。', 'Rules: housing handles it.', {
    show: ({ status }) => ({ status }),
  });
  const after = await leader.quietly('/api/briefing');
  same('one less waits', after.decide.total, waiting.total - 1);
}

async function outage(play: Play, house: MorningHouse, day: Day): Promise<void> {
  chapter(play, '四、第二天 7:30 停着，9:42 才起来', 'The day after: down at half past seven, up at 9:42.');
  await house.isUpAt(atTime(day, '09:42'));
  const leader = await leaderOf(play);
  const briefing = await leader.get('/api/briefing', '写着真的时间：9:42 才出。', 'It says its true time.', brief);
  same(
    'late, at its true time',
    [briefing.edition.late, briefing.edition.madeAt],
    [true, atTime(day, '09:42').toISOString()],
  );
  await house.isUpAt(atTime(day, '09:44'));
  const again = await leader.quietly('/api/briefing');
  same('never twice', again.edition, briefing.edition);
  const inbox = await leader.quietly('/api/inbox?unread=true');
  const told = (words: string) => inbox.rows.filter(({ text }: Answer) => text.includes(words)).length;
  same('told late once, and alarmed once', [told('9:42 才出'), told('7:45 还没有出来')], [1, 1]);
  const keeper = await official(play, 'qixiangdong', '齐向东（系统管理员）');
  const { findings } = await keeper.get('/api/upkeep', '医生也说晚了。', 'The doctor says so too.', (found) =>
    found.findings.filter(({ id }: Answer) => id === 'briefing').map(({ state }: Answer) => ({ state })),
  );
  same('the doctor', findings.find(({ id }: Answer) => id === 'briefing')?.state, 'warn');
}

async function paper(play: Play, house: MorningHouse): Promise<void> {
  chapter(play, '五、打一张 A4', 'One sheet of A4.');
  const cookie = await signedIn(house);
  const answer = await fetch(`${house.address}/api/briefing/sheet.pdf`, { headers: { cookie } });
  const pages = Buffer.from(await answer.arrayBuffer())
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;
  same('one page', [answer.status, pages], [200, 1]);
  play.log('  ✓ 正好一页 exactly one page');
}

/** A deputy director's two mornings, in a house whose clock is ours. */
export async function leadersMorning(asked: Play): Promise<void> {
  const day = wednesday();
  const house = await morningHouse(atTime(addDays(day, -1), '17:00'), asked.log);
  const play = { ...asked, url: house.address };
  try {
    const leader = await ordinary(play, house, day);
    await ninetySeconds(play, house, leader, day);
    await decide(play, leader);
    await outage(play, house, addDays(day, 1));
    await paper(play, house);
  } finally {
    await house.stop();
  }
}
