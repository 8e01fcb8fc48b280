import { randomUUID } from 'node:crypto';
import { emptyParty } from '../../intake/party.ts';
import { noDanger } from '../../routing/testing/noDanger.ts';
import type { Clerk, Site } from './site.ts';

export const yingze = '140106-center';
export const street = '140106004-center';

/** Plainly fictional people with posts in the real network, each with a log-in of their own. */
export async function staffOf(site: Site) {
  return {
    receptionist: await site.clerk('贾敏', 'receptionist', yingze),
    dispatcher: await site.clerk('李娜', 'dispatcher', yingze),
    approver: await site.clerk('张伟民', 'approver', yingze),
    closer: await site.clerk('王芳', 'closer', yingze),
    leader: await site.clerk('刘建国', 'centerLeader', yingze),
    supervisor: await site.clerk('赵立', 'supervisor', yingze),
    head: await site.clerk('高志远', 'unitHead', street),
    handler: await site.clerk('武志强', 'handler', street),
  };
}
export type Staff = Awaited<ReturnType<typeof staffOf>>;
type OverHttp = Pick<Clerk, 'post'>;

export const leak = {
  title: '楼上漏水赔偿',
  facts:
    '9月20日起，3号楼2单元501卫生间漏水，把401的天花板、吊柜和一台洗衣机泡坏。郭秀兰上楼找过两次，第二次双方吵了起来，物业来看过，说管道属于户内，不归物业修。',
  demands: '修好漏点，赔偿天花板、吊柜和洗衣机共 8000 元。',
};

/** A walk-in as the counter sends it. */
export async function registered(by: OverHttp, what: Partial<typeof leak> & Record<string, unknown> = {}) {
  return by.post('/api/disputes', {
    parties: [
      { ...emptyParty, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234', address: '3号楼2单元401' },
      {
        ...emptyParty,
        side: 'respondent',
        name: '任建军',
        idNumber: '',
        phone: '13800005678',
        address: '3号楼2单元501',
      },
    ],
    categoryCode: '02',
    source: 'walkIn',
    regionCode: '140106004',
    address: '示例小区3号楼2单元',
    occurredOn: '2026-09-20',
    peopleInvolved: 2,
    amountCents: 800_000,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: randomUUID(),
    ...leak,
    ...what,
  });
}

type Way = readonly (readonly [who: keyof Staff, noun: string, body: object])[];

/** The main way of a dispute, one line a step. */
export const mainWay: Way = [
  ['receptionist', 'acceptances', {}],
  [
    'dispatcher',
    'triages',
    { difficulty: 'simple', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '', reason: '' },
  ],
  [
    'dispatcher',
    'dispatches',
    { leadUnitId: street, supportingUnitIds: ['140106-housing'], message: '先去现场看漏点。' },
  ],
  ['handler', 'acknowledgements', { plan: '今天下午去现场。' }],
  [
    'handler',
    'progress-reports',
    { text: '到501看过，漏点在地漏旁边，双方同意周四再谈。', forResident: '已经到楼上看过，漏点在地漏旁边。' },
  ],
  [
    'handler',
    'settlements',
    {
      form: 'written',
      terms: '任建军修好漏点，赔偿郭秀兰 8000 元。',
      effectiveOn: '2026-09-29',
      mediatedBy: 'committee',
      contains: [],
      totalCents: 800_000,
      items: [{ obligation: '任建军付给郭秀兰', amountCents: 800_000, dueOn: '2026-10-15' }],
    },
  ],
  ['handler', 'closure-submissions', { result: '已签协议，漏点当天修好。' }],
  ['closer', 'closures', { opinion: '材料齐，同意办结。' }],
  [
    'receptionist',
    'return-visits',
    { partyId: null, method: 'phone', outcome: 'settled', performed: 'notDue', words: '满意，等付款。' },
  ],
  ['receptionist', 'ratings', { score: 5, channel: 'counter' }],
  ['closer', 'strike-offs', { note: '分期履行，接着盯。' }],
  ['closer', 'archives', { note: '分期履行，接着盯。' }],
];

/** Takes the dispute along the main way, up to and including this step. */
export async function bringTo(
  staff: Readonly<Record<keyof Staff, OverHttp>>,
  code: string,
  last: string,
  from = 'acceptances',
): Promise<void> {
  const nouns = mainWay.map(([, noun]) => noun);
  for (const [who, noun, body] of mainWay.slice(nouns.indexOf(from), nouns.indexOf(last) + 1))
    await staff[who].post(`/api/disputes/${code}/${noun}`, body);
}
