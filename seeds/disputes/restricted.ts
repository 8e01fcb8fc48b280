import type { Matter } from '../matters/matter.ts';
import type { Office } from '../office.ts';
import { organization, person } from '../parties.ts';
import { situation } from '../situation.ts';
import { stepAt } from '../stage.ts';
import { at, settle } from '../steps.ts';
import { type Casting, type Tale, taleOf } from '../tale.ts';

const yingze = '140106-center';
const leader = at('centerLeader', yingze);
const named = at('handler', yingze);

type Grave = { safety: Record<string, boolean>; toldWhom: string };

/** Only the named handler and the center's leader know of it: every step is theirs. */
function inSmallCircle(c: Tale, { safety, toldWhom }: Grave): void {
  const none = { hurt: false, threat: false, weapon: false, selfHarm: false };
  const rest = { domesticViolence: false, minorHarmed: false, victimCannotActAlone: false, crowd: false };
  c.t.step(leader, 'accept').add(async (stage, live, now) => {
    const postId = stage.post('handler', yingze).postId;
    const input = { restricted: true, namedPostIds: [postId], reason: '只由中心主任和承办人知道，不进入公开的名单。' };
    await stepAt(stage, c.t.name, live, stage.post('centerLeader', yingze), 'restrict', input, now);
  });
  const answers = { ...none, ...rest, ...safety };
  const difficulty = { difficulty: 'complex', urgency: 'high', gravity: 'high', reason: '涉及人身安全，按复杂办。' };
  c.t.step(leader, 'triage', { ...difficulty, safety: answers, toldWhom });
  c.t.step(leader, 'dispatch', { leadUnitId: yingze, supportingUnitIds: [], message: '单独约见，不打家里电话。' });
  c.t.step(named, 'acknowledge', { plan: '请女同事一起单独约见，先问安全。' });
}

function restrictedTale(matter: Matter, over: Casting['over'], ago: number, region: string, office: Office): Tale {
  const restriction = matter.category === '01' ? ('domesticViolence' as const) : ('minor' as const);
  const name = matter.name;
  return taleOf(matter, { name, region, ago, lead: yingze, over: { restriction, source: 'walkIn', ...over } }, office);
}

const violence: Matter = {
  name: 'restricted-violence',
  category: '01',
  title: '婚内动手要求分居',
  from: [],
  against: [],
  facts:
    '申请人结婚六年，对方喝酒以后动过三次手，最近一次是{日}晚上，邻居听到报了警，派出所给对方出具了告诫书。申请人带着四岁的孩子住在娘家，对方天天打电话要她回去。她想先分开住，把孩子的费用和看孩子的办法定下来，暂时不想离婚，也不想让单位知道。',
  demands: '分居期间对方不上门纠缠，每月给孩子生活费{元}元',
  report: '单独约见了申请人，说明了人身安全保护令怎么申请，需要时法援窗口当天帮着写。',
  terms:
    '分居半年，孩子随申请人生活；对方每月付孩子生活费{付}元；每周六在社区见孩子两小时；对方不到申请人住处和单位，再动手由申请人申请保护令。',
  yuan: 2000,
  pay: 2000,
};

const pupil: Matter = {
  name: 'restricted-minor',
  category: '06',
  title: '课间推搡摔断门牙',
  from: [],
  against: [],
  facts:
    '{日}课间，两个四年级的孩子在走廊里追着跑，其中一个被推倒，门牙断了一半，医生说成年以前要补两次，成年后才能做冠。两家家长对以后的费用谈不拢：一方说学校没有人看着，应当学校出；学校说课间有值日老师，已经尽到责任，愿意从校方责任险里走一部分。',
  demands: '赔偿已经花的和以后要花的费用{元}元',
  report: '和双方家长、学校分别谈过，请了口腔科医生说明以后要花多少，三方对总数没有争议。',
  terms:
    '三方承担治疗和以后修复的费用共{付}元，学校由责任险承担四成，推人孩子的家长承担六成，三十日内付清；两个孩子的家长互相道了歉。',
  yuan: 18000,
  pay: 16000,
};

function pupilParties() {
  const child = person('pupil', { name: '小伟', birth: '2016-04-18', female: false, minor: true, phone: '' });
  const other = person('other pupil', { name: '小宇', birth: '2016-09-02', female: false, minor: true, phone: '' });
  const guardian = { representation: 'guardian' as const, authority: '监护人' };
  return [
    child,
    person('mother', { name: '耿丽霞', female: true, birth: '1987-02-11', represents: 0, ...guardian }),
    { ...other, side: 'respondent' as const },
    person('father', {
      name: '邢永刚',
      female: false,
      birth: '1985-07-23',
      side: 'respondent',
      represents: 2,
      ...guardian,
    }),
    organization('枫桥示范小学', { side: 'third', contactPerson: '政教处' }),
  ];
}

const wife = () => person('wife', { name: '申小雨', female: true, birth: '1992-05-06' });
const husband = () =>
  person('husband', { name: '向军', female: false, birth: '1988-11-30', side: 'respondent', idNumber: '' });

export const restrictedSituations = [
  situation('restricted-violence', '家庭暴力，限制知悉，只有指定的人看得到', (office) => {
    const over = { parties: [wife(), husband()], willing: 'undecided' as const, headCount: 1 };
    const c = restrictedTale(violence, over, 3, '140106004013', office);
    inSmallCircle(c, { safety: { domesticViolence: true, hurt: true }, toldWhom: '迎泽公安分局值班室，区妇联' });
    c.t.on(1).step(named, 'report', { text: c.report, forResident: '已经单独和您联系，接着办。' });
    return c.t.story();
  }),

  situation('restricted-minor', '未成年人受伤，有监护人，限制知悉，等审核', (office) => {
    const over = { parties: pupilParties(), headCount: 2 };
    const c = restrictedTale(pupil, over, 6, '140106002006', office);
    inSmallCircle(c, { safety: { hurt: true, minorHarmed: true }, toldWhom: '辖区派出所值班民警，区教育局' });
    c.t.on(1).step(named, 'report', { text: c.report, forResident: '已经单独和您联系，接着办。' }).on(4);
    settle(c, {}, named);
    c.t.step(named, 'submitClosure', { result: '三方已签协议，责任险材料已交学校，申请办结。' });
    return c.t.story();
  }),
];
