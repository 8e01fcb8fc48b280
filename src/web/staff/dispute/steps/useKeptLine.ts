import type { DisputeView } from '../../../../disputes/views.ts';
import { percent } from '../../../../ui/percent.ts';
import { useCourtWords } from './courtWords.ts';

/** 「近一年 96% 没退回，142/148」, for units that got enough of this category to speak of. */
export function useKeptLine(view: DisputeView): (unitId: string) => string[] {
  const t = useCourtWords();
  const records = view.proposals?.records ?? [];
  return (unitId) =>
    records.filter((each) => each.unitId === unitId).map(({ kept, of }) => t.kept(percent(kept, of), kept, of));
}
