import { reading } from '../../src/platform/db.ts';
import { addDays, dayOf } from '../../src/platform/now.ts';
import { takeStep } from '../../src/procedures/takeStep.sql.ts';
import { courses } from '../courses.ts';
import { matterOf } from '../matters/all.ts';
import { situation } from '../situation.ts';
import { type Live, residentOf, type Stage } from '../stage.ts';
import { acknowledge, at, handOf, headOf, intake, report, settle, submit, verify, visit } from '../steps.ts';
import { type Tale, taleOf } from '../tale.ts';

/** Open notices about the dispute that wait for an answer, or for the center to lift them. */
async function noticesThat(stage: Stage, live: Live, status: 'sent' | 'answered'): Promise<string[]> {
  const { countyCode } = await residentOf(stage, live);
  const house = { counties: [countyCode], viewers: ['system'] };
  const found = await reading(stage.engine.db, house, (queries) =>
    queries
      .selectFrom('visible_supervision_notice as n')
      .innerJoin('matter as m', (join) =>
        join.onRef('m.county_code', '=', 'n.county_code').onRef('m.id', '=', 'n.matter_id'),
      )
      .select('m.code')
      .where('n.county_code', '=', countyCode)
      .where('n.about_matter_id', '=', live.matterId)
      .where('m.status', '=', status)
      .execute(),
  );
  return found.map(({ code }) => code);
}

/** The head of the unit answers what was sent; the center's supervisor may lift it. */
function answer(c: Tale, why: string, did: string): void {
  c.t.add(async (stage, live, now) => {
    const head = headOf(c.lead);
    if (head === 'resident') return;
    const deps = { ...stage.engine, now: () => now };
    const body = { did, why, until: addDays(dayOf(now), 7) };
    for (const code of await noticesThat(stage, live, 'sent'))
      await takeStep(deps, deps.kinds.supervision, stage.post(head.role, head.unitId), code, 'answerSupervision', body);
  });
}

function lift(c: Tale, text: string): void {
  c.t.add(async (stage, live, now) => {
    const deps = { ...stage.engine, now: () => now };
    const supervisor = stage.post('supervisor', c.t.centerId);
    for (const code of await noticesThat(stage, live, 'answered'))
      await takeStep(deps, deps.kinds.supervision, supervisor, code, 'liftSupervision', { text });
  });
}

export const lateSituations = [
  situation('supervised', '反馈逾期，发了督办单，还没有回复', (office) => {
    const c = taleOf(
      { ...matterOf('decoration'), title: '装修公司中途加价停工', name: 'supervised' },
      { name: 'supervised', region: '140106004012', ago: 6, lead: '140106-housing' },
      office,
    );
    courses.silent(c);
    return c.t.story();
  }),

  situation('supervised-answered', '督办单已回复，等督办岗核销', (office) => {
    const c = taleOf(
      { ...matterOf('kitchen-fume'), title: '火锅店油烟熏得不敢开窗', name: 'supervised-answered' },
      { name: 'supervised-answered', region: '140106005006', ago: 7 },
      office,
    );
    courses.silent(c);
    c.t.on(6);
    answer(c, '经办人出差没有交接，是单位的责任。', '今天已经上门测了油烟，三日内拿出整改意见。');
    report(c);
    return c.t.story();
  }),

  situation('supervised-lifted', '督办以后办完，督办单解除，已回访', (office) => {
    const c = taleOf(
      { ...matterOf('prepaid-salon'), title: '理发店充值卡退不了', name: 'supervised-lifted' },
      { name: 'supervised-lifted', region: '140106003009', ago: 14 },
      office,
    );
    courses.silent(c);
    c.t.on(6);
    answer(c, '前期联系不上经营者，没有及时写反馈。', '已经找到人，明天来中心谈。');
    report(c).step(at('supervisor', c.t.centerId), 'remind', { text: '请按回复的时间抓紧。' });
    lift(c, '回复属实，已经有进展，核销。');
    c.t.on(7);
    settle(c);
    submit(c).on(8);
    verify(c).on(10);
    visit(c);
    return c.t.story();
  }),

  situation('twice-late', '反馈和办结两个钟都逾期，第二次督办', (office) => {
    const c = taleOf(
      { ...matterOf('shop-loss'), title: '修路围挡挡住面馆', name: 'twice-late' },
      { name: 'twice-late', region: '140106001003', ago: 12 },
      office,
    );
    courses.silent(c);
    return c.t.story();
  }),

  situation('up-to-the-city', '区里办不动，提到市中心牵头', (office) => {
    const c = taleOf(
      {
        ...matterOf('transition-fee'),
        title: '跨区安置房迟迟不交',
        facts:
          '六十多户三年前从本区搬出，安置房建在另一个区，协议写明去年年底交钥匙。现在主体盖好了，水电和道路没有通，两个区的指挥部一个说资金没有拨到位，一个说手续在对方那里。{日}几十户代表一起来中心，说租房租了三年，老人一个一个等走了，只想知道到底找谁、什么时候能住进去。',
        name: 'up-to-the-city',
      },
      { name: 'up-to-the-city', region: '140106005001', ago: 5, lead: '140106-center', over: { peopleInvolved: 64 } },
      office,
    );
    courses.reported(c);
    c.t.on(2).step(handOf(c.lead), 'escalate', { reason: '房子在另一个区，牵涉两个区的指挥部，请市中心牵头。' });
    acknowledge(c, '140100-center').on(3);
    report(c, '市中心约了两个区的指挥部，下周一开协调会。', handOf('140100-center'));
    return c.t.story();
  }),

  situation('threat', '扬言报复，先报公安，按复杂办', (office) => {
    const c = taleOf(
      {
        ...matterOf('parking-spot'),
        title: '挪车争执扬言砸车',
        facts:
          '两家为单元门口的车位争了大半年。{日}晚上申请人的车被堵在里面，打了六次电话对方才下来，两个人吵了起来，对方当着邻居的面说“再打电话就把你的车砸了，见一次砸一次”，还从后备厢里拿出一根铁管。申请人当晚报了警，这几天不敢让孩子一个人下楼。',
        name: 'threat',
      },
      { name: 'threat', region: '140106004007', ago: 1, support: ['140106-publicSecurity'] },
      office,
    );
    intake(c, { difficulty: 'complex', safety: { threat: true }, toldWhom: '迎泽派出所值班民警，已经出警' });
    acknowledge(c);
    return c.t.story();
  }),
];
