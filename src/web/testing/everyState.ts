import { anAgreement, aTerm } from '../../agreements/testing/anAgreement.ts';
import { noDanger } from '../../routing/testing/noDanger.ts';
import type { Clerk, Site } from './site.ts';
import { bringTo, registered, type Staff, yingze } from './story.ts';

const reason = { reason: '当事人在外地打工，来电话说先不谈了，过完年再说。' };

/** A matter in each state that a page or a form needs, by name. */
export async function everyState(staff: Staff) {
  const begin = async (title: string, last?: string) => {
    const { code, slips } = await registered(staff.receptionist, { title });
    if (last) await bringTo(staff, code, last);
    return { code: code as string, pin: slips[0].pin as string };
  };
  /** Not a simple one: its limit may be extended. */
  const inHand = async (title: string) => {
    const begun = await begin(title, 'acceptances');
    const grades = { difficulty: 'ordinary', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '' };
    await act('dispatcher', begun, 'triages', { ...grades, reason: '双方说法不一，要到现场看。' });
    await bringTo(staff, begun.code, 'acknowledgements', 'dispatches');
    return begun;
  };
  const act = (who: keyof Staff, { code }: { code: string }, noun: string, body: object) =>
    staff[who].post(`/api/disputes/${code}/${noun}`, body);
  const matters = {
    registered: await begin('楼道堆放杂物，挡住消防通道，多次劝说不听'),
    declined: await begin('要求撤销法院已经生效的判决'),
    accepted: await begin('车位归属说不清，两家轮流堵车', 'acceptances'),
    triaged: await begin('装修噪声扰民，中午不停工', 'triages'),
    dispatched: await begin('楼上漏水赔偿', 'dispatches'),
    disputed: await begin('公共管道漏水，物业和住户都说不归自己修', 'dispatches'),
    inMediation: await begin('房屋租赁押金不退', 'progress-reports'),
    asked: await begin('物业费收取标准争议', 'acknowledgements'),
    paused: await begin('宠物伤人赔偿', 'acknowledgements'),
    inHand: await inHand('承重墙开裂，两家都说不是自己装修弄的'),
    extensionAsked: await inHand('老房改造后漏电，施工方说已经过了保修期'),
    waiting: await inHand('宅基地边界各说各的，要等测绘'),
    besideLaw: await inHand('试用期被辞退，工资和补偿都没有给'),
    linked: await begin('车位归属说不清，邻居也来说', 'acceptances'),
    written: await begin('楼上漏水，谈好了怎么赔', 'acknowledgements'),
    failed: await begin('合伙开店散伙分账', 'acknowledgements'),
    settled: await begin('老人赡养费分担', 'settlements'),
    submitted: await begin('电动车在楼道充电', 'closure-submissions'),
    closed: await begin('空调外机滴水', 'closures'),
    rated: await begin('门口堆放建筑垃圾', 'ratings'),
    contested: await begin('广场舞音量过大', 'closures'),
    struckOff: await begin('快递柜占用绿地', 'strike-offs'),
    archived: await begin('邻居花盆坠落', 'archives'),
  };
  await act('approver', matters.declined, 'declines', {
    ground: 'elsewhere',
    reason: '法院已经作出生效判决，不服只能走再审，综治中心不能改判。',
    goTo: '太原市迎泽区人民法院诉讼服务中心',
    way: 'none',
    startedOn: null,
  });
  await act('head', matters.disputed, 'send-backs', {
    reason: '漏点在公共立管上，不是两户之间的事。',
    basis: '职责清单：共用设施设备由物业主管部门负责',
    betterUnitId: '140106-housing',
  });
  await act('dispatcher', matters.linked, 'merges', { leadCode: matters.accepted.code, reason: '说的是同一个车位。' });
  for (const matter of [matters.asked, matters.paused])
    await act('handler', matter, 'material-requests', { what: '维修收据和房产证复印件', workingDays: 3 });
  await act('approver', matters.paused, 'pause-decisions', { approve: true, reason: '损失多少要看收据，同意等三天。' });
  const more = { clockKind: 'handle', length: 3, reason: '施工方下周才能派人到现场。', plan: [] };
  await act('handler', matters.extensionAsked, 'extension-requests', more);
  const wait = { ground: 'appraisal', what: '宅基地测绘结果', until: '2026-10-10' };
  await act('handler', matters.waiting, 'wait-requests', wait);
  await act('approver', matters.waiting, 'pause-decisions', { approve: true, reason: '没有测绘说不清，同意等。' });
  const limit = { kind: 'laborAward', day: '2026-09-29', note: '仲裁院已经立案，这边接着谈。' };
  await act('handler', matters.besideLaw, 'statutory-clocks', limit);
  // Near its end at once, and of somebody without a slip: a person has to tell him.
  const { parties } = await staff.handler.get(`/api/disputes/${matters.besideLaw.code}`);
  const own = { kind: 'trafficReviewRequest', day: '2026-09-26', note: '送达', partyId: parties.at(-1).id };
  await act('handler', matters.besideLaw, 'statutory-clocks', own);
  const [applicant, respondent] = (await staff.handler.get(`/api/disputes/${matters.written.code}`)).parties;
  const agreement = anAgreement({ partyIds: [applicant.id, respondent.id], terms: [aTerm()], totalCents: null });
  await act('handler', matters.written, 'agreements', { agreementId: null, reason: '', agreement });
  await act('handler', matters.failed, 'failures', { ...reason, toldRoutes: true });
  await act('receptionist', matters.contested, 'contests', reason);
  return matters;
}
export type Matters = Awaited<ReturnType<typeof everyState>>;

