import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Page, SessionView } from '../../../people/views.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { makeCatalog } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { Pager } from '../shell/Pager.tsx';
import { usePost } from '../useMe.ts';
import { deviceOf } from './device.ts';

const useWords = makeCatalog({
  zh: {
    title: '登录',
    mine: '我的',
    all: '全部人的',
    note: '看到不是自己的登录，收回它，再改密码。',
    who: '谁',
    post: '岗位',
    opened: '登录于',
    seen: '最近用到',
    where: '从哪里',
    current: '就是这一个',
    revoke: '收回',
    ask: (name: string) => `收回${name}的这个登录？`,
    told: '那台机器下一次操作时要重新登录；写了没交的留在那一页上。记入操作记录，不能撤回，可以再登录。',
    act: '收回这个登录',
    leave: '先不收回',
    done: (name: string) => `已收回${name}的登录。`,
    none: '没有在用的登录。',
  },
  en: {
    title: 'Log-ins',
    mine: 'Mine',
    all: "Everyone's",
    note: 'If one is not yours, revoke it and change the password.',
    who: 'Who',
    post: 'Post',
    opened: 'Since',
    seen: 'Last used',
    where: 'From',
    current: 'This one',
    revoke: 'Revoke',
    ask: (name: string) => `Revoke this log-in of ${name}?`,
    told: 'That machine has to log in again; what was written there stays on its page. Recorded in the trail.',
    act: 'Revoke this log-in',
    leave: 'Not now',
    done: (name: string) => `The log-in of ${name} is revoked.`,
    none: 'No log-in is in use.',
  },
});

type RowsProps = { rows: readonly SessionView[]; onRevoke: (session: SessionView) => void };

function Rows({ rows, onRevoke }: RowsProps) {
  const t = useWords();
  if (rows.length === 0) return <p>{t.none}</p>;
  return (
    <TableScroll label={t.title}>
      <table className="table">
        <thead>
          <tr>
            {[t.who, t.post, t.opened, t.seen, t.where].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.name} <span className="second">{row.login}</span>
              </td>
              <td>
                {row.unitName} {row.roleLabel}
              </td>
              <td className="nowrap">{tableTime(row.openedAt)}</td>
              <td className="nowrap">{tableTime(row.lastSeenAt)}</td>
              <td>
                {row.address}
                <span className="second" title={row.agent ?? undefined}>
                  {' '}
                  {deviceOf(row.agent)}
                </span>
              </td>
              <td>
                {row.current ? (
                  <span className="nowrap">{t.current}</span>
                ) : (
                  <Button size="small" onClick={() => onRevoke(row)}>
                    {t.revoke}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Revoke({ session, onClose, onDone }: { session: SessionView; onClose: () => void; onDone: () => void }) {
  const t = useWords();
  const revoke = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/api/sessions/${session.id}/revocations`),
    onSuccess: onDone,
  });
  return (
    <ActDialog
      title={t.ask(session.name)}
      act={t.act}
      leave={t.leave}
      isPending={revoke.isPending}
      error={revoke.error}
      onAct={() => revoke.mutate()}
      onClose={onClose}
    >
      <p>
        {session.address} {deviceOf(session.agent)}
      </p>
      <p>{t.told}</p>
    </ActDialog>
  );
}

/** Where one is logged in; the security administrator sees everybody of the counties kept. */
export function SessionsPage() {
  const t = useWords();
  const { role } = usePost();
  const { all, after } = useSearch({ from: '/app/sessions' });
  const navigate = useNavigate();
  const [revoking, setRevoking] = useState<SessionView | null>(null);
  const [done, setDone] = useState<string | null>(null);
  usePageTitle(t.title);
  const query = useQuery({
    queryKey: ['sessions', all, after],
    queryFn: () => api.get<Page<SessionView>>('/api/sessions', { all: all ? true : undefined, after }),
    placeholderData: keepPreviousData,
  });
  const onDone = () => {
    setDone(revoking?.name ?? null);
    setRevoking(null);
    void queryClient.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {role === 'securityAdmin' && (
          <>
            <Link
              to="/sessions"
              activeOptions={{ exact: true, includeSearch: true }}
              activeProps={{ className: 'here' }}
            >
              {t.mine}
            </Link>
            <Link to="/sessions" search={{ all: '1' }} activeProps={{ className: 'here' }}>
              {t.all}
            </Link>
          </>
        )}
        <span className="second">{t.note}</span>
      </div>
      {done && <Strip onClose={() => setDone(null)}>{t.done(done)}</Strip>}
      <PageState query={query}>{({ items }) => <Rows rows={items} onRevoke={setRevoking} />}</PageState>
      <Pager
        after={after}
        next={query.data?.next ?? null}
        onChange={(next) =>
          void navigate({ to: '/sessions', search: { ...(all && { all }), ...(next && { after: next }) } })
        }
      />
      {revoking && <Revoke session={revoking} onClose={() => setRevoking(null)} onDone={onDone} />}
    </div>
  );
}
