import type { ClaimantInput } from '../src/claimants/claimant.ts';
import { emptyParty } from '../src/intake/party.ts';
import { newId } from '../src/platform/ids.ts';
import { addDays, atTime, type Day, dayOf, now, weekday } from '../src/platform/now.ts';
import { noDanger } from '../src/routing/testing/noDanger.ts';
import { type Answer, chapter, official, type Play, type Someone, Unexpected } from './client.ts';
import { construction30, worker } from './data/rosters.ts';
import { looks, openEyes } from './eyes.ts';
import {
  employerOf,
  everybodyOf,
  payFirst,
  postOf,
  press,
  quiet,
  type Row,
  settleAll,
  signAll,
  soonFrom,
  type Table,
  takeRoster,
  tellActs,
  writeForAll,
} from './manyAtTable.ts';
import { type MorningHouse, morningHouse } from './morningHouse.ts';

export const title = '三十个工人，三天，一个专班 · Thirty workers, three days, one task force';
export const intro = [
  '由 `npm run scenario -- construction-30` 在一个自己的演示库里走一遍写成，它的钟由脚本拨：第一天立专班、会诊，第二天各查各的，第三天签。',
  '',
  'Written by `npm run scenario -- construction-30`, in a demo of its own whose clock the script sets: a task force and a consultation on the first day, work on the second, signatures on the third.',
  '',
  '加上 `--browser`，同一些人也在真的浏览器里打开各自的页：docs/screenshots/construction-30-*.png。 With `--browser` the same people open their pages in a real browser: docs/screenshots/construction-30-*.png.',
];

const center = '140107-center';
const arbitration = '140107-laborArbitration';
const housing = '140107-housing';
const WORKERS = 30;

/** The last Tuesday but one: three days of work follow. */
function tuesday(): Day {
  let day = addDays(dayOf(now()), -7);
  while (weekday(day) !== 2) day = addDays(day, -1);
  return day;
}

const registration = (today: Day) => ({
  parties: [
    { ...emptyParty, name: worker(200).name, idNumber: worker(200).idNumber, phone: worker(200).phone },
    {
      ...{ ...emptyParty, side: 'respondent', kind: 'organization', idKind: 'creditCode' },
      ...{ name: '示例建筑劳务公司', phone: '13800007722' },
    },
  ],
  ...{ categoryCode: '10', source: 'walkIn', regionCode: '140107004', address: '示例工地', amountCents: null },
  title: '工地拖欠三十人工资',
  facts:
    '三十来个工人在示例工地干了两个多月，劳务公司说总包没有拨款，总包说早拨了。工人堵在工地门口，说三天里拿不到钱就不走。',
  ...{ demands: '付清工资', occurredOn: addDays(today, -20), peopleInvolved: WORKERS, willing: 'yes', headCount: 30 },
  ...{ restriction: null, uploads: [], creditCodeConfirmed: false, commandId: newId() },
});

/** Whoever works on it, logged in anew: a night ends every log-in. */
async function cast(play: Play, code: string): Promise<Table> {
  return {
    ...{ play, code, at: `/api/disputes/${code}` },
    desk: await official(play, 'yuwenbo', '于文博（接待）'),
    hand: await official(play, 'yinlu', '尹璐（承办人）'),
    mediator: await official(play, 'qiaolaosan', '乔满堂（调解员）'),
  };
}

async function begin(play: Play, today: Day): Promise<Table> {
  chapter(play, '第一天：登记、分流，组专班', 'The first day: registered, routed, a task force.');
  const desk = await official(play, 'yuwenbo', '于文博（接待）');
  const tao = await official(play, 'taoran', '陶然（分流）');
  const { code } = await press(
    desk,
    '/api/disputes',
    registration(today),
    ['三十个人，登记一件。', 'Thirty people: one matter.'],
    {
      status: 201,
      show: (answer: Answer) => {
        play.same.hideCode(answer.code, '杏花岭');
        return { code: answer.code };
      },
    },
  );
  const at = `/api/disputes/${code}`;
  await press(desk, `${at}/acceptances`, {}, ['受理。', 'Accepts it.']);
  const grades = {
    difficulty: 'complex',
    urgency: 'high',
    gravity: 'high',
    safety: noDanger,
    toldWhom: '',
    reason: '',
  };
  await press(tao, `${at}/triages`, grades, ['研判：复杂，多部门专班。', 'Triages it: complex, a task force.']);
  const to = { leadUnitId: arbitration, supportingUnitIds: [housing], message: '三天里办成。' };
  await press(tao, `${at}/dispatches`, to, ['分流给仲裁院，住建局协办。', 'To the arbitration, with housing.']);
  const pan = await official(play, 'panjianping', '潘建平（仲裁院）');
  await press(pan, `${at}/acknowledgements`, { plan: '今天就到工地。' }, ['签收。', 'Signs for it.']);
  const hand = await postOf(pan, arbitration, 'handler');
  await press(pan, `${at}/assignments`, { postId: hand, note: '' }, ['指派尹璐。', 'Assigns a handler.']);
  const qiao = await postOf(tao, center, 'mediator');
  const asked = { postIds: [qiao], basis: 'proposed' };
  await press(tao, `${at}/mediator-appointments`, asked, ['请老调解员乔满堂。', 'Asks a veteran mediator.']);
  const members = [
    hand,
    await postOf(tao, housing, 'handler'),
    await postOf(tao, '140107-legalAid', 'legalAidOfficer'),
  ];
  const force = {
    ...{ name: '工地欠薪专班', aim: '三天里查清钱在哪里，协议签了。', until: addDays(today, 2) },
    ...{ leaderPostId: hand, memberPostIds: members },
  };
  await press(
    tao,
    `${at}/task-forces`,
    force,
    ['组专班：仲裁、住建、法律援助。', 'A task force of three units.'],
    quiet,
  );
  const lai = await official(play, 'laixiaoqin', '赖晓琴（住建局，专班）');
  await lai.get(at, '专班里的人看得到这件事。', 'Whoever is in it reads the matter.', ({ sight, taskForce }) => ({
    sight,
    force: taskForce.name,
  }));
  const table = await cast(play, code);
  await press(table.mediator, `${at}/tie-declarations`, { ties: [] }, [
    '申报：没有要回避的关系。',
    'Nothing ties him.',
  ]);
  return table;
}

