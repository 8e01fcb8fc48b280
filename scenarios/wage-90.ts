import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimantInput } from '../src/claimants/claimant.ts';
import { emptyParty } from '../src/intake/party.ts';
import { repositoryRoot } from '../src/platform/config.ts';
import { newId } from '../src/platform/ids.ts';
import { addDays, dayOf, now } from '../src/platform/now.ts';
import { noDanger } from '../src/routing/testing/noDanger.ts';
import { type Answer, chapter, official, type Play, type Someone, someone, Unexpected } from './client.ts';
import { wage90, worker } from './data/rosters.ts';
import { looks } from './eyes.ts';
import {
  actsSoFar,
  counted,
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
  type Words,
  writeForAll,
} from './manyAtTable.ts';

import { paperComesBack } from './paperBack.ts';

export const title = '九十个人的工资 · Ninety workers and their wages';
export const intro = [
  '由 `npm run scenario -- wage-90` 走一遍写成：从十二个代表走进大厅，到九十份协议签好、第一笔钱付出去。人和号码都是编的。',
  '',
  'Written by `npm run scenario -- wage-90`: from twelve who walk in to ninety signed agreements and the first money paid. Everybody is invented.',
  '',
  '加上 `--browser`，同一些人也在真的浏览器里打开各自的页，在平板上用手指签一份；拍下来的在 docs/screenshots/wage-90-*.png。 With `--browser` the same people open their pages in a real browser, and one agreement is signed with a finger on a tablet: docs/screenshots/wage-90-*.png.',
];

const humanResources = '140106-humanResources';
const arbitration = '140106-laborArbitration';
const WORKERS = 90;
const PAID = 71;
const today = () => dayOf(now());

const registration = () => ({
  parties: [
    { ...emptyParty, name: worker(0).name, idNumber: worker(0).idNumber, phone: worker(0).phone },
    {
      ...{ ...emptyParty, side: 'respondent', kind: 'organization', idKind: 'creditCode' },
      ...{ name: '示例服装厂', phone: '13800007711' },
    },
  ],
  ...{ categoryCode: '10', source: 'walkIn', regionCode: '140106004004', address: '示例工业园1号', amountCents: null },
  title: '服装厂拖欠工资',
  facts:
    '示例服装厂从6月起没有发工资，厂里还有九十来个人在干活。老板说货款收不回来，工人来了十二个代表，要求先把工资发了。',
  ...{ demands: '付清6到8月的工资', occurredOn: addDays(today(), -60), peopleInvolved: WORKERS, willing: 'yes' },
  ...{ headCount: 12, restriction: null, uploads: [], creditCodeConfirmed: false, commandId: newId() },
});

