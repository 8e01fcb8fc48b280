import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Briefing } from '../../../briefing/briefingView.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { DefinitionList } from '../DefinitionList.tsx';
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
  const t = useBriefingWords();
  const [defining, setDefining] = useState(false);
  const { decide, save, plan, counters, open, late, hidden, weeks, units, asOf, day } = briefing;
  const define = () => setDefining(!defining);
  const shown = { asOf, onDefine: () => setDefining(true) };
  return (
    <>
      <BriefingHead briefing={briefing} defining={defining} onDefine={define} />
      {defining && <DefinitionList label={t.definitions} lines={briefing.definitions} />}
      <div className="briefing-grid">
        <div className="briefing-column">
          <Decide decide={decide} />
          <Save save={save} hidden={hidden} />
        </div>
        <div className="briefing-column">
          <Plan plan={plan} />
          <Counters counters={counters} onCall={onCall} />
          <Open open={open} late={late} day={day} hidden={hidden} />
        </div>
        <div className="briefing-column">
          <UnitsPicture units={units} {...shown} height={292} />
          <WeeksPicture weeks={weeks} {...shown} />
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