const noneWrong = ({ rowNumber }: Row): ClaimantInput => {
  throw new Unexpected(`row ${rowNumber} is wrong`);
};

const tasks = (today: Day) => [
  { title: '查工程款拨付', unitId: housing, ask: '到总包和劳务公司查：这个工地的款拨了多少、拨到哪里。', dueOn: today },
  {
    title: '三十人的法律援助',
    unitId: '140107-legalAid',
    ask: '告诉工人各条路怎么走，要申请的当场办。',
    dueOn: addDays(today, 1),
  },
];

async function giveTasks({ play, code, at, hand }: Table, today: Day): Promise<string[]> {
  const given: string[] = [];
  for (const task of tasks(today)) {
    const { code } = await press(hand, `${at}/tasks`, task, [`派任务：${task.title}。`, 'Gives a task.'], {
      ...quiet,
      status: 201,
    });
    given.push(code);
  }
  const { tasks: all } = await hand.get(`${at}/tasks`, '专班的任务单。', 'The task list.', (view: Answer) =>
    view.tasks.map(({ title: what, unit, statusLabel }: Answer) => ({ what, unit, statusLabel })),
  );
  if (all.length !== given.length) throw new Unexpected(`${all.length} tasks`);
  play.log(`  ✓ ${given.length} 项任务`);
  await looks(play, { name: 'force', who: hand, path: `/disputes/${code}`, size: 'desktop', reads: '工地欠薪专班' });
  return given;
}

type Meeting = {
  form: 'consultation' | 'joint';
  moment: Date;
  postIds: string[];
  everybody: readonly Answer[];
  result: Answer;
  words: string;
};

/** Called, held and ended within the day. */
async function meet(table: Table, { form, moment, postIds, everybody, result, words }: Meeting): Promise<void> {
  const { at, mediator } = table;
  const partyIds =
    form === 'consultation' ? [] : [await employerOf(table), ...everybody.slice(0, 5).map(({ partyId }) => partyId)];
  const call = {
    ...{
      form,
      ...soonFrom(moment),
      roomIds: [],
      place: '工地项目部会议室',
      otherCodes: [],
      partyIds,
      postIds,
      unitIds: [],
    },
    ...{ agenda: words, bring: '', leadingUnitId: form === 'consultation' ? arbitration : null },
    shared: ['facts', 'demands', 'names'],
  };
  const { code } = await press(mediator, `${at}/sittings`, call, [words, 'A sitting is called.'], {
    ...quiet,
    status: 201,
  });
  const view = await mediator.quietly(`/api/sittings/${code}`);
  const here = { hereIds: view.invites.map(({ id }: Answer) => id) };
  await press(mediator, `/api/sittings/${code}/starts`, here, ['开始。', 'It begins.'], quiet);
  const results = [{ disputeId: view.disputes[0].id, ...result.of }];
  const ending = { results, text: result.text, toldRoutes: true, againOn: result.againOn, absent: [] };
  await press(mediator, `/api/sittings/${code}/endings`, ending, [result.text, 'It ends.'], quiet);
}

