import type { Dispute } from '../disputes/dispute.ts';
import type { Status } from '../disputes/procedure.ts';

/** How a dispute of an old ledger stands with us; the key is what words are matched to. */
export type Ending = { status: Status; outcome: Dispute['outcome']; label: string };

export const endings = {
  registered: { status: 'registered', outcome: null, label: '已登记，还没受理' },
  accepted: { status: 'accepted', outcome: null, label: '已受理，还没分流' },
  dispatched: { status: 'dispatched', outcome: null, label: '已分流，等签收' },
  inMediation: { status: 'inMediation', outcome: null, label: '正在调处' },
  declined: { status: 'declined', outcome: null, label: '不予受理' },
  'closed.unknown': { status: 'closed', outcome: null, label: '已办结：怎么结的没写' },
  'closed.settled': { status: 'closed', outcome: 'settled', label: '已办结：达成协议' },
  'closed.failed': { status: 'closed', outcome: 'failed', label: '已办结：没调成' },
  'closed.withdrawn': { status: 'closed', outcome: 'withdrawn', label: '已办结：当事人撤回' },
  'closed.terminated': { status: 'closed', outcome: 'terminated', label: '已办结：终止' },
  'struckOff.unknown': { status: 'struckOff', outcome: null, label: '已销号：怎么结的没写' },
  'struckOff.settled': { status: 'struckOff', outcome: 'settled', label: '已销号：达成协议' },
  'struckOff.failed': { status: 'struckOff', outcome: 'failed', label: '已销号：没调成' },
  'archived.unknown': { status: 'archived', outcome: null, label: '已归档：怎么结的没写' },
  'archived.settled': { status: 'archived', outcome: 'settled', label: '已归档：达成协议' },
  'archived.failed': { status: 'archived', outcome: 'failed', label: '已归档：没调成' },
} as const satisfies Record<string, Ending>;

export type EndingName = keyof typeof endings;
export const isEnding = (name: string): name is EndingName => Object.hasOwn(endings, name);

const open: ReadonlySet<Status> = new Set(['registered', 'accepted', 'dispatched', 'inMediation']);
export const isOpenEnding = ({ status }: Pick<Ending, 'status'>): boolean => open.has(status);

/** What says one thing only. */
const exact: Readonly<Record<string, EndingName>> = Object.fromEntries(
  (
    [
      ['registered', '登记 已登记 新登记 待受理 未受理 待审核'],
      ['accepted', '受理 已受理 待分流 未分流'],
      ['dispatched', '已分流 待签收 已转办 已交办 转办中'],
      [
        'inMediation',
        '在办 办理中 处理中 调解中 调处中 化解中 进行中 跟进中 协商中 正在办理 正在处理 正在调解 正在调处 正在化解 正在跟进 未办结 未化解 未结案 未完结 未结',
      ],
      ['declined', '不予受理 不受理 未予受理'],
      ['closed.settled', '已化解 化解成功 调解成功 达成协议 已达成协议 调解达成协议 已和解 和解 履行完毕 已履行'],
      [
        'closed.failed',
        '调解不成 调解失败 调解未成 调解不成功 化解失败 化解不成功 未达成协议 调解不成引导诉讼 已引导诉讼',
      ],
      ['closed.withdrawn', '撤回 已撤回 撤回申请 当事人撤回'],
      ['closed.terminated', '终止 已终止 终止调解 调解终止'],
      ['closed.unknown', '已办结 办结 已结案 结案 已完结 完结 已结'],
      ['struckOff.unknown', '已销号 销号'],
      ['archived.unknown', '已归档 归档'],
    ] as const
  ).flatMap(([name, words]) => words.split(' ').map((word) => [word, name])),
);

/** What sounds like one: failing and going on are heard before succeeding. Null: it says two things, so a person is asked. */
const rules: readonly (readonly [EndingName | null, RegExp])[] = [
  [null, /部分|一半|基本|初步|阶段|暂时|反复|或者|[?？]/],
  [
    null,
    /^[^不未没]*(诉|法院|仲裁)[^不未没]*(成功|达成|和解|化解)|^[^不未没]*(成功|达成|和解|化解)[^不未没]*(诉|法院|仲裁)/,
  ],
  ['declined', /不予?受理|不符合受理/],
  ['registered', /[未待]受理|待审|登记/],
  ['dispatched', /待签收|[已待]?转办|交办/],
  ['accepted', /[未待已]分流|受理/],
  ['archived.failed', /归档.*(未|没|不成|失败)/],
  [
    'closed.failed',
    /调[解处]?(不成|失败|未成|无效)|[不未没].{0,3}(成功|调成|达成|一致)|失败|破裂|起诉|诉讼|仲裁|司法途径|法院/,
  ],
  ['closed.withdrawn', /撤(回|诉|销|案)/],
  [
    'inMediation',
    /[未没不].{0,3}(化解|解决|办结|结案|完结|了结|和解|履行)|正在|[^…]中$|在办|跟进|继续|暂缓|中止|进行|待(化解|调|处理|办|结|回复|履行)|^否$/,
  ],
  ['closed.terminated', /终止/],
  ['archived.settled', /归档.*(成功|达成|化解)/],
  ['archived.unknown', /归档/],
  ['struckOff.unknown', /销号/],
  ['closed.settled', /化解|成功|达成|和解|调好|履行完|息诉|罢访/],
  ['closed.unknown', /办结|结案|完结|办毕|了结|已处理|处理完|已调|^是$/],
];

const plain = (word: string): string => word.normalize('NFKC').replace(/[\s,，。.;；、:：!！]/g, '');

/** What the word of a ledger means, and whether it says nothing else. */
export function guessEnding(word: string): { ours: EndingName; sure: boolean } | null {
  const bare = plain(word);
  const certain = exact[bare];
  if (certain) return { ours: certain, sure: true };
  const heard = rules.find(([, rule]) => rule.test(bare))?.[0] ?? null;
  return heard && { ours: heard, sure: false };
}
