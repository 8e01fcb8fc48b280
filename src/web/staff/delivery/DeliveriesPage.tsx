import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { Channel } from '../../../delivery/delivery.ts';
import type { DeliveryView } from '../../../delivery/deliveryViews.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { asOfText } from '../../../ui/dates.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { queryClient } from '../queries.ts';
import { Pager } from '../shell/Pager.tsx';
import { CallDialog } from './CallDialog.tsx';
import { DeliveriesTable } from './DeliveriesTable.tsx';
import './deliveries.css';
import { LetterDialog } from './LetterDialog.tsx';
import { PrintLetters } from './PrintLetters.tsx';
import { type DeliverySearch, deliveriesQuery } from './queries.ts';
import { type DeliveryWords, useDeliveryWords } from './words.ts';

const emptyWords = (t: DeliveryWords, channel: Channel, ended: boolean): string => {
  if (ended) return t.emptyEnded;
  return { call: t.emptyCall, letter: t.emptyLetter, sms: t.emptySms }[channel];
};

function Filters({ search, counts }: { search: DeliverySearch; counts: Record<Channel, number> }) {
  const t = useDeliveryWords();
  const navigate = useNavigate();
  const to = (next: DeliverySearch) => void navigate({ to: '/deliveries', search: next });
  const kept: DeliverySearch = search.ended ? { ended: '1' } : {};
  return (
    <div className="row delivery-filters no-print">
      <Choice
        name="channel"
        label={t.channel}
        value={search.channel ?? 'call'}
        options={(['call', 'letter', 'sms'] as const).map((value) => ({ value, label: t[value](counts[value]) }))}
        onChange={(channel) => to({ ...kept, channel })}
      />
      <Checkbox
        checked={search.ended === '1'}
        onChange={({ target }) =>
          to({ ...(search.channel && { channel: search.channel }), ...(target.checked && { ended: '1' as const }) })
        }
      >
        {t.ended}
      </Checkbox>
      <Link to="/deliveries/texts" className="page-head-end">
        {t.texts}
      </Link>
    </div>
  );
}

/** What leaves the house for residents: calls to make, letters to print, SMS under way. */
export function DeliveriesPage() {
  const t = useDeliveryWords();
  const search = useSearch({ from: '/app/deliveries' });
  const navigate = useNavigate();
  const query = useQuery(deliveriesQuery(search));
  const [open, setOpen] = useState<DeliveryView | null>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [recorded, setRecorded] = useState(false);
  usePageTitle(t.title);
  const channel = search.channel ?? 'call';
  const close = (done: boolean) => {
    setOpen(null);
    if (!done) return;
    setRecorded(true);
    void queryClient.invalidateQueries({ queryKey: ['deliveries'] });
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span className="second">{t.asOf(asOfText(query.data.asOf))}</span>}
      </div>
      <Filters search={search} counts={query.data?.counts ?? { call: 0, letter: 0, sms: 0 }} />
      {recorded && <Strip onClose={() => setRecorded(false)}>{t.recorded}</Strip>}
      {channel === 'letter' && !search.ended && <PrintLetters ids={ticked} onPrinted={() => setTicked([])} />}
      <PageState query={query} loading={<Loading rows={6} height={66} />}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty>{emptyWords(t, channel, search.ended === '1')}</Empty>
          ) : (
            <>
              {channel === 'sms' && <p className="second">{t.lateReceipt}</p>}
              <DeliveriesTable rows={rows} ticked={ticked} onTick={setTicked} onAct={setOpen} />
              <Pager
                after={search.after}
                next={next}
                onChange={(after) => {
                  const { after: _, ...rest } = search;
                  void navigate({ to: '/deliveries', search: after ? { ...rest, after } : rest });
                }}
              />
            </>
          )
        }
      </PageState>
      {open?.channel === 'call' && <CallDialog delivery={open} onClose={close} />}
      {open?.channel === 'letter' && <LetterDialog delivery={open} onClose={close} />}
    </div>
  );
}
