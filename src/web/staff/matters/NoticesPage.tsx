import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import type { Inbox, InboxItem } from '../../../matters/inbox.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { dayOf } from '../../../platform/now.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { keyFace } from '../../../ui/keySettings.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { noticesQuery, queryClient } from '../queries.ts';
import { Changes } from '../shell/Changes.tsx';
import { Pager } from '../shell/Pager.tsx';
import { useListKeys } from '../work/useListKeys.ts';
import './notices.css';
import { useWords } from './words.ts';

export type NoticesSearch = { show?: 'unread'; after?: string };

function useReading() {
  return useMutation({
    mutationFn: (ids: readonly string[]) => api.post('/api/notices/reads', { ids }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
}

/** Codes of disputes are read in groups; others as they stand. */
const spokenCode = (code: string): string => (/^\d{15}$/.test(code) ? formatCode(code) : code);

function Line({ notice, onRead }: { notice: InboxItem; onRead: () => void }) {
  const t = useWords();
  return (
    <li className={notice.read ? 'notice' : 'notice notice-new'} data-row={notice.id}>
      <span className="second nowrap">{clockTime(notice.at)}</span>
      <span>
        {notice.about && (
          <span className="notice-about">
            {!notice.read && <b>{t.mark} </b>}
            {notice.about.title} <span className="work-parties">{notice.about.parties}</span>{' '}
            <span className="second">{notice.about.unit}</span>
          </span>
        )}
        {!notice.read && !notice.about && <b>{t.mark} </b>}
        {notice.text} <span className="second">{t[notice.ear]}</span>
      </span>
      <span className="notice-acts">
        {notice.page && (
          <Link to={notice.page as '/notices'} onClick={() => !notice.read && onRead()} data-open="">
            {notice.code ? spokenCode(notice.code) : t.go}
          </Link>
        )}
        {!notice.read && (
          <button
            type="button"
            className="link-button"
            onClick={onRead}
            data-act="M"
            {...(!notice.page && { 'data-open': '' })}
          >
            {t.readOne} <kbd>{keyFace('M')}</kbd>
          </button>
        )}
      </span>
    </li>
  );
}

/** Rows under the day that they came. */
function Days({ rows, onRead }: { rows: readonly InboxItem[]; onRead: (ids: readonly string[]) => void }) {
  const t = useWords();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, [], { letters: true });
  const days = [...Map.groupBy(rows, ({ at }) => dayOf(new Date(at)))];
  return (
    <section ref={box} aria-label={t.list}>
      {days.map(([day, notices]) => (
        <section key={day} aria-label={dayText(day)}>
          <h2 className="notice-day">{dayText(day)}</h2>
          <ul className="notices">
            {notices.map((notice) => (
              <Line key={notice.id} notice={notice} onRead={() => onRead([notice.id])} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** How many came since this page was asked for; they wait until they are wanted. */
function useNewer(shown: Inbox | undefined): number {
  const { data } = useQuery(noticesQuery);
  const newest = shown?.rows[0]?.at ?? '';
  return shown ? (data?.filter(({ at }) => at > newest).length ?? 0) : 0;
}

/** The inbox: what the house told this post and its desks, as far back as it goes. */
export function NoticesPage() {
  const t = useWords();
  const search = useSearch({ from: '/app/notices' });
  const navigate = useNavigate();
  const reading = useReading();
  usePageTitle(t.title);
  const unreadOnly = search.show === 'unread';
  const query = useQuery({
    queryKey: ['inbox', unreadOnly, search.after ?? ''],
    queryFn: () => api.get<Inbox>('/api/inbox', { unread: unreadOnly, after: search.after }),
    placeholderData: keepPreviousData,
  });
  const newer = useNewer(search.after === undefined && !unreadOnly ? query.data : undefined);
  const fresh = query.data?.rows.filter(({ read }) => !read).map(({ id }) => id) ?? [];
  const to = (next: NoticesSearch) => void navigate({ to: '/notices', search: next });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span>{t.unread(query.data.unread)}</span>}
        <Changes any={newer > 0} count={newer} show={() => void query.refetch()} words={t.came} />
        {fresh.length > 0 && (
          <Button
            size="small"
            className="page-head-end"
            loading={reading.isPending}
            onClick={() => reading.mutate(fresh)}
          >
            {t.readAll}
          </Button>
        )}
      </div>
      <Choice
        name="show"
        label={t.show}
        value={unreadOnly ? 'unread' : 'all'}
        options={[
          { value: 'all', label: t.all },
          { value: 'unread', label: t.onlyUnread },
        ]}
        onChange={(show) => to(show === 'unread' ? { show } : {})}
      />
      {reading.error && <Strip tone="late">{reading.error.message}</Strip>}
      <PageState query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty>{unreadOnly ? t.allRead : t.none}</Empty>
          ) : (
            <>
              <Days rows={rows} onRead={(ids) => reading.mutate(ids)} />
              <Pager
                after={search.after}
                next={next}
                onChange={(after) => to({ ...(unreadOnly && { show: 'unread' as const }), ...(after && { after }) })}
              />
            </>
          )
        }
      </PageState>
    </div>
  );
}
