import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { handoversQuery, waitingOf } from '../../work/handovers.ts';
import { InHand } from './InHand.tsx';
import { Given, Received } from './Runs.tsx';
import type { HandoverTab } from './search.ts';
import { useHandoverWords } from './words.ts';
import './handovers.css';

const route = getRouteApi('/app/handovers');

/** What is in hand and can be given to a colleague; what was given to me; what I gave away. */
export function HandoversPage() {
  const t = useHandoverWords();
  const { tab = 'hand' } = route.useSearch();
  const navigate = route.useNavigate();
  const received = useQuery(handoversQuery('received')).data;
  usePageTitle(t.title);
  const options: { value: HandoverTab; label: string }[] = [
    { value: 'hand', label: t.hand },
    { value: 'received', label: t.received(waitingOf(received)) },
    { value: 'given', label: t.given(received?.given ?? 0) },
  ];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <Segmented
          aria-label={t.tabs}
          options={options}
          value={tab}
          onChange={(next) => void navigate({ search: next === 'hand' ? {} : { tab: next as HandoverTab } })}
        />
      </div>
      {tab === 'hand' && <InHand />}
      {tab === 'received' && <Received />}
      {tab === 'given' && <Given />}
    </div>
  );
}
