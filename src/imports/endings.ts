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
  'closed.settled': { status: 'closed', outcome: 'settled', label: '已办结：达成协议' },
  'closed.failed': { status: 'closed', outcome: 'failed', label: '已办结：没调成' },
  'closed.withdrawn': { status: 'closed', outcome: 'withdrawn', label: '已办结：当事人撤回' },
  'closed.terminated': { status: 'closed', outcome: 'terminated', label: '已办结：终止' },
  'struckOff.settled': { status: 'struckOff', outcome: 'settled', label: '已销号：达成协议' },
  'struckOff.failed': { status: 'struckOff', outcome: 'failed', label: '已销号：没调成' },
  'archived.settled': { status: 'archived', outcome: 'settled', label: '已归档：达成协议' },
  'archived.failed': { status: 'archived', outcome: 'failed', label: '已归档：没调成' },
} as const satisfies Record<string, Ending>;

export type EndingName = keyof typeof endings;
export const isEnding = (name: string): name is EndingName => Object.hasOwn(endings, name);

const open: ReadonlySet<Status> = new Set(['registered', 'accepted', 'dispatched', 'inMediation']);
export const isOpenEnding = ({ status }: Pick<Ending, 'status'>): boolean => open.has(status);

const rules: readonly (readonly [EndingName, RegExp])[] = [
  ['declined', /不予受理|不受理/],
  ['registered', /未受理|待受理|待审|已登记|新登记/],
  ['accepted', /未分流|待分流|已受理|受理中/],
  ['dispatched', /待签收|已分流|已转办|已交办|转办中/],
  ['closed.withdrawn', /撤回|撤诉|撤销/],
  ['closed.terminated', /终止/],
  ['archived.failed', /归档.*(未|没|不成|失败)/],
  ['archived.settled', /归档/],
  ['struckOff.settled', /销号/],
  ['inMediation', /未(化解|办结|结案|调成)|(化解|调解|调处|办理|处理|跟进|协商)中|正在|^否$|在办|暂缓/],
  ['closed.failed', /调解?(失败|不成|未成)|未达成|化解失败|没调成|转(诉讼|仲裁|法院|司法)|引导.*(诉讼|仲裁)|起诉/],
  ['closed.settled', /化解|办结|结案|调解?成功|已调|达成|完结|^是$|履行完毕|和解|已处理|^成功$/],
];

/** What the word of a ledger most likely means; a person looks at each once. */
export const guessEnding = (word: string): EndingName | null =>
  rules.find(([, rule]) => rule.test(word.normalize('NFKC').replace(/\s/g, '')))?.[0] ?? null;
