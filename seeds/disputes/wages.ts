import { addDays, dayOf } from '../../src/platform/now.ts';
import type { Matter } from '../matters/matter.ts';
import { appointed } from '../mediation.ts';
import { organization, person } from '../parties.ts';
import { jointSession, taskDone } from '../sittings.ts';
import { situation } from '../situation.ts';
import {
  accept,
  acknowledge,
  archive,
  at,
  dispatch,
  handOf,
  headOf,
  keep,
  rate,
  report,
  settle,
  strikeOff,
  submit,
  triage,
  verify,
  visit,
} from '../steps.ts';
import { type Tale, taleOf } from '../tale.ts';

const humanResources = '140106-humanResources';

const ninety: Matter = {
  name: 'wages-of-ninety',
  category: '10',
  title: '九十多名工人被拖欠工资',
  from: [],
  against: [],
  began: 62,
  people: 93,
  yuan: 1236000,
  pay: 1236000,
  facts:
    '九十三名工人今年四月起在枫桥二期工地做主体和砌筑，按月记工，每月只发一千五百元生活费。{日}主体封顶以后班组退场，尾数一直没有结，最多的一个人差两万三，最少的也差六千多。总包说进度款已经拨给劳务公司，劳务公司说有三十多万的扣款争议没有谈完。十二名工人作为代表来登记，其余八十一人的名单附在后面。',
  demands: '结清九十三人的工资共{元}元，春节前回家',
  report:
    '当天下午把总包、劳务公司、班组长和工人代表请到一起，对了考勤表和工资表，九十三人的数额对上了九十人，剩下三人补记工单后再核。',
  terms:
    '总包单位从工资专户直接支付九十三人工资共{付}元，先付七成，余下三成在十五日内付清；劳务公司和总包之间的扣款另行结算，不影响工人领钱。',
};

const names = [
  '王福生',
  '李二小',
  '赵海云',
  '张满仓',
  '刘贵林',
  '段爱国',
  '武春生',
  '郝四清',
  '白兰柱',
  '胡卯生',
  '岳拴虎',
  '苗玉山',
];

function ninetyParties() {
  const workers = names.map((name, index) =>
    person(`ninety ${index}`, { name, female: false, birth: `${1966 + index * 2}-0${(index % 9) + 1}-1${index % 9}` }),
  );
  const labor = organization('晋东示范建筑劳务有限责任公司', { side: 'respondent', contactPerson: '霍经理' });
  const builder = organization('太原枫桥示范建设工程集团有限公司第三项目部', {
    side: 'respondent',
    contactPerson: '曲主任',
  });
  return [...workers, labor, builder];
}

function theNinety(office: Parameters<typeof taleOf>[2], name: string, ago: number, region: string): Tale {
  return taleOf(
    { ...ninety, name },
    {
      name,
      region,
      ago,
      lead: humanResources,
      support: ['140106-laborArbitration', '140106-court', '140106-justice', '140106-housing'],
      over: { parties: ninetyParties(), headCount: 12, source: 'walkIn', willing: 'yes' },
    },
    office,
  );
}

function jointTable(c: Tale): void {
  accept(c);
  triage(c, { safety: { crowd: true }, toldWhom: '迎泽公安分局指挥中心，人社局分管领导' });
  dispatch(c);
  acknowledge(c);
  report(c);
  report(c, '派两名仲裁员到现场，准备了九十三份申请书，调不成当天可以立案。', headOf('140106-laborArbitration'));
  report(c, '承办法官到场，讲了司法确认的办法，协议签好可以当天受理。', headOf('140106-court'));
}

export const wagesSituations = [
  situation('wages-of-ninety', '九十三名工人讨薪，多部门同桌，正在调处', (office) => {
    const c = theNinety(office, 'wages-of-ninety', 6, '140106100008');
    jointTable(c);
    appointed(c, '140106-mediation-labor', '140106-mediation-construction');
    c.t.on(1);
    taskDone(c, at('handler', humanResources), at('unitHead', '140106-housing'), {
      title: '查工程款拨到哪里',
      ask: '到总包和劳务公司各查一遍：这个工地的进度款拨了多少、什么时候拨的、拨到哪个户。',
      result: '总包两次拨款都进了劳务公司账户，工资专户还有质保金可以动用，凭证附在材料里。',
    });
    jointSession(c, {
      mediator: at('mediator', '140106-mediation-labor'),
      asked: [at('courtClerk', '140106-court'), at('arbitrator', '140106-laborArbitration')],
      agenda: '九十三个人的数额怎么定，钱从哪里出',
      minutes: {
        told: '告知双方权利义务，自愿调解，不愿意可以随时去仲裁、起诉。',
        said: '工人代表：数额对上的九十人先付。劳务公司：扣款没有谈完。总包：工资专户可以先付，扣款另算。',
        checked: '人社局报了对账的结果，仲裁员说了仲裁要多久，法官说了协议怎么确认。',
        plan: '总包从工资专户先付七成，余下三成十五日内付清；三名漏记的补了工单再签。',
      },
      said: '谈成大半，漏记的三人补了工单再签。',
    });
    c.t
      .on(2)
      .step(at('handler', humanResources), 'report', {
        text: '劳务公司交来分包合同和扣款单，三名漏记的工人补了工单，九十三人的数额全部对上。',
        forResident: '九十三个人的数额已经全部对上，正在谈付款的日子。',
      })
      .on(4)
      .step(at('handler', humanResources), 'message', {
        text: '明天上午九点在三层联席会议室签字，请带身份证和银行卡。',
        toResident: true,
      })
      .step('resident', 'message', { text: '收到了，有四个人在外地，能不能让家里人代签？' });
    return c.t.story();
  }),

  situation('wages-of-thirty', '三十多人讨薪，三天谈成，分期付清后归档', (office) => {
    const c = theNinety(office, 'wages-of-thirty', 32, '140106005009');
    jointTable(c);
    appointed(c, '140106-mediation-labor');
    c.t.on(2);
    settle(c, { form: 'written', items: thirds(c, office.dayAgo(30)) });
    submit(c, handOf(humanResources), '协议已签，工资专户首付款已到个人卡，名单和回单附后，申请办结。').on(3);
    verify(c).on(6);
    keep(c, handOf(humanResources));
    visit(c, { performed: 'performing', words: '十二名代表都问到了，首付款全部到账，等第二笔。' }).on(7);
    rate(c, 5).on(8);
    strikeOff(c).on(12);
    archive(c).on(13);
    keep(c).on(22);
    keep(c);
    return c.t.story();
  }),
];

/** Three dates, one sum. */
function thirds(c: Tale, signed: string) {
  const cents = (c.pay ?? 0) * 100;
  const [first, second] = [Math.round(cents * 0.7), Math.round(cents * 0.2)];
  const due = (days: number) => addDays(dayOf(new Date(`${signed}T12:00:00+08:00`)), days);
  return [
    { obligation: '总包从工资专户付第一笔（七成）', amountCents: first, dueOn: due(3) },
    { obligation: '总包付第二笔（两成）', amountCents: second, dueOn: due(15) },
    { obligation: '总包付第三笔（一成）', amountCents: cents - first - second, dueOn: due(30) },
  ];
}
