import type { Board } from '../../../dashboards/boardView.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { DefinitionList } from '../DefinitionList.tsx';
import { useBoardWords } from './words.ts';

const english: readonly [string, string][] = [
  [
    'Counted',
    'Matters, not clocks. One with two late clocks is one; it may be late and due soon at once. In the total it stands once. Matters handled together count as the leading one; return visits stay each one’s own.',
  ],
  ['Open', 'One of our clocks runs or stands still; closed matters count until struck off. The late rate is of these.'],
  [
    'Late',
    'Over its time and not done. Paused clocks, others’ clocks and what was late before it was taken over are not in it.',
  ],
  ['Due soon', 'Not over, and within its own warning (a setting). Within 3 days: natural days from today.'],
  ['Paused', 'Standing still with an approval, counted by whom it waits for. Not late.'],
  ['Others’ clocks', 'Limits of parties, courts and others: we can only wait. Not late.'],
  ['Late before taken over', 'Over its time when the unit got it: not that unit’s lateness.'],
  [
    'Whose',
    'The unit the clock names; else accepting, dispatching, verifying, return visits, striking off and answers are the center’s, all others the lead unit’s.',
  ],
  ['Notices', 'Notices not lifted yet, by how many times the matter was noticed.'],
  ['12 weeks', 'Late at the end of each week, counted back from the dates as they are now.'],
  ['Restricted', 'Counted, and listed only for the named and the center’s leader.'],
];

/** What each figure counts, in words. */
export function Definitions({ board }: { board: Board }) {
  const t = useBoardWords();
  const language = useLanguage();
  const small = [
    t.small,
    language === 'zh' ? '' : `Fewer than ${board.smallNumber} open: no order by rate (a setting).`,
  ];
  const lines =
    language === 'zh' ? board.definitions : [...english, small].map(([term = '', text = '']) => ({ term, text }));
  return <DefinitionList label={t.definitions} lines={lines} />;
}
