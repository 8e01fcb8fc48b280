import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Page, UserView } from '../../../people/views.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { Pager } from '../shell/Pager.tsx';
import { usePost } from '../useMe.ts';
import { AddUser } from './AddUser.tsx';
import { AdminResets } from './AdminResets.tsx';
import { Filters } from './Filters.tsx';
import { GivePost } from './GivePost.tsx';
import { OneTimeStrip } from './OneTimeStrip.tsx';
import { type Doing, PeopleTable } from './PeopleTable.tsx';
import { downloadPosts, LastBatch, PostSheet } from './PostSheet.tsx';
import { useSheetWords } from './sheetWords.ts';
import { UserAct } from './UserAct.tsx';
import { usePeopleWords } from './words.ts';

type Result = { name: string; oneTimePassword: string | null; asked?: boolean };

function ResultStrip({ result, onClose }: { result: Result; onClose: () => void }) {
  const t = usePeopleWords();
  const { name, oneTimePassword, asked } = result;
  if (oneTimePassword === null) return <Strip onClose={onClose}>{asked ? t.asked(name) : t.done}</Strip>;
  return <OneTimeStrip name={name} oneTimePassword={oneTimePassword} onClose={onClose} />;
}

/** Who has an account and which posts; each kind of person is kept by one kind of administrator. */
export function PeoplePage() {
  const t = usePeopleWords();
  const { role } = usePost();
  const { find, unit, role: of, after } = useSearch({ from: '/app/people' });
  const filters = { ...(find && { find }), ...(unit && { unit }), ...(of && { role: of }) };
  const navigate = useNavigate();
  const s = useSheetWords();
  const [importing, setImporting] = useState(false);
  const [sheetDone, setSheetDone] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  usePageTitle(t.title);
  const query = useQuery({
    queryKey: ['people', find, unit, of, after],
    queryFn: () => api.get<Page<UserView>>('/api/users', { find, unit, role: of, after }),
    placeholderData: keepPreviousData,
  });
  const close = () => setDoing(null);
  const onDone = (done: Result) => {
    setResult(done);
    close();
    void queryClient.invalidateQueries({ queryKey: ['people'] });
    void queryClient.invalidateQueries({ queryKey: ['adminResets'] });
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="second">{role === 'securityAdmin' ? t.security : t.system}</span>
        <span className="page-head-end row">
          <Button onClick={() => void downloadPosts().catch((error: Error) => setSheetDone(error.message))}>
            {s.download}
          </Button>
          <Button onClick={() => setImporting(true)}>{s.upload}</Button>
          {role === 'systemAdmin' && (
            <Button type="primary" onClick={() => setDoing({ act: 'add' })}>
              {t.add}
            </Button>
          )}
        </span>
      </div>
      {sheetDone && <Strip onClose={() => setSheetDone(null)}>{sheetDone}</Strip>}
      {result && <ResultStrip result={result} onClose={() => setResult(null)} />}
      <AdminResets />
      <Filters search={filters} key={find ?? ''} />
      <LastBatch />
      <PageState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{find ? t.noneFound(find) : t.none}</Empty>
          ) : (
            <PeopleTable users={items} role={role} onAct={setDoing} />
          )
        }
      </PageState>
      <Pager
        after={after}
        next={query.data?.next ?? null}
        onChange={(next) => void navigate({ to: '/people', search: { ...filters, ...(next && { after: next }) } })}
      />
      {importing && (
        <PostSheet
          onClose={() => setImporting(false)}
          onDone={(sentence) => {
            setImporting(false);
            setSheetDone(sentence);
            void queryClient.invalidateQueries({ queryKey: ['people'] });
          }}
        />
      )}
      {doing?.act === 'add' && <AddUser onClose={close} onDone={onDone} />}
      {doing?.act === 'give' && <GivePost user={doing.user} onClose={close} onDone={onDone} />}
      {doing && doing.act !== 'add' && doing.act !== 'give' && (
        <UserAct doing={doing} onClose={close} onDone={onDone} />
      )}
    </div>
  );
}
