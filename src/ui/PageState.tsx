import { Button } from 'antd';
import type { ReactNode } from 'react';
import { makeCatalog } from './i18n.ts';
import { StateIcon } from './StateIcon.tsx';

const useWords = makeCatalog({
  zh: {
    loading: '正在取数据',
    refused: '这个岗位看不到这一页',
    failed: '没有取到',
    again: '再取一次',
    offline: '连不上服务器。看看网线或无线网；写好的内容还在这一页。',
    request: (id: string) => `编号 ${id}，报给管理员时念这个。`,
  },
  en: {
    loading: 'Loading',
    refused: 'This post does not see this page',
    failed: 'Could not be loaded',
    again: 'Try again',
    offline: 'The server cannot be reached. Check the network; what you wrote is still on this page.',
    request: (id: string) => `Number ${id}, for the administrator.`,
  },
});

/** Grey lines where the page will stand, so that nothing jumps when it comes. */
export function Loading({ rows = 8, height = 44 }: { rows?: number; height?: number }) {
  const t = useWords();
  return (
    <div className="loading" role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="loading-row" style={{ height }} />
      ))}
    </div>
  );
}

/** Nothing here, in a sentence that says what it means and what comes next. */
export function Empty({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {actions}
    </div>
  );
}

/** The server's sentence names who can. */
export function Refused({ sentence, actions }: { sentence: string; actions?: ReactNode }) {
  const t = useWords();
  return (
    <div className="page-problem" role="alert">
      <h2>
        <StateIcon shape="info" /> {t.refused}
      </h2>
      <p>{sentence}</p>
      {actions}
    </div>
  );
}

export type Failure = { kind: string; message: string; requestId?: string | undefined };

export function Failed({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const t = useWords();
  const offline = failure.kind === 'offline';
  return (
    <div className="page-problem" role="alert">
      <h2>
        <StateIcon shape="overdue" /> {t.failed}
      </h2>
      <p>{offline ? t.offline : failure.message}</p>
      {!offline && failure.requestId && <p className="second">{t.request(failure.requestId)}</p>}
      {onRetry && <Button onClick={onRetry}>{t.again}</Button>}
    </div>
  );
}

type Query<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
type Props<T> = { query: Query<T>; loading?: ReactNode; children: (data: T) => ReactNode };

const refusedKinds = new Set(['forbidden', 'notFound']);

/** The four honest states of a page: loading, refused, failed, ready. Data once shown stays through a failed refresh. */
export function PageState<T>({ query, loading = <Loading />, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const failure = query.error as Failure;
    if (refusedKinds.has(failure.kind)) return <Refused sentence={failure.message} />;
    return <Failed failure={failure} onRetry={() => void query.refetch()} />;
  }
  return loading;
}