async function begin(play: Play): Promise<Table> {
  chapter(play, '一、登记到承办', 'From the counter to the unit in charge.');
  const desk = await official(play, 'jiamin', '贾敏（接待）');
  const li = await official(play, 'lina', '李娜（分流）');
  const came = ['十二个人来，登记一件。', 'Twelve came: one matter.'] as const;
  const { code, slips } = await press(desk, '/api/disputes', registration(), came, {
    status: 201,
    show: (answer: Answer) => {
      play.same.hideCode(answer.code, '迎泽');
      return { code: answer.code };
    },
  });
  const at = `/api/disputes/${code}`;
  await press(desk, `${at}/acceptances`, {}, ['受理，从这里开始计时。', 'Accepts it; the hour begins.']);
  const grades = {
    difficulty: 'complex',
    urgency: 'high',
    gravity: 'high',
    safety: noDanger,
    toldWhom: '',
    reason: '',
  };
  await press(li, `${at}/triages`, grades, ['研判：复杂，急。', 'Triages it: complex, urgent.']);
  const to = { leadUnitId: humanResources, supportingUnitIds: [arbitration], message: '今天就坐到一起。' };
  await press(li, `${at}/dispatches`, to, ['分流给人社局，仲裁院协办。', 'To human resources, with the arbitration.']);
  const duan = await official(play, 'duanruifang', '段瑞芳（人社局）');
  await press(duan, `${at}/acknowledgements`, { plan: '马上约厂里。' }, ['签收。', 'Signs for it.']);
  const postId = await postOf(duan, humanResources, 'handler');
  await press(duan, `${at}/assignments`, { postId, note: '' }, ['指派牛晓宇。', 'Assigns a handler.']);
  const hand = await official(play, 'niuxiaoyu', '牛晓宇（承办人）');
  const proposed = await li.quietly(`${at}/mediator-proposals`);
  const knows = proposed.find(({ name }: Answer) => name === '岳欣兰') ?? {};
  const asked = { postIds: [knows.postId], basis: 'proposed' };
  await press(li, `${at}/mediator-appointments`, asked, [
    '按懂的类别，请岳欣兰。',
    'Asks the mediator who knows wages.',
  ]);
  const mediator = await official(play, 'yuexinlan', '岳欣兰（调解员）');
  const free = ['申报：和双方没有要回避的关系。', 'Nothing ties her to a party.'] as const;
  await press(mediator, `${at}/tie-declarations`, { ties: [] }, free);
  await looks(play, {
    ...{ name: 'dispute', who: hand, path: `/disputes/${code}`, size: 'desktop', reads: '服装厂拖欠工资' },
  });
  return { play, code, at, desk, hand, mediator, pin: slips[0].pin };
}

/** What is wrong in the three rows, put right as the workers say it. */
function mend({ claimant, rowNumber }: Row): ClaimantInput {
  const index = [11, 36, 62].find((each) => claimant.name === worker(each).name);
  if (index === undefined) throw new Unexpected(`row ${rowNumber} is wrong and was not meant to be`);
  const { idNumber, wages, overtime } = worker(index);
  const more = overtime > 0 ? [{ kind: 'overtime' as const, cents: overtime * 100 }] : [];
  return { ...claimant, idNumber, items: [{ kind: 'wages', cents: wages * 100 }, ...more] };
}

async function roster(table: Table): Promise<Answer[]> {
  chapter(table.play, '二、九十个人的名单，推选代表', 'The roster of ninety, and who speaks for them.');
  const book = { name: '示例服装厂拖欠工资名单.xlsx', bytes: await wage90(), rows: WORKERS, faulty: 3, mend };
  await takeRoster(table, book);
  const everybody = await everybodyOf(table);
  if (everybody.length !== WORKERS) throw new Unexpected(`${everybody.length} on the roster`);
  const [first, ...others] = everybody.map(({ partyId }) => partyId);
  const choice = {
    chosenPartyId: first,
    byPartyIds: others,
    scope: 'general',
    how: '在大厅举手推选，各自签了推选书。',
  };
  const law = [
    '十人以上，推选代表（《劳动争议调解仲裁法》第七条）。',
    'Ten or more choose who speaks for them.',
  ] as const;
  await press(table.hand, `${table.at}/representative-choices`, choice, law, quiet);
  return everybody;
}