async function secondDay(
  play: Play,
  house: MorningHouse,
  code: string,
  given: readonly string[],
  everybody: readonly Answer[],
  day: Day,
) {
  house.clock.now = atTime(day, '08:40');
  chapter(play, '第二天：各查各的，过了日子的有人问', 'The second day: each does its part; who is late is asked.');
  const table = await cast(play, code);
  const [money, aid] = given as [string, string];
  const { items } = await table.hand.quietly('/api/work');
  if (!items.some(({ own, act }: Answer) => own === money && act === 'moveTask'))
    throw new Unexpected('nobody asks for the late task');
  await press(
    table.hand,
    `/api/tasks/${money}/day-changes`,
    { dueOn: day, reason: '总包昨天不在' },
    ['昨天没查完的，改到今天。', 'The late one is moved to today.'],
    quiet,
  );
  const head = await official(play, 'hongbo', '洪波（住建局）');
  for (const size of ['desktop', 'phone'] as const)
    await looks(play, { name: 'task', who: head, path: `/tasks/${money}`, size, reads: '查工程款拨付' });
  await looks(play, { name: 'work', who: table.hand, path: '/', size: 'desktop', reads: '工地拖欠三十人工资' });
  await press(
    head,
    `/api/tasks/${money}/results`,
    { result: '总包八月底拨过一笔，劳务公司拿去还了材料款；还有质保金可以先垫。' },
    ['查清了，报做完。', 'Found out, and reported.'],
    quiet,
  );
  await press(
    table.hand,
    `/api/tasks/${money}/confirmations`,
    { opinion: '可以拿质保金先付。' },
    ['认可。', 'Confirmed.'],
    quiet,
  );
  const legal = await official(play, 'zangwenxin', '臧文心（法律援助）');
  await legal.get(table.at, '专班里的人看得到。', 'In the task force.', ({ sight }) => ({ sight }));
  const helped = { result: '三十个人都讲了各条路怎么走，四个人当场办了申请。' };
  await press(legal, `/api/tasks/${aid}/results`, helped, ['讲清楚了，报做完。', 'Explained, and reported.'], quiet);
  await press(table.hand, `/api/tasks/${aid}/confirmations`, { opinion: '' }, ['认可。', 'Confirmed.'], quiet);
  const again = { of: { result: 'again' }, text: '总包愿意拿质保金先垫，明天签。', againOn: addDays(day, 1) };
  await meet(table, {
    form: 'joint',
    moment: house.clock.now,
    postIds: [],
    everybody,
    result: again,
    words: '面对面谈：钱从哪里出。',
  });
}

async function thirdDay(
  play: Play,
  house: MorningHouse,
  code: string,
  everybody: readonly Answer[],
  day: Day,
): Promise<void> {
  house.clock.now = atTime(day, '08:40');
  chapter(play, '第三天：法官到场，三十份协议当天签', 'The third day: a judge at the table, thirty agreements signed.');
  const table = await cast(play, code);
  const judge = await postOf(table.mediator, '140107-court', 'courtClerk');
  const agreed = { of: { result: 'agreed' }, text: '谈成了，当场签。', againOn: null };
  await meet(table, {
    form: 'joint',
    moment: house.clock.now,
    postIds: [judge],
    everybody,
    result: agreed,
    words: '面对面谈：签协议。',
  });
  const shares = [
    { share: 5_000, dueOn: day },
    { share: 5_000, dueOn: addDays(day, 30) },
  ];
  const words = {
    facts: '示例工地拖欠三十人工资。',
    what: '拖欠的工资',
    place: '工地项目部',
    committee: '示例人民调解委员会',
  };
  const group = await writeForAll(table, everybody, { ...words, madeOn: day, shares });
  await signAll(table, day);
  await settleAll(table, group, day);
  await payFirst(table, group, WORKERS, day);
  const tao: Someone = await official(play, 'taoran', '陶然（分流）');
  await press(
    tao,
    `${table.at}/task-force-ends`,
    { summary: '三天，三十份协议，第一笔都付了。' },
    ['专班结束。', 'The task force ends.'],
    quiet,
  );
  const lai = await official(play, 'laixiaoqin', '赖晓琴（住建局）');
  await lai.get(table.at, '专班散了，只看得到自己写过的。', 'What is left is what one wrote oneself.', ({ sight }) => ({
    sight,
  }));
}

export async function constructionThirty(asked: Play): Promise<void> {
  const day = tuesday();
  const house = await morningHouse(atTime(day, '08:30'), asked.log);
  const eyes = asked.browser ? await openEyes(house.address, 'construction-30', () => house.clock.now) : undefined;
  const play = { ...asked, url: house.address, eyes };
  try {
    const table = await begin(play, day);
    await takeRoster(table, {
      name: '示例工地工资明细.xlsx',
      bytes: await construction30(),
      rows: WORKERS,
      faulty: 0,
      mend: noneWrong,
    });
    const everybody = await everybodyOf(table);
    const given = await giveTasks(table, day);
    const psychologist = await postOf(table.mediator, '140107004-center', 'mediator');
    const again = { of: { result: 'again' }, text: '会诊：先查钱在哪里，明天再谈。', againOn: addDays(day, 1) };
    await meet(table, {
      form: 'consultation',
      moment: house.clock.now,
      postIds: [psychologist],
      everybody,
      result: again,
      words: '会诊：仲裁院牵头，各家开药。',
    });
    await secondDay(play, house, table.code, given, everybody, addDays(day, 1));
    await thirdDay(play, house, table.code, everybody, addDays(day, 2));
    tellActs(play);
  } finally {
    await eyes?.close();
    await house.stop();
  }
}
