import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Backups } from './Backups.tsx';
import { Findings } from './Findings.tsx';
import { ClockJumps, Restorations } from './Held.tsx';
import { type Upkeep, upkeepQuery } from './queries.ts';
import { Signing } from './Signing.tsx';
import { Work } from './Work.tsx';
import { useOperationsWords } from './words.ts';
import './operations.css';

function Standing({ findings }: Pick<Upkeep, 'findings'>) {
  const t = useOperationsWords();
  const bad = findings.filter(({ state }) => state === 'bad').length;
  const rest = findings.filter(({ state }) => state === 'warn' || state === 'unchecked').length;
  if (bad > 0)
    return (
      <Strip tone="late" standing>
        {t.attention(bad, rest)}
      </Strip>
    );
  return rest > 0 ? (
    <Strip tone="soon" standing>
      {t.notice(rest)}
    </Strip>
  ) : (
    <Strip standing>{t.allGood}</Strip>
  );
}

/** Where the system administrator's day begins: whether the house stands well, and the way back if it falls. */
export function OperationsPage() {
  const t = useOperationsWords();
  usePageTitle(t.title);
  const query = useQuery(upkeepQuery);
  const time = new Date(query.dataUpdatedAt).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span className="second">{t.asOf(time)}</span>}
        <Button className="page-head-end" loading={query.isFetching} onClick={() => void query.refetch()}>
          {t.again}
        </Button>
      </div>
      <PageState query={query}>
        {(page) => (
          <>
            <ClockJumps jumps={page.clockJumps} />
            <Restorations restorations={page.restorations} />
            <Standing findings={page.findings} />
            <Findings findings={page.findings} />
            <Backups {...page} />
            <Work work={page.work} />
            <Signing signing={page.signing} />
          </>
        )}
      </PageState>
    </div>
  );
}
