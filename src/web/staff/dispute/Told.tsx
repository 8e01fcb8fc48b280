import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { type Channel, channelLabels, stateWords, type Wish, whyWords, wishes } from '../../../delivery/delivery.ts';
import type { DeliveryView } from '../../../delivery/deliveryViews.ts';
import type { DisputeView, PartyView } from '../../../disputes/views.ts';
import { AskReason } from '../../../ui/AskReason.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { makeCatalog, useLanguage } from '../../../ui/i18n.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';

type Waiting = { partyId: string; channel: Channel; text: string; at: string };
type Outward = { rows: DeliveryView[]; waiting: Waiting[]; wishes: { partyId: string; channel: Wish; note: string }[] };

const useWords = makeCatalog({
  zh: {
    title: '通知当事人',
    none: '还没有往外送过通知。',
    how: (name: string) => `怎么通知${name}`,
    byRule: '按规则',
    more: (count: number) => `还有 ${count} 条更早的，见经过`,
    waiting: (name: string, channel: string, at: string) => `${at} 用${channel}告诉${name}：`,
    withhold: '不送了',
    why: '为什么不送',
    leave: '照常送',
    what: '查询页上照样看得到；经过里留一笔。',
  },
  en: {
    title: 'Telling parties',
    none: 'Nothing was sent yet.',
    how: (name: string) => `How to tell ${name}`,
    byRule: 'by the rules',
    more: (count: number) => `${count} earlier ones: see the history`,
    waiting: (name: string, channel: string, at: string) => `${at}, ${channel} to ${name}: `,
    withhold: 'Do not send',
    why: 'Why not',
    leave: 'Let it go out',
    what: 'The page of the resident keeps it; the history says so.',
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

/** What waits for its minutes to be over, in full; it can still be kept inside. */
function Waits({ view, waiting }: { view: DisputeView; waiting: readonly Waiting[] }) {
  const t = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const stopping = useMutation<void, ApiError, string>({
    mutationFn: (reason) => api.post(`/api/disputes/${view.code}/withheld-words`, { reason }),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries({ queryKey: ['outward', view.code] });
      await queryClient.invalidateQueries({ queryKey: ['dispute', view.code] });
    },
  });
  if (waiting.length === 0) return null;
  const nameOf = (id: string) => view.parties.find((party) => party.id === id)?.name ?? '';
  return (
    <div className="told-waiting">
      {waiting.map(({ partyId, channel, text, at }) => (
        <p key={partyId}>
          <span className="second">{t.waiting(nameOf(partyId), channelLabels[channel][language], tableTime(at))}</span>
          {text}
        </p>
      ))}
      {open ? (
        <AskReason
          name="withhold"
          label={t.why}
          hint={t.what}
          act={t.withhold}
          leave={t.leave}
          pending={stopping.isPending}
          error={stopping.error}
          onSend={stopping.mutate}
          onLeave={() => setOpen(false)}
        />
      ) : (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t.withhold}
        </button>
      )}
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
        .filter(({ representsPartyId, brief }) => representsPartyId === null && !brief)
        .map((party) => (
          <WishOf key={party.id} code={view.code} party={party} wish={named.get(party.id)} />
        ))}
      <Waits view={view} waiting={data.waiting} />
      {data.rows.length === 0 && data.waiting.length === 0 ? <p className="second">{t.none}</p> : null}
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
