import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { channelLabels, stateWords, type Wish, whyWords, wishes } from '../../../delivery/delivery.ts';
import type { DeliveryView } from '../../../delivery/deliveryViews.ts';
import type { DisputeView, PartyView } from '../../../disputes/views.ts';
import { tableTime } from '../../../ui/dates.ts';
import { makeCatalog, useLanguage } from '../../../ui/i18n.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';

type Outward = { rows: DeliveryView[]; wishes: { partyId: string; channel: Wish; note: string }[] };

const useWords = makeCatalog({
  zh: {
    title: '通知当事人',
    none: '还没有往外送过通知。',
    how: (name: string) => `怎么通知${name}`,
    byRule: '按规则',
    more: (count: number) => `还有 ${count} 条更早的，见经过`,
  },
  en: {
    title: 'Telling parties',
    none: 'Nothing was sent yet.',
    how: (name: string) => `How to tell ${name}`,
    byRule: 'by the rules',
    more: (count: number) => `${count} earlier ones: see the history`,
  },
});

const SHOWN = 5;

function WishOf({ code, party, wish }: { code: string; party: PartyView; wish: Wish | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const wishing = useMutation<void, ApiError, Wish>({
    mutationFn: (channel) => api.post(`/api/disputes/${code}/contact-wishes`, { partyId: party.id, channel, note: '' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['outward', code] }),
  });
  const shown = wishing.variables ?? wish;
  return (
    <div className="row told-wish">
      <span>{party.name}</span>
      <Select
        size="small"
        aria-label={t.how(party.name)}
        value={shown ?? null}
        placeholder={t.byRule}
        loading={wishing.isPending}
        onChange={(channel: Wish) => wishing.mutate(channel)}
        options={wishes.map((value) => ({ value, label: channelLabels[value][language] }))}
      />
      {wishing.error && <Strip tone="late">{wishing.error.message}</Strip>}
    </div>
  );
}

/** How its people want to be told, and what became of what was sent. */
export function Told({ view }: { view: DisputeView }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['outward', view.code],
    queryFn: () => api.get<Outward>(`/api/disputes/${view.code}/deliveries`),
    enabled: view.sight === 'full',
  });
  if (!data) return null;
  const named = new Map(data.wishes.map(({ partyId, channel }) => [partyId, channel]));
  return (
    <section aria-labelledby="told-head">
      <h2 id="told-head">{t.title}</h2>
      {view.parties
        .filter(({ representsPartyId }) => representsPartyId === null)
        .map((party) => (
          <WishOf key={party.id} code={view.code} party={party} wish={named.get(party.id)} />
        ))}
      {data.rows.length === 0 ? <p className="second">{t.none}</p> : null}
      <ul className="told">
        {data.rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <span className="second">{tableTime(row.endedAt ?? row.sentAt ?? row.createdAt)}</span> {row.partyName}{' '}
            {channelLabels[row.channel][language]}：{stateWords(row.channel, row.state)[language]}
            {whyWords[row.why] && row.state === 'failed' ? `（${whyWords[row.why]?.[language]}）` : ''}
          </li>
        ))}
      </ul>
      {data.rows.length > SHOWN ? <p className="second">{t.more(data.rows.length - SHOWN)}</p> : null}
    </section>
  );
}
