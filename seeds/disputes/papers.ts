import { addDays } from '../../src/platform/now.ts';
import type { Matter } from '../matters/matter.ts';
import { elder, organization, person } from '../parties.ts';
import { asked, deedDone, paidInPart, shown } from '../proofs.ts';
import { situation } from '../situation.ts';
import { acknowledge, intake, lockAgreement, report, settle, submit, verify, visit, writeAgreement } from '../steps.ts';
import { taleOf } from '../tale.ts';

const refund: Matter = {
  name: 'paper-file',
  category: '05',
  title: '书画班停课不退学费',
  from: [],
  against: [],
  began: 16,
  yuan: 5800,
  pay: 4600,
  facts:
    '申请人今年夏天给孩子报了一年的书画班，交了6800元，约好每周两次课。上了不到两个月，{日}老师在群里说场地到期，停课等通知，以后再没有消息。申请人和另外几位家长去找了三次，前台说老板不在，剩下的课时可以转到别的校区，可是那个校区在城那头，来回要两个小时。',
  demands: '退还没有上的课时费{元}元',
  report: '看了合同和签到本，还剩八成的课没有上。经营者说手头紧，愿意分两次退。',
  terms: '经营者退还申请人课时费{付}元，分两次付清。',
};

const drip: Matter = {
  name: 'paper-deed',
  category: '02',
  title: '空调滴水打湿楼下窗台',
  from: [],
  against: [],
  began: 12,
  facts:
    '楼上今年装的空调，冷凝水管短了一截，{日}起水直接滴在楼下老人的窗台上，夜里滴答响，老人睡不好，窗台的墙皮也泡起了一片。家里人上去说过两次，楼上答应了，一直没有动。物业说这是两家的事，不归他们管。',
  demands: '把水管接到下水口，窗台的墙皮补好',
  report: '上门看了，水管短了半米。楼上说是装空调的没有接好，愿意自己花钱接。',
  terms: '楼上把冷凝水管接到下水口，把楼下窗台的墙皮补好。',
};

/** Disputes of which there is something on paper: who was asked what, what was paid and done, and what proves it. */
export const papersSituations = [
  situation('paper-file', '调查记录、定稿的协议、第一笔的收条都有；签了字的纸扫了一叠，有一页等人看', (office) => {
    const parties = [
      person('paper file a', { name: '葛晚晴', female: true }),
      organization('小墨点书画工作室（演示）', { side: 'respondent', contactPerson: '鲍老师' }),
    ];
    const c = taleOf(
      refund,
      { name: 'paper-file', region: '140106004005', ago: 7, lead: '140106004-center', over: { parties } },
      office,
    );
    intake(c);
    acknowledge(c).on(1);
    asked(c, '申请人家里', { partyOf: 'applicant' }, [
      '问：孩子一共上了几次课？',
      '答：十四次，签到本上有。',
      '问：停课以后找过谁？',
      '答：前台和老板都找过，三次，都说等通知。',
    ]);
    asked(c, '街道综治中心调解室', { witness: '一位学员家长（演示）', relation: '孩子在同一个班' }, [
      '问：停课是怎么通知的？',
      '答：群里发了一句话，说场地到期，过两天群就解散了。',
    ]);
    report(c).on(3);
    shown(c, { name: '签到本照片', kind: 'photo' });
    writeAgreement(c);
    lockAgreement(c);
    settle(c).on(5);
    paidInPart(c, 0.5, { name: '第一笔的收条', kind: 'photo' });
    return c.t.story();
  }),

  situation('paper-deed', '答应的两件事做好了，有照片，已经回访', (office) => {
    const parties = [
      elder('paper deed a', { name: '苗秀珍', female: true }),
      person('paper deed b', { name: '康小虎', female: false, side: 'respondent' }),
    ];
    const c = taleOf(
      drip,
      { name: 'paper-deed', region: '140106004003', ago: 8, lead: '140106004-center', over: { parties } },
      office,
    );
    intake(c);
    acknowledge(c).on(1);
    asked(c, '街道综治中心调解室', { partyOf: 'respondent' }, [
      '问：水管是谁装的？',
      '答：卖空调的装的，当时没有注意短了一截。',
      '问：打算怎么办？',
      '答：这个周末就找人接上，墙皮我补。',
    ]);
    report(c).on(2);
    const dueOn = addDays(office.dayAgo(0), 20);
    settle(c, {
      items: ['冷凝水管接到下水口', '楼下窗台的墙皮补好'].map((obligation) => ({
        obligation,
        amountCents: null,
        dueOn,
      })),
    });
    submit(c).on(3);
    verify(c).on(5);
    deedDone(c, '上门看了，水管已经接好，倒水试过不滴。', { name: '接好的水管', kind: 'photo' });
    deedDone(c, '窗台补好了，当事人看过说可以。', { name: '补好的窗台', kind: 'photo' }).on(6);
    visit(c, { performed: 'performed' });
    return c.t.story();
  }),
];
