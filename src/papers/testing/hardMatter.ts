import type { PaperMatter, PaperParty } from '../read.ts';

const party = (id: string, over: Partial<PaperParty>): PaperParty => ({
  ...{
    id,
    side: 'applicant',
    kind: 'person',
    name: '郭秀兰',
    sex: 'female',
    birthYear: 1966,
    idNumber: '1401**********0023',
  },
  ...{
    phone: '139****5566',
    address: '太原市迎泽区海边街道𠮷家堡社区㐂䶮巷3号楼2单元1001室（从东门进去右手第二个楼道）',
  },
  ...{ contactPerson: '', representsPartyId: null, representation: null, authority: '', left: false },
  ...over,
});

/** Facts that are hard to lay out: rare characters, names with ·, a name of sixty characters, long words, an agent, several of all. */
export const hardMatter: PaperMatter = {
  ...{ code: '140106260038126', title: '楼上漏水泡坏天花板', category: '邻里纠纷', source: '当事人申请（来访）' },
  ...{ openedOn: '2026-09-01', closedOn: '2026-10-14', occurredOn: '2026-08-20', outcome: 'settled' },
  ...{ address: '海边街3号楼', demands: '修好漏水的地方，赔偿天花板和被褥。', center: '太原市迎泽区综治中心' },
  facts: '楼上卫生间从八月起漏水，天花板泡坏，被褥也湿了。找过三次，都说等等再修。'.repeat(6),
  ...{ committee: '迎泽区海边街道人民调解委员会', unit: '海边街道综治中心', registrar: '贾敏' },
  ...{
    mediators: ['武志强', '岳欣兰'],
    agreementNumber: '〔2026〕迎人调字第12号',
    agreementCount: 1,
    today: '2026-10-14',
  },
  terms: [{ text: '乙方付给甲方赔偿款8000元，分两次付清。', on: '2026-10-14', cents: 800_000 }],
  parties: [
    party('p1', {}),
    party('p2', { name: '买买提·阿不都热合曼', sex: 'male', birthYear: null, address: '' }),
    party('p3', { name: '龘𠀋犇', address: '海边街' }),
    party('p4', {
      ...{ side: 'respondent', kind: 'organization', name: '太原市迎泽区'.repeat(10), sex: null, birthYear: null },
      contactPerson: '任建军',
    }),
    party('p5', {
      name: '段代理',
      representsPartyId: 'p1',
      representation: 'agent',
      authority: '特别授权：代为承认、放弃、变更请求，进行和解',
    }),
  ],
  promises: [
    ...[1, 2].map((part) => ({
      ...{
        id: `r${part}`,
        position: part,
        obligation: '付赔偿款',
        amountCents: 400_000,
        paidCents: part === 1 ? 400_000 : 0,
      },
      ...{ dueOn: `2026-1${part - 1}-31` as never, performedOn: part === 1 ? ('2026-10-14' as never) : null },
      ...{ payerPartyId: 'p4', payeePartyId: 'p1', state: part === 1 ? ('kept' as const) : ('open' as const) },
    })),
    {
      ...{ id: 'r3', position: 3, obligation: '把卫生间的防水重新做一遍', amountCents: null, paidCents: 0 },
      ...{ dueOn: '2026-10-10', performedOn: '2026-10-12', payerPartyId: 'p4', payeePartyId: 'p1', state: 'kept' },
    },
  ],
  payments: [
    {
      ...{ id: 'y1', payerPartyId: 'p4', payeePartyId: 'p1', cents: 400_000, paidOn: '2026-10-14', how: 'transfer' },
      parts: [{ promiseId: 'r1', cents: 400_000 }],
    },
  ],
  visits: [
    {
      ...{
        id: 'v1',
        partyId: 'p2',
        on: '2026-10-20',
        by: '贾敏',
        method: 'phone',
        outcome: 'settled',
        performed: 'performing',
      },
      words: '钱收到一半，防水做好了，没有再漏。',
    },
  ],
  inquiries: [
    {
      ...{
        id: 'q1',
        partyId: null,
        witness: '郝邻居',
        relation: '隔壁的住户',
        heldOn: '2026-09-10',
        place: '海边街3号楼楼道',
      },
      ...{
        others: '社区网格员',
        by: '武志强',
        words: '问：什么时候开始漏的？\n答：八月二十号前后。\n问：怎么知道的？\n答：我家墙上也湿了。',
      },
    },
  ],
};

/** The same with ninety who ask. */
export const ninetyMatter: PaperMatter = {
  ...hardMatter,
  parties: [
    ...Array.from({ length: 90 }, (_, at) =>
      party(`w${at}`, { name: `钱工${at + 1}`, address: '示例服装厂宿舍', phone: '139****0037' }),
    ),
    ...hardMatter.parties.filter(({ side }) => side === 'respondent'),
  ],
};
