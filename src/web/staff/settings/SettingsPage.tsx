import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { CountyPick } from '../shell/CountyPick.tsx';
import { usePost } from '../useMe.ts';
import { ImportRules } from './ImportRules.tsx';
import { draftsQuery, type SettingsToday, settingsChanged, settingsQuery, shapeQuery } from './queries.ts';
import { RulesView } from './RulesView.tsx';
import { useSettingsWords } from './words.ts';
import './settings.css';

function Drafts({ county }: { county: string }) {
  const t = useSettingsWords();
  const query = useQuery(draftsQuery(county));
  const open = query.data?.filter(({ state }) => state !== 'published' && state !== 'withdrawn') ?? [];
  if (!query.data || open.length === 0) return null;
  return (
    <section className="section" aria-labelledby="drafts">
      <div className="section-head">
        <h2 id="drafts">{t.drafts}</h2>
      </div>
      <TableScroll label={t.drafts}>
        <table className="table">
          <HeadRow heads={[t.draftState, t.author, t.savedAt, t.effective, t.basis]} />
          <tbody>
            {open.map((draft) => (
              <tr key={draft.id}>
                <td>
                  {draft.state === 'submitted' ? (
                    <Link to="/settings/drafts/$id/review" params={{ id: draft.id }}>
                      {t[draft.state]} · {t.reviewDraft}
                    </Link>
                  ) : (
                    <Link to="/settings/drafts/$id" params={{ id: draft.id }}>
                      {t[draft.state]} · {t.openDraft}
                    </Link>
                  )}
                </td>
                <td>{draft.author}</td>
                <td className="nowrap">
                  {draft.savedBy} {tableTime(draft.savedAt)}
                </td>
                <td className="nowrap">{draft.effectiveFrom ?? t.notSet}</td>
                <td>{draft.basis || t.notSet}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Acts({ today }: { today: SettingsToday }) {
  const t = useSettingsWords();
  const go = useNavigate();
  const [importing, setImporting] = useState(false);
  const { countyCode: county, heldBy, version } = today;
  const open = async ({ id }: { id: string }) => {
    await settingsChanged();
    await go({ to: '/settings/drafts/$id', params: { id } });
  };
  const start = useMutation<{ id: string }, ApiError, string>({
    mutationFn: (from) => api.post('/api/settings/drafts', { county, from }),
    onSuccess: open,
  });
  return (
    <>
      {today.mayDraft && (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate('county')}>
          {t.start}
        </Button>
      )}
      {today.mayDraft && heldBy === county && !county.endsWith('00') && (
        <Button onClick={() => start.mutate('city')}>{t.backToCity}</Button>
      )}
      {today.mayDraft && <Button onClick={() => setImporting(true)}>{t.importFile}</Button>}
      {today.mayDraft && <Button href={`/api/settings/versions/${heldBy}/${version}/file`}>{t.exportFile}</Button>}
      <Link to="/settings/versions" search={{ county }}>
        {t.history}
      </Link>
      {start.error && <Strip tone="late">{start.error.message}</Strip>}
      {importing && <ImportRules county={county} onClose={() => setImporting(false)} onDone={open} />}
    </>
  );
}

/** The rules that hold today, what is being drafted, and where to begin. */
export function SettingsPage() {
  const t = useSettingsWords();
  const post = usePost();
  const [county, setCounty] = useState(post.countyCode);
  usePageTitle(t.title);
  const query = useQuery(settingsQuery(county));
  const shape = useQuery(shapeQuery);
  const held = (today: SettingsToday) => {
    if (today.countyCode.endsWith('00')) return t.cityRules;
    return today.heldBy === county ? t.heldByCounty : t.heldByCity;
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span>{t.version(query.data.version, query.data.effectiveFrom)}</span>}
        {query.data && (
          <span className="second">
            {held(query.data)} {t.basis}：{query.data.basis}
          </span>
        )}
      </div>
      <div className="row filters-row">
        <CountyPick value={county} onChange={setCounty} />
        {query.data && <Acts today={query.data} />}
      </div>
      <Strip tone="info">{t.note}</Strip>
      <Drafts county={county} />
      <PageState query={query}>
        {({ rules }) => <PageState query={shape}>{(form) => <RulesView shape={form} value={rules} />}</PageState>}
      </PageState>
    </div>
  );
}
