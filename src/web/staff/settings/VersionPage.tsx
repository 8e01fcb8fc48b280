import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { Field } from '../../../ui/Field.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { usePost } from '../useMe.ts';
import { Differences } from './Differences.tsx';
import {
  readRef,
  refText,
  settingsChanged,
  settingsQuery,
  shapeQuery,
  useCountyName,
  versionQuery,
  versionsQuery,
} from './queries.ts';
import { RulesView } from './RulesView.tsx';
import { useSettingsWords } from './words.ts';
import './settings.css';

const route = getRouteApi('/app/settings/versions/$county/$version');

function Restart({ countyCode, version }: { countyCode: string; version: number }) {
  const t = useSettingsWords();
  const go = useNavigate();
  const { countyCode: county } = usePost();
  const today = useQuery(settingsQuery(county));
  const start = useMutation<{ id: string }, ApiError>({
    mutationFn: () => api.post('/api/settings/drafts', { county, from: 'version', version: { countyCode, version } }),
    onSuccess: async ({ id }) => {
      await settingsChanged();
      await go({ to: '/settings/drafts/$id', params: { id } });
    },
  });
  if (!today.data?.mayDraft) return null;
  return (
    <>
      <Button onClick={() => start.mutate()}>{t.restart}</Button>
      {start.error && <Strip tone="late">{start.error.message}</Strip>}
    </>
  );
}

function With({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  const t = useSettingsWords();
  const { countyCode } = usePost();
  const versions = useQuery(versionsQuery(countyCode));
  const own = useCountyName(countyCode);
  const name = (of: string) => (of.endsWith('00') ? t.city : own);
  const options = (versions.data?.versions ?? []).map((each) => ({
    value: refText(each),
    label: t.versionTitle(name(each.countyCode), each.version),
  }));
  return (
    <Field name="with" label={t.compareWith}>
      {({ status: _, ...control }) => (
        <Select
          {...control}
          className="wide-select"
          value={value}
          options={[{ value: '', label: t.noCompare }, ...options]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

/** One version as it stands, or what it says differently from another, of the same county or the city's. */
export function VersionPage() {
  const t = useSettingsWords();
  const go = useNavigate();
  const { county, version } = route.useParams();
  const { with: other } = route.useSearch();
  const here = { countyCode: county, version: Number(version) };
  const query = useQuery(versionQuery(here));
  const shape = useQuery(shapeQuery);
  const left = readRef(other);
  const before = useQuery({ ...versionQuery(left ?? here), enabled: left !== null });
  const own = useCountyName(county.endsWith('00') ? (left?.countyCode ?? county) : county);
  const name = (of: string) => (of.endsWith('00') ? t.city : own);
  const title = t.versionTitle(name(county), here.version);
  usePageTitle(title);
  const choose = (next: string) =>
    void go({
      to: '/settings/versions/$county/$version',
      params: { county, version },
      search: next ? { with: next } : {},
    });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        {query.data && (
          <span className="second">
            {t.effective} {query.data.effectiveFrom} · {t.basis}：{query.data.basis}
          </span>
        )}
        <Link className="no-print" to="/settings/versions">
          {t.history}
        </Link>
      </div>
      <div className="row filters-row no-print">
        <With value={other ?? ''} onChange={choose} />
        <Button onClick={() => window.print()}>{t.print}</Button>
        <Restart {...here} />
      </div>
      <PageState query={query}>
        {({ rules }) => (
          <PageState query={shape}>
            {(form) => {
              if (!left) return <RulesView shape={form} value={rules} />;
              const heads = [t.versionTitle(name(left.countyCode), left.version), title] as const;
              return (
                <PageState query={before}>
                  {(older) => <Differences shape={form} before={older.rules} after={rules} heads={heads} />}
                </PageState>
              );
            }}
          </PageState>
        )}
      </PageState>
    </div>
  );
}