async function sitting(table: Table, everybody: readonly Answer[]): Promise<string> {
  const { play, at, mediator } = table;
  chapter(play, '三、法官、仲裁员、部门坐到一起：联调', 'Judge, arbitrator and departments at one table.');
  const { rooms } = await mediator.quietly('/api/bookings?center=140106-center');
  const judge = await postOf(mediator, '140106-court', 'courtClerk');
  const arbitrator = await postOf(mediator, arbitration, 'arbitrator');
  const call = {
    ...{ form: 'several', ...soonFrom(now()), roomIds: [rooms[0].id], place: '', leadingUnitId: null, otherCodes: [] },
    ...{ agenda: '6到8月工资怎么付', bring: '工资表、考勤', shared: ['facts', 'demands', 'names'] },
    partyIds: [await employerOf(table), ...everybody.slice(0, 3).map(({ partyId }) => partyId)],
    ...{ postIds: [judge, arbitrator], unitIds: ['140106-housing'] },
  };
  const called = ['约联调：法院、仲裁院、住建局。', 'Calls the joint session.'] as const;
  const { code } = await press(mediator, `${at}/sittings`, call, called, { ...quiet, status: 201 });
  const its = `/api/sittings/${code}`;
  for (const [login, who] of [
    ['baijie', '白洁（法院）'],
    ['wenjuan', '温娟（仲裁员）'],
    ['mazhanshan', '马占山（住建局）'],
  ] as const) {
    const official_ = await official(play, login, who);
    await press(official_, `${its}/answers`, { comes: true, reason: '' }, ['接受邀请。', 'Accepts.'], quiet);
    const sees = '看得到给大家看的内容，这件事本身看不到。';
    await official_.get(its, sees, 'Reads what was put on the table.', ({ shared }) => shared);
    await official_.ask('GET', at, undefined, {
      zh: '纠纷那一页打不开。',
      en: 'Not the dispute.',
      status: 404,
      show: () => undefined,
    });
  }
  const view = await mediator.quietly(its);
  const here = { hereIds: view.invites.map(({ id }: Answer) => id) };
  await press(mediator, `${its}/starts`, here, ['人到齐，开始。', 'Everybody is here: it begins.'], quiet);
  const disputeId = view.disputes[0].id;
  const minutes = {
    told: '告知双方权利义务，自愿调解，不愿意可以随时去仲裁、起诉。',
    said: '工人代表：三个月工资一分没有。厂方：货款月底前到，愿意先付一半。',
    checked: '人社局核对工资表，仲裁员说明仲裁要多久，法官说明协议怎么确认。',
    plan: '分两次付：一个月内一半，两个月内一半。',
  };
  for (const [section, text] of Object.entries(minutes)) {
    counted(mediator);
    const kept = { disputeId, section, text, base: 0, take: false };
    await mediator.ask('PUT', `${its}/minutes`, kept, {
      ...quiet,
      zh: '边说边记。',
      en: 'Minutes while they speak.',
      status: 200,
    });
  }
  for (const size of ['tablet', 'desktop'] as const)
    await looks(play, { name: 'sitting', who: mediator, path: `/sittings/${code}`, size, reads: '调解记录' });
  const results = [{ disputeId, result: 'agreed' }];
  const ending = { results, text: '谈成了，今天就签。', toldRoutes: true, againOn: null, absent: [] };
  await press(mediator, `${its}/endings`, ending, ['谈成了，结束。', 'Agreed: it ends.'], quiet);
  return (await mediator.quietly(its)).startedAt;
}

/** The worker who came to the counter opens his own page on his own phone. */
async function residentLooks({ play, code, pin = '' }: Table): Promise<void> {
  const resident = someone(play, worker(0).name);
  const opened = { zh: '工人用手机看自己的事。', en: 'A worker looks on his phone.', status: 303, sent: '…' };
  await resident.ask('POST', `/c/${code}`, new URLSearchParams({ pin }), { ...opened, show: () => undefined });
  await looks(play, {
    name: 'resident',
    who: resident,
    path: `/c/${code}/progress`,
    size: 'phone',
    reads: /已付|收到|付/,
  });
}

async function closing(table: Table): Promise<void> {
  const { play, at, mediator, hand } = table;
  chapter(play, '七、办结了，还没有了', 'Closed, and not over.');
  await press(
    hand,
    `${at}/closure-submissions`,
    { result: '九十份协议签好，正在付。' },
    ['提交办结。', 'Submits closure.'],
    quiet,
  );
  const wang = await official(play, 'wangfang', '王芳（办结审核）');
  await press(wang, `${at}/closures`, { opinion: '材料齐，同意办结。' }, ['通过办结。', 'Closed.'], quiet);
  const list = await mediator.quietly('/api/promises?part=open');
  if (list.rows.length === 0) throw new Unexpected('nothing is followed any more');
  const { totals } = await mediator.get(
    `${at}/claimants`,
    '案结了，钱还在一笔一笔跟。',
    'Closed; the money is still followed.',
    (view) => view.totals,
  );
  if (totals.paid + totals.paidCents === 0) throw new Unexpected('nothing is paid');
  await residentLooks(table);
}

