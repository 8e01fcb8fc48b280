import { sourceWords } from '../intake/sourceWords.ts';
import type { DueValue, FilterName, Sort } from './search.ts';

type Both = { readonly zh: string; readonly en: string };
const both = (zh: string, en: string): Both => ({ zh, en });

/** What a filter is called where it stands in a sentence and above its field. */
export const filterLabels: Readonly<Record<FilterName, Both>> = {
  status: both('状态', 'Status'),
  due: both('到期', 'Due'),
  category: both('类别', 'Category'),
  region: both('地点', 'Place'),
  unit: both('承办单位', 'Lead unit'),
  handler: both('承办人', 'Handler'),
  center: both('受理中心', 'Receiving center'),
  first: both('首问', 'First contact'),
  source: both('来源', 'Source'),
  difficulty: both('难易', 'Difficulty'),
  urgency: both('紧急程度', 'Urgency'),
  gravity: both('严重程度', 'Gravity'),
  opened: both('登记', 'Registered'),
  closed: both('办结', 'Closed'),
  amount: both('金额', 'Amount'),
  people: both('涉及', 'People'),
  outcome: both('结果', 'Outcome'),
  supervised: both('督办', 'Supervision'),
  reopened: both('重新办理过的', 'Reopened'),
  contested: both('当事人说没有解决的', 'Said not to be settled'),
  whose: both('谁的', 'Whose'),
  text: both('写着', 'Words'),
};

export const dueWords: Readonly<Record<DueValue, Both>> = {
  overdue: both('已逾期', 'overdue'),
  today: both('今天到期', 'due today'),
  '3d': both('3天内到期', 'due within 3 days'),
  '7d': both('7天内到期', 'due within 7 days'),
  paused: both('时限暂停的', 'clock paused'),
  none: both('没有在走的钟', 'no clock running'),
};

export const sortWords: Readonly<Record<Sort, Both>> = {
  due: both('先到期的在前', 'soonest due first'),
  dueLast: both('后到期的在前', 'latest due first'),
  opened: both('新登记的在前', 'newest first'),
  openedFirst: both('早登记的在前', 'oldest first'),
  closed: both('新办结的在前', 'closed last first'),
  closedFirst: both('早办结的在前', 'closed first first'),
  updated: both('新近变动的在前', 'moved last first'),
  updatedFirst: both('最久没动的在前', 'moved longest ago first'),
  amount: both('金额大的在前', 'largest amount first'),
  amountLeast: both('金额小的在前', 'smallest amount first'),
  people: both('人多的在前', 'most people first'),
  peopleLeast: both('人少的在前', 'fewest people first'),
};

const grades = { high: both('高', 'high'), medium: both('中', 'medium'), low: both('低', 'low') };
const notYet = both('还没研判', 'not triaged yet');

/** Words of values that are the same everywhere; units, people and places have names instead. */
export const valueWords: Partial<Record<FilterName, Readonly<Record<string, Both>>>> = {
  due: dueWords,
  source: sourceWords,
  difficulty: {
    simple: both('简单', 'simple'),
    ordinary: both('一般', 'ordinary'),
    complex: both('复杂', 'complex'),
    none: notYet,
  },
  urgency: { ...grades, none: notYet },
  gravity: { ...grades, none: notYet },
  outcome: {
    settled: both('达成协议', 'settled'),
    failed: both('没调成', 'failed'),
    withdrawn: both('撤回', 'withdrawn'),
    terminated: both('终止', 'terminated'),
    none: both('还没有结果', 'none yet'),
  },
  supervised: {
    any: both('有督办单的', 'under a notice'),
    '1': both('第1次督办', 'first notice'),
    '2': both('第2次督办', 'second notice'),
    '3': both('第3次督办以上', 'third notice or later'),
    none: both('没有督办单的', 'no notice'),
  },
  reopened: { yes: both('重新办理过的', 'reopened') },
  contested: { yes: both('当事人说没有解决的', 'said not to be settled') },
  whose: {
    own: both('这里受理或牵头的', 'received or led here'),
    elsewhere: both('别处受理、牵头的', 'of others'),
  },
  unit: { none: both('还没分流', 'not dispatched') },
  handler: { none: both('还没指派', 'nobody yet') },
};

export const willingWords: Readonly<Record<string, Both>> = {
  yes: both('愿意', 'yes'),
  no: both('不愿意', 'no'),
  undecided: both('还没想好', 'undecided'),
};
export const visitWords: Readonly<Record<string, Both>> = {
  settled: both('解决了', 'settled'),
  partly: both('解决了一部分', 'partly'),
  notSettled: both('没有解决', 'not settled'),
  unreachable: both('联系不上', 'unreachable'),
};
export const emptyWords = {
  unit: both('还没分流', 'not dispatched'),
  clock: both('没有在走的钟', 'no clock running'),
  restricted: both('限制知悉', 'restricted'),
};
