import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { formatCode } from '../../../platform/disputeCode.ts';
import { tableTime } from '../../../ui/dates.ts';
import { makeCatalog } from '../../../ui/i18n.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { type Notice, noticesQuery, queryClient } from '../queries.ts';
import { Changes } from '../shell/Changes.tsx';
import './notices.css';

const useWords = makeCatalog({
  zh: {
    title: '通知',
    unread: (count: number) => `${count} 条没看`,
    recent: '最近 200 条，新的在前',
    readAll: '全部标为看过',
    came: (count: number) => `新来 ${count} 条`,
    mark: '没看',
    none: '没有通知。有人分流、退回、催办或回复时，会写在这里。',
  },
  en: {
    title: 'Notices',
    unread: (count: number) => `${count} unread`,
    recent: 'The latest 200, newest first',
    readAll: 'Mark all as read',
    came: (count: number) => `${count} came in`,
    mark: 'new',
    none: 'No notices. Dispatches, returns, reminders and answers will stand here.',
  },
});

function useReading() {
  return useMutation({
    mutationFn: (ids: readonly string[]) => api.post('/api/notices/reads', { ids }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
}

/** A dispute by its code; what was told of a supervision notice leads to that notice. */
function Where({ code, onOpen }: { code: string; onOpen: () => void }) {
  if (code.startsWith('DB'))
    return (
      <Link to="/supervision/notices/$code" params={{ code }} onClick={onOpen}>
        {code}
      </Link>
    );
  return (
    <Link to="/disputes/$code" params={{ code }} search={{}} onClick={onOpen}>
      {formatCode(code)}
    </Link>
  );
}

function Line({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const t = useWords();
  return (
    <li className={notice.read ? 'notice' : 'notice notice-new'}>
      <span className="second">{tableTime(notice.at)}</span>
      <span>
        {!notice.read && <b>{t.mark} </b>}
        {notice.text}
      </span>
      {notice.code && <Where code={notice.code} onOpen={onOpen} />}
    </li>
  );
}

/** The notices as they were when the page was opened; what came since waits above until it is asked for. */
function useShown() {
  const query = useQuery(noticesQuery);
  const { data, isFetchedAfterMount } = query;
  const [kept, setKept] = useState<{ ids: ReadonlySet<string>; fresh: boolean } | undefined>(undefined);
  const idsOf = (list: readonly Notice[]) => new Set(list.map(({ id }) => id));
  if (data && (!kept || (!kept.fresh && isFetchedAfterMount)))
    setKept({ ids: idsOf(data), fresh: isFetchedAfterMount });
  const shown = data?.filter(({ id }) => !kept || kept.ids.has(id));
  return {
    query: { ...query, data: shown },
    newer: (data?.length ?? 0) - (shown?.length ?? 0),
    show: () => data && setKept({ ids: idsOf(data), fresh: true }),
  };
}

/** What the house told this post and its desk. */
export function NoticesPage() {
  const t = useWords();
  const { query, newer, show } = useShown();
  const reading = useReading();
  usePageTitle(t.title);
  const unread = query.data?.filter(({ read }) => !read).map(({ id }) => id) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span>{t.unread(unread.length)}</span>}
        <span className="second">{t.recent}</span>
        <Changes any={newer > 0} count={newer} show={show} words={t.came} />
        {unread.length > 0 && (
          <Button
            size="small"
            className="page-head-end"
            loading={reading.isPending}
            onClick={() => reading.mutate(unread)}
          >
            {t.readAll}
          </Button>
        )}
      </div>
      {reading.error && <Strip tone="late">{reading.error.message}</Strip>}
      <PageState query={query}>
        {(notices) =>
          notices.length === 0 ? (
            <Empty>{t.none}</Empty>
          ) : (
            <ul className="notices">
              {notices.map((notice) => (
                <Line key={notice.id} notice={notice} onOpen={() => !notice.read && reading.mutate([notice.id])} />
              ))}
            </ul>
          )
        }
      </PageState>
    </div>
  );
}
