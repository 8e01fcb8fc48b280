import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Page, SessionView } from '../../../../people/views.ts';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { tableTime } from '../../../../ui/dates.ts';
import { PageState } from '../../../../ui/PageState.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { Pager } from '../../shell/Pager.tsx';
import { usePost } from '../../useMe.ts';
import { deviceOf } from './device.ts';
import { useSessionWords } from './words.ts';

type RowsProps = { rows: readonly SessionView[]; onRevoke: (session: SessionView) => void };

function Rows({ rows, onRevoke }: RowsProps) {
  const t = useSessionWords();
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
                  {row.tableCode ? t.table(row.tableCode) : deviceOf(row.agent)}
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
  const t = useSessionWords();
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
  const t = useSessionWords();
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
