import { courses } from '../courses.ts';
import { matterOf } from '../matters/all.ts';
import type { Matter } from '../matters/matter.ts';
import { appointed, changed } from '../mediation.ts';
import type { Office } from '../office.ts';
import { elder, organization, person } from '../parties.ts';
import { situation } from '../situation.ts';
import { accept, acknowledge, deskOf, dispatch, handOf, report, settle, submit, triage } from '../steps.ts';
import { type Casting, type Tale, taleOf } from '../tale.ts';

const respondent = { side: 'respondent' as const };

function of(matter: Matter, casting: Casting, office: Office): Tale {
  return taleOf({ ...matter, name: casting.name }, casting, office);
}

/** Who comes to a counter: without papers, from abroad, with a lawyer, with a rare name, ten at once. */
export const peopleSituations = [
  situation('without-papers', '没有证件的老人，侄子代办', (office) => {
    const old = elder('no papers', { name: '乔根娃', female: false, idKind: 'none', idNumber: '', phone: '' });
    const parties = [
      { ...old, idException: '身份证去年搬家时丢了，正在派出所补办' },
      person('nephew', {
        name: '乔小军',
        represents: 0,
        representation: 'agent',
        authority: '代为陈述、接收材料，不能代签协议',
      }),
      person('landlord', { name: '阎启明', ...respondent }),
    ];
    const matter = {
      ...matterOf('deposit'),
      title: '老人租的平房要被收回',
      facts:
        '老人一个人租住城边的平房，住了九年，每月房租三百元，从来没有拖欠。{日}房东说房子要给儿子结婚用，让他月底前搬走。老人腿脚不便，冬天已经烧上了炉子，一时找不到别的住处，侄子家也住不下。房东说当初没有签合同，想什么时候收就什么时候收。',
      demands: '住到开春再搬，退还预交的房租{元}元',
      report: '到老人住处看了，炉子和煤都备好了。房东同意缓到开春，只是怕到时候不搬。',
      terms: '老人住到明年三月底，房租照旧；到期搬走，房东退还预交的房租{付}元；社区帮着联系公租房，房东不断水断电。',
      yuan: 1200,
      pay: 1200,
    };
    const c = of(
      matter,
      {
        name: 'without-papers',
        region: '140106004014',
        ago: 4,
        over: { parties, peopleInvolved: 3, source: 'gridReport', address: '南内环街桥西平房12号' },
      },
      office,
    );
    courses.reported(c);
    return c.t.story();
  }),

  situation('from-abroad', '外国游客持护照投诉，金额小，当天谈成', (office) => {
    const guest = person('guest', {
      name: 'Anna Example',
      idKind: 'passport',
      idNumber: 'X00000000',
      phone: '13800000088',
    });
    const parties = [guest, organization('山脚下民宿客栈', respondent)];
    const c = of(
      matterOf('homestay-bill'),
      { name: 'from-abroad', region: '140106001009', ago: 9, over: { parties, headCount: 2 } },
      office,
    );
    courses.rated(c);
    return c.t.story();
  }),

  situation('with-lawyer', '公司对公司，双方都有代理人', (office) => {
    const parties = [
      organization('太原市迎泽区枫桥示范物业服务有限公司第三分公司', { contactPerson: '戚主任' }),
      person('lawyer', {
        name: '晏清',
        represents: 0,
        representation: 'agent',
        authority: '律师，特别授权：代为承认、放弃、变更请求，进行和解',
      }),
      organization('晨光广告制作部', respondent),
      person('owner', {
        name: '禹守信',
        ...respondent,
        represents: 2,
        representation: 'legalRepresentative',
        authority: '法定代表人',
      }),
    ];
    const c = of(
      matterOf('sign-board'),
      {
        name: 'with-lawyer',
        region: '140106003014',
        ago: 5,
        support: ['140106-court'],
        over: { parties, source: 'court', willing: 'yes' },
      },
      office,
    );
    courses.helped(c);
    return c.t.story();
  }),

  situation('rare-names', '姓名里有生僻字和间隔号，也要显示、打印', (office) => {
    const parties = [
      person('rare', { name: '李䶮', female: false }),
      person('rare two', { name: '𠮷田㐂', female: true }),
      person('dotted', { name: '古丽扎尔·阿不都热合曼', ...respondent, female: true }),
    ];
    const c = of(
      matterOf('parking-spot'),
      { name: 'rare-names', region: '140106004002', ago: 2, over: { parties } },
      office,
    );
    courses.reported(c);
    return c.t.story();
  }),

  situation('six-against-five', '两边都是好几家，争一条路', (office) => {
    const parties = [
      ...Array.from({ length: 6 }, (_, index) => person(`road a${index}`)),
      ...Array.from({ length: 5 }, (_, index) =>
        person(`road b${index}`, { ...respondent, ...(index > 1 && { idNumber: '' }) }),
      ),
    ];
    const matter: Matter = {
      ...matterOf('shared-wall'),
      category: '03',
      title: '新修的院墙挡住六户出路',
      facts:
        '村东头六户人家多年来从打谷场边上一条两米宽的土路进出。{日}西边五户说这条路占的是他们的自留地，合起来砌了一道墙，只留一个七十公分的口子，三轮车进不去，收回来的玉米只能一袋一袋扛。六户去推墙，五户出来拦，村干部挡在中间才没有打起来。',
      demands: '拆掉挡路的墙，留出两米的路',
      report: '和自然资源、村委会一起丈量了土地，路的大部分在集体地上，靠墙的半米是两户的自留地。',
      terms:
        '五户七日内拆掉挡路的一段墙，路面留足两米；占的半米自留地由六户每年补偿两户玉米一百斤；路面由六户出工垫平。',
    };
    const c = of(
      matter,
      { name: 'six-against-five', region: '140106100225', ago: 5, over: { parties, peopleInvolved: 41 } },
      office,
    );
    accept(c);
    triage(c, { safety: { crowd: true }, toldWhom: '郝庄派出所值班民警' });
    dispatch(c, '140106-naturalResources', ['140106-publicSecurity']);
    acknowledge(c).on(1);
    report(c);
    appointed(c, '140106-center');
    changed(c, '140106-center', '140106-mediation-construction', '他和西边几家是一个村的，我们六户不放心。');
    c.t.on(2).step(handOf(c.lead), 'requestMaterial', { what: '自留地的承包合同或者村里的分地表', workingDays: 6 });
    return c.t.story();
  }),

  situation('unwilling', '对方明确不愿调解，告诉还能走的路', (office) => {
    const c = of(
      matterOf('private-loan'),
      { name: 'unwilling', region: '140106005015', ago: 3, over: { willing: 'no', title: '欠条到期对方拒绝调解' } },
      office,
    );
    courses.terminated(c);
    submit(c, handOf(c.lead), '对方书面拒绝调解，途径已告知，申请办结。');
    return c.t.story();
  }),

  situation('amended', '登记后弄清了事实，改了金额和类别', (office) => {
    const c = of(
      matterOf('sale-loft'),
      { name: 'amended', region: '140106006004', ago: 2, over: { title: '买二手房发现面积不对' } },
      office,
    );
    accept(c);
    c.t.step(deskOf(c), 'amend', {
      amountCents: 4_800_000,
      demands: '退还多付的房款48000元',
      reason: '看了合同，多付的是48000元，登记时听错了。',
    });
    triage(c);
    dispatch(c);
    acknowledge(c).on(1);
    report(c);
    return c.t.story();
  }),

  situation('talking', '当事人和办理人来回说话，补了两次材料', (office) => {
    const c = of(
      matterOf('gym-card'),
      {
        name: 'talking',
        region: '140106004009',
        ago: 3,
        over: {
          title: '瑜伽馆搬走会员卡没退',
          facts:
            '申请人今年春天在瑜伽馆办了一年的卡，交了4600元，约好每周三次课。上个月馆里通知要换场地，停课两周，到现在一个多月没有消息，微信群也解散了。同班的学员说新场地根本没有租下来，老师都另找了地方。申请人手里有合同和付款记录，还剩七个月没有上。',
        },
      },
      office,
    );
    courses.taken(c);
    const add = (live: { uploads: string[] }) => ({ uploads: live.uploads.splice(0) });
    c.t
      .on(1)
      .step('resident', 'message', { text: '我今天路过看，门已经锁了，贴着招租，是不是人跑了？' })
      .step(handOf(c.lead), 'message', {
        text: '已经联系上经营者，人在本市，约好周四来谈，您不用着急。',
        toResident: true,
      })
      .upload('resident', { name: '门口招租照片', kind: 'photo' })
      .step('resident', 'addFile', (_now, live) => add(live));
    report(c).on(2);
    c.t
      .upload('resident', { name: '会员合同', kind: 'document' })
      .step('resident', 'addFile', (_now, live) => add(live));
    settle(c);
    return c.t.story();
  }),
];
