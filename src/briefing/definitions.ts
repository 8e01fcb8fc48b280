import type { Definition } from '../dashboards/boardView.ts';
import { definitions } from '../dashboards/boardWords.ts';

/** The board's own words, as far as the morning uses them. */
const fromTheBoard: readonly string[] = ['件', '在办', '逾期', '将到期', '暂停', '算谁的', '12周', '限制知悉'];

/** What every figure of the morning counts; screen and sheet say the same. */
export const morningDefinitions = (smallNumber: number): Definition[] => [
  {
    term: '要我拍板的',
    text: '待办里欠着这个岗位的，最先到期的在前；后果按最先到期的钟和本地督办规则算出来，不是猜的。',
  },
  { term: '今天还来得及的', text: '我们的钟今天24时前到期、还没到、没有停着的事。' },
  {
    term: '昨天对照计划',
    text: '昨天0时钟就在走、时限在昨天的事（当天新起又当天到期的不在内）：按时、过了时限才办、还没办，一件事有几个这样的钟按最差的算。「早上说」是昨天7:30晨报里的「今天到期」；中途延期、暂停、新起的钟会让两个数不一样。',
  },
  {
    term: '在办对账',
    text: '台账未销号 = 未办结 + 已办结没销号。督办台只数有我们的钟的（走着或停着）；没有钟的、等别人的另列。各数各按自己的口径数，点开是各自的名单。',
  },
  ...definitions(smallNumber).filter(({ term }) => fromTheBoard.includes(term)),
];
