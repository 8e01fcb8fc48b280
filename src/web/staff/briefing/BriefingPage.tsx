import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Briefing } from '../../../briefing/briefingView.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { UnitsPicture } from '../pictures/UnitsPicture.tsx';
import { WeeksPicture } from '../pictures/WeeksPicture.tsx';
import { BriefingHead, briefingKey } from './BriefingHead.tsx';
import { Decide } from './Decide.tsx';
import { type Calling, Counters, Open, Plan } from './Facts.tsx';
import { Save } from './Save.tsx';
import { useBriefingWords } from './words.ts';
import '../figures.css';
import './briefing.css';

type Props = { briefing: Briefing; onCall: Calling };

function Body({ briefing, onCall }: Props) {
  const { decide, save, plan, counters, open, late, hidden, weeks, units, asOf, waiting } = briefing;
  return (
    <>
      <BriefingHead briefing={briefing} />
      <div className="briefing-grid">
        <div className="briefing-column">
          <Decide decide={decide} />
          <Save save={save} hidden={hidden} />
        </div>
        <div className="briefing-column">
          <Plan plan={plan} />
          <Counters counters={counters} onCall={onCall} />
          <Open open={open} waiting={waiting} late={late} />
        </div>
        <div className="briefing-column">
          <UnitsPicture units={units} asOf={asOf} height={292} />
          <WeeksPicture weeks={weeks} asOf={asOf} />
        </div>
      </div>
    </>
  );
}

/** The leader's morning on one screen: what needs a word, what can still be saved, and how yesterday went. */
export function BriefingPage({ onCall }: { onCall: Calling }) {
  const t = useBriefingWords();
  const query = useQuery({
    queryKey: briefingKey,
    queryFn: () => api.get<Briefing>('/api/briefing'),
    placeholderData: keepPreviousData,
  });
  usePageTitle(t.title);
  return (
    <div className="page briefing-page" aria-busy={query.isFetching}>
      <PageState query={query} loading={<Loading rows={12} />}>
        {(briefing) => <Body briefing={briefing} onCall={onCall} />}
      </PageState>
    </div>
  );
}
