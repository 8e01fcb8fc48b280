import { ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { WorkItem, WorkList } from '../../../procedures/views.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { handoversQuery, waitingOf } from './handovers.ts';
import { useListKeys } from './useListKeys.ts';
import { useShownWork } from './useShownWork.ts';
import { WorkRow } from './WorkRow.tsx';
import { useWorkWords } from './words.ts';
import { grouped, itemsOf, type Whose } from './work.ts';
import './work.css';

function useToggles() {
  const [set, setSet] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(set);
    if (!next.delete(id)) next.add(id);
    setSet(next);
  };
  return { has: (id: string) => set.has(id), size: set.size, toggle, clear: () => setSet(new Set()) };
}

function Ticked({ items, onClear }: { items: readonly WorkItem[]; onClear: () => void }) {
  const t = useWorkWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const codes = items.map(({ codeShort }) => codeShort);
  const full = [...new Set(items.map(({ code }) => code))];
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    message.success(t.copied);
  };
  if (codes.length === 0) return null;
  return (
    <div className="row ticked">
      <span>{t.ticked(codes.length)}</span>
      <Button size="small" onClick={() => void navigate({ to: '/handovers', search: { codes: full.join(',') } })}>
        {t.handOver}
      </Button>
      <Button size="small" onClick={() => void copy()}>
        {t.copy}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {t.untick}
      </Button>
    </div>
  );
}

type Shown = { pages: readonly WorkList[]; whose: Whose; more: ReactNode };

function List({ pages, whose, more }: Shown) {
  const t = useWorkWords();
  const ticks = useToggles();
  const peeks = useToggles();
  const box = useRef<HTMLDivElement>(null);
  useListKeys(
    box,
    [
      ['Space', peeks.toggle],
      ['X', ticks.toggle],
    ],
    { letters: true },
  );
  const items = itemsOf(pages);
  if (items.length === 0) {
    const sentence = { all: t.nothing, mine: t.nothingMine, desk: t.nothingDesk }[whose];
    return <Empty actions={<Link to="/ledger">{t.ledger}</Link>}>{sentence}</Empty>;
  }
  return (
    <div ref={box}>
      {grouped(items, new Date(pages[0]?.asOf ?? 0)).map((group, at, groups) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`} className="work-group">
          <h2 id={`group-${group.name}`}>
            {t[group.name]}{' '}
            <span className="second">{`${group.items.length}${more && at === groups.length - 1 ? '+' : ''}`}</span>
          </h2>
          <ul className="work-list">
            {group.items.map((item) => (
              <WorkRow
                key={item.id}
                item={item}
                ticked={ticks.has(item.id)}
                open={peeks.has(item.id)}
                onTick={() => ticks.toggle(item.id)}
                onPeek={() => peeks.toggle(item.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {more}
      <Ticked items={items.filter(({ id }) => ticks.has(id))} onClear={ticks.clear} />
      <p className="second keys-line">{t.keys}</p>
    </div>
  );
}

type Counts = NonNullable<WorkList['counts']>;

function Tabs({ counts, whose, onChange }: { counts: Counts; whose: Whose; onChange: (whose: Whose) => void }) {
  const t = useWorkWords();
  const { all, mine } = counts;
  if (mine === 0 || mine === all) return null;
  const options = [
    { value: 'all', label: t.all(all) },
    { value: 'mine', label: t.mine(mine) },
    { value: 'desk', label: t.desk(all - mine) },
  ];
  return (
    <Segmented aria-label={t.whose} options={options} value={whose} onChange={(value) => onChange(value as Whose)} />
  );
}

/** What colleagues handed to me and waits for my 收到; what I gave away is one press from here. */
function Handed() {
  const t = useWorkWords();
  const handovers = useQuery(handoversQuery('received')).data;
  const waiting = waitingOf(handovers);
  return (
    <>
      {waiting > 0 && (
        <Link to="/handovers" search={{ tab: 'received' }}>
          {t.handedToMe(waiting)}
        </Link>
      )}
      {handovers && handovers.given > 0 && (
        <Link to="/handovers" search={{ tab: 'given' }}>
          {t.givenAway(handovers.given)}
        </Link>
      )}
    </>
  );
}

/** Everyone's home page: what I owe, soonest first. */
export function WorkPage({ below }: { below: ReactNode }) {
  const t = useWorkWords();
  const [whose, setWhose] = useState<Whose>('all');
  const { query, changes, showChanges } = useShownWork(whose);
  usePageTitle(t.title);
  useHotkeys({ '.': showChanges });
  const first = query.data?.[0];
  const counts = first?.counts;
  const more = query.hasNextPage && (
    <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t.more}
    </Button>
  );
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {counts && <span>{t.counts(counts.all, counts.overdue, counts.today, counts.week)}</span>}
        {counts && <Tabs counts={counts} whose={whose} onChange={setWhose} />}
        <Handed />
        <span className="page-head-end row" aria-live="polite">
          {changes > 0 && (
            <Button size="small" icon={<ReloadOutlined aria-hidden="true" />} onClick={showChanges}>
              {t.changed(changes)}（{t.show}）
            </Button>
          )}
          {first && <span className="second">{t.asOf(asOfText(first.asOf))}</span>}
        </span>
      </div>
      <PageState query={query} loading={<Loading rows={10} />}>
        {(pages) => <List pages={pages} whose={whose} more={more} />}
      </PageState>
      {below}
    </div>
  );
}