/** All of it as one file, in the order of the law's samples, by one job; and what else is left, in a folder of its own. */
async function papers({ play, code, at, desk, mediator }: Table): Promise<void> {
  chapter(play, '七、九十份协议和别的文书，一卷', 'Ninety agreements and all other papers, one file.');
  const folder = join(repositoryRoot, '.data', 'scenarios', 'wage-90');
  mkdirSync(folder, { recursive: true });
  const keep = async (name: string, path: string) => writeFileSync(join(folder, name), await mediator.file(path));
  await looks(play, { name: 'dossier', who: desk, path: `/disputes/${code}/dossier`, size: 'desktop', reads: '还缺' });
  const from = performance.now();
  const job = async (who: Someone, noun: string, body: object, words: Words): Promise<Answer> => {
    const { id } = await press(who, `${at}/dossier/${noun}`, body, words, { ...quiet, status: 201 });
    const ended = await who.until(`/api/jobs/${id}`, ({ state }) => state !== 'running', '做好了。', 'Done.');
    if (ended.state !== 'done') throw new Unexpected(`the job is ${ended.state}: ${ended.problem}`);
    return ended.result;
  };
  const bound = await job(mediator, 'bindings', {}, ['装订成卷。', 'Binds the file.']);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  await keep('卷宗.pdf', `${at}/dossier/files/${bound.id}/0`);
  const zip = { forms: ['agreement'], as: 'zip' };
  const lot = await job(mediator, 'paper-prints', zip, [
    '九十份协议，每份一个文件。',
    'Ninety agreements, a file each.',
  ]);
  await keep('协议书.zip', `${at}/dossier/files/${lot.id}/0`);
  await keep('名单.xlsx', `${at}/claimants.xlsx?form=roster`);
  await keep('签字表.xlsx', `${at}/claimants.xlsx?form=signing`);
  if (lot.rows !== WORKERS || bound.rows < WORKERS)
    throw new Unexpected(`${lot.rows} agreements, ${bound.rows} sheets`);
  play.log(`  卷宗 ${bound.rows} 页，${seconds} 秒；文件在 ${folder}`);
}

export async function wageNinety(play: Play): Promise<void> {
  const table = await begin(play);
  const { timeline } = await table.desk.quietly(table.at);
  const accepted = timeline.find(({ type }: Answer) => type === 'accept').at;
  const everybody = await roster(table);
  const before = actsSoFar();
  const started = await sitting(table, everybody);
  chapter(play, '四、一套条款，九十份协议，签字桌', 'One set of terms, ninety agreements, and the signing table.');
  const shares = [30, 60].map((days) => ({ share: 5_000, dueOn: addDays(today(), days) }));
  const words = { facts: '示例服装厂拖欠工人6到8月工资。', what: '拖欠的6到8月工资', place: '迎泽区综治中心' };
  const committee = '示例劳动争议人民调解委员会';
  const group = await writeForAll(table, everybody, { ...words, committee, madeOn: today(), shares });
  await signAll(table, today());
  chapter(play, '五、达成协议，一笔一笔付', 'Settled, and paid one by one.');
  await settleAll(table, group, today());
  await payFirst(table, group, PAID, today());
  await paperComesBack(table, group);
  await closing(table);
  await papers(table);
  const minutes = (new Date(started).getTime() - new Date(accepted).getTime()) / 60_000;
  play.log(
    `从受理到联调开始：${minutes.toFixed(1)} 分钟，到约联调一共按了 ${before} 次。From acceptance to the joint session.`,
  );
  tellActs(play);
  if (minutes > 60) throw new Unexpected('more than an hour to the joint session');
}