/** What is owed by an agreement, in money, late and as a deed, and partly paid; and who mediates, wanted or not. */
export async function atTheTable(staff: Staff, mediator: Clerk) {
  const begin = async (title: string) => {
    const { code } = await registered(staff.receptionist, { title });
    await bringTo(staff, code, 'acknowledgements');
    return { code: code as string };
  };
  const table = {
    owed: await begin('拖欠装修尾款，分三次付'),
    mediated: await begin('合租退押金，两家都说对方弄坏的'),
    unwanted: await begin('地下室渗水，要换人调'),
  };
  const post = (who: Pick<Clerk, 'post'>, { code }: { code: string }, noun: string, body: object) =>
    who.post(`/api/disputes/${code}/${noun}`, body);
  const [payee, payer] = (await staff.handler.get(`/api/disputes/${table.owed.code}`)).parties;
  const sides = { payerPartyId: payer.id, payeePartyId: payee.id };
  const sum = { amountCents: 300_000, ...sides };
  const items = [
    { ...sum, obligation: '付第一笔', dueOn: '2026-09-25' },
    { ...sum, obligation: '付第二笔', dueOn: '2026-12-25' },
    { ...sum, obligation: '把墙面补好', amountCents: null, dueOn: '2026-10-31' },
  ];
  const terms = {
    form: 'written',
    terms: '尾款分两次付清，墙面补好。',
    effectiveOn: '2026-09-20',
    totalCents: 600_000,
  };
  await post(staff.handler, table.owed, 'settlements', { ...terms, mediatedBy: 'committee', contains: [], items });
  const paid = { ...sides, cents: 100_000, paidOn: '2026-09-29', how: 'cash' };
  await post(staff.handler, table.owed, 'payments', paid);
  const { id } = (await mediator.get('/api/me')).post;
  for (const each of [table.mediated, table.unwanted])
    await post(staff.dispatcher, each, 'mediator-appointments', { postIds: [id], basis: 'proposed' });
  const force = {
    name: '押金专班',
    aim: '看清楚是谁弄坏的',
    leaderPostId: id,
    memberPostIds: [id],
    until: '2026-12-31',
  };
  await post(staff.dispatcher, table.mediated, 'task-forces', force);
  const { mediators } = await staff.handler.get(`/api/disputes/${table.unwanted.code}`);
  const why = { mediatorId: mediators[0].id, ...reason };
  await post(staff.receptionist, table.unwanted, 'mediator-objections', why);
  return table;
}

/** People who look at matters without working on them, and those who keep the house. */
export async function onlookers(site: Site) {
  return {
    cityDispatcher: await site.clerk('韩雪', 'dispatcher', '140100-center'),
    supportingHead: await site.clerk('郑浩', 'unitHead', '140106-housing'),
    gridWorker: await site.clerk('孙晓', 'gridWorker', '140106004-center'),
    mediator: await site.clerk('马青', 'mediator', yingze),
    systemAdmin: await site.clerk('周明', 'systemAdmin', yingze),
    securityAdmin: await site.clerk('吴静', 'securityAdmin', yingze),
    auditAdmin: await site.clerk('冯涛', 'auditAdmin', yingze),
  };
}
