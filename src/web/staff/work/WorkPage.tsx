import { ReloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { WorkList } from '../../../disputes/views.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { useListKeys } from './useListKeys.ts';
import { useShownWork } from './useShownWork.ts';
import { WorkRow } from './WorkRow.tsx';
import { useWorkWords } from './words.ts';
import { grouped, type Whose, whoseItems } from './work.ts';
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

function Ticked({ codes, onClear }: { codes: readonly string[]; onClear: () => void }) {
  const t = useWorkWords();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    message.success(t.copied);
  };
  if (codes.length === 0) return null;
  return (
    <div className="row ticked">
      <span>{t.ticked(codes.length)}</span>
      <Button size="small" onClick={() => void copy()}>
        {t.copy}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {t.untick}
      </Button>
    </div>
  );
}

function List({ list, whose }: { list: WorkList; whose: Whose }) {
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
  const items = whoseItems(list.items, whose);
  if (items.length === 0) {
    const sentence = { all: t.nothing, mine: t.nothingMine, desk: t.nothingDesk }[whose];
    return <Empty actions={<Link to="/ledger">{t.ledger}</Link>}>{sentence}</Empty>;
  }
  return (
    <div ref={box}>
      {grouped(items, new Date(list.asOf)).map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`} className="work-group">
          <h2 id={`group-${group.name}`}>
            {t[group.name]} <span className="second">{group.items.length}</span>
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
      <Ticked codes={items.filter(({ id }) => ticks.has(id)).map(({ codeShort }) => codeShort)} onClear={ticks.clear} />
      <p className="second keys-line">{t.keys}</p>
    </div>
  );
}

function Tabs({ list, whose, onChange }: { list: WorkList; whose: Whose; onChange: (whose: Whose) => void }) {
  const t = useWorkWords();
  const mine = list.items.filter((item) => item.mine).length;
  if (mine === 0 || mine === list.items.length) return null;
  const options = [
    { value: 'all', label: t.all(list.items.length) },
    { value: 'mine', label: t.mine(mine) },
    { value: 'desk', label: t.desk(list.items.length - mine) },
  ];
  return (
    <Segmented aria-label={t.whose} options={options} value={whose} onChange={(value) => onChange(value as Whose)} />
  );
}

/** Everyone's home page: what I owe, soonest first. */
export function WorkPage() {
  const t = useWorkWords();
  const [whose, setWhose] = useState<Whose>('all');
  const { query, changes, showChanges } = useShownWork();
  usePageTitle(t.title);
  useHotkeys({ '.': showChanges });
  const list = query.data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {list && <span>{t.counts(list.counts.all, list.counts.overdue, list.counts.today, list.counts.week)}</span>}
        {list && <Tabs list={list} whose={whose} onChange={setWhose} />}
        <span className="page-head-end row" aria-live="polite">
          {changes > 0 && (
            <Button size="small" icon={<ReloadOutlined aria-hidden="true" />} onClick={showChanges}>
              {t.changed(changes)}（{t.show}）
            </Button>
          )}
          {list && <span className="second">{t.asOf(asOfText(list.asOf))}</span>}
        </span>
      </div>
      <PageState query={query} loading={<Loading rows={10} />}>
        {(data) => <List list={data} whose={whose} />}
      </PageState>
    </div>
  );
}
