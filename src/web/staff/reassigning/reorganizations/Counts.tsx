import type { ReorganizationView } from '../../../../reassigning/reorganizationView.ts';
import { useReorganizationWords } from './words.ts';

/** How much of each hangs on it, by what becomes of it. */
export function Counts({ counts }: Pick<ReorganizationView, 'counts'>) {
  const t = useReorganizationWords();
  const shown = counts.filter(({ count }) => count > 0);
  const groups = [...Map.groupBy(shown, ({ becomes }) => becomes)];
  return (
    <dl className="fact-list">
      {groups.map(([becomes, all]) => [
        <dt key={becomes}>{t[`becomes_${becomes as 'step'}`]}</dt>,
        <dd key={`${becomes}=`}>{all.map(({ label, count }) => `${label} ${t.count(count)}`).join('，')}</dd>,
      ])}
    </dl>
  );
}
