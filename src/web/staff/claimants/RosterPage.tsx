import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type Roster, type RosterFilter, rosterFilters } from '../../../claimants/claimantViews.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { formatMoney, spokenMoney } from '../../../ui/money.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { disputeQuery } from '../queries.ts';
import { ChooseDialog } from './ChooseDialog.tsx';
import './claimants.css';
import { ClaimantDialog } from './ClaimantDialog.tsx';
import { Preview } from './Preview.tsx';
import { rosterQuery, useRosterStep } from './queries.ts';
import { type Opened, RosterActs } from './RosterActs.tsx';
import { RosterTable } from './RosterTable.tsx';
import { useRosterWords } from './words.ts';

const route = getRouteApi('/app/disputes/$code/claimants');
const SETTLED_MS = 300;

/** What the dispute itself says beside what the list comes to; a person presses, nothing is taken over by itself. */
function Proposal({ code, roster, onDone }: { code: string; roster: Roster; onDone: (sentence: string) => void }) {
  const t = useRosterWords();
  const { registered, totals } = roster;
  const amend = useRosterStep(code, 'amendments', () => onDone(t.takenOver));
  const sum = totals.claimCents > 0 && registered.amountCents !== totals.claimCents;
  const people = registered.peopleInvolved < totals.present;
  if (!sum && !people) return null;
  const said = registered.amountCents === null ? t.unsaid : spokenMoney(registered.amountCents);
  const body = {
    ...(sum && { amountCents: totals.claimCents }),
    ...(people && { peopleInvolved: totals.present }),
    reason: t.takeOverReason,
  };
  return (
    <p className="row">
      <span>
        {sum ? t.differs(said, spokenMoney(totals.claimCents)) : ''}
        {people ? t.peopleDiffer(registered.peopleInvolved, totals.present) : ''}
      </span>
      <Button size="small" loading={amend.isPending} onClick={() => amend.mutate(body)}>
        {t.takeOver}
      </Button>
      {amend.error ? <span role="alert">{amend.error.message}</span> : null}
    </p>
  );
}

function Sums({ totals }: Pick<Roster, 'totals'>) {
  const t = useRosterWords();
  const { present, left, claimCents, agreedCents, paidCents, withAccount } = totals;
  const sums = [
    [t.claimed, claimCents],
    [t.agreed, agreedCents],
    [t.paidSum, paidCents],
  ] as const;
  return (
    <p className="roster-sums">
      <b>{t.summary(present, left)}</b>
      {sums.map(([label, cents]) => (
        <span key={label}>
          {label} <b className="number">{formatMoney(cents)}</b>
        </span>
      ))}
      {withAccount < present ? <span className="second">{t.noAccounts(present - withAccount)}</span> : null}
    </p>
  );
}

function List({ view, onDone }: { view: DisputeView; onDone: (sentence: string) => void }) {
  const t = useRosterWords();
  const [filter, setFilter] = useState<RosterFilter>('all');
  const [find, setFind] = useState('');
  const settled = useSettled(find.trim(), SETTLED_MS);
  const query = useInfiniteQuery(rosterQuery(view.code, filter, settled));
  const first = query.data?.pages[0];
  return (
    <>
      {first ? <Sums totals={first.totals} /> : null}
      {first && view.sight === 'full' ? <Proposal code={view.code} roster={first} onDone={onDone} /> : null}
      <div className="row roster-filters">
        <Select<RosterFilter>
          aria-label={t.filter}
          value={filter}
          style={{ width: 180 }}
          options={rosterFilters.map((value) => ({ value, label: t.filterOf(value) }))}
          onChange={setFilter}
        />
        <Input
          aria-label={t.find}
          placeholder={t.find}
          value={find}
          style={{ width: 320 }}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      <PageState query={{ ...query, data: query.data?.pages }}>
        {(pages) => <RosterTable view={view} rows={pages.flatMap(({ rows }) => rows)} onDone={onDone} />}
      </PageState>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}

function Page({ view }: { view: DisputeView }) {
  const t = useRosterWords();
  usePageTitle(`${t.title} ${view.codeShort}`);
  const [file, setFile] = useState<File | null>(null);
  const [open, setOpen] = useState<Opened>(null);
  const [done, setDone] = useState('');
  const finish = (sentence: string) => {
    setDone(sentence);
    setOpen(null);
    setFile(null);
  };
  return (
    <>
      <header className="page-head">
        <h1>{t.title}</h1>
        <Link to="/disputes/$code" params={{ code: view.code }}>
          {t.back}：{view.title}
        </Link>
      </header>
      {done ? <Strip onClose={() => setDone('')}>{done}</Strip> : null}
      <RosterActs view={view} onFile={setFile} onOpen={setOpen} />
      <p className="second">{t.accepts}</p>
      {file ? (
        <Preview
          key={file.name + file.lastModified}
          view={view}
          file={file}
          onDone={finish}
          onClose={() => setFile(null)}
        />
      ) : null}
      {open === 'add' ? <ClaimantDialog view={view} onDone={finish} onClose={() => setOpen(null)} /> : null}
      {open === 'choose' ? <ChooseDialog code={view.code} onDone={finish} onClose={() => setOpen(null)} /> : null}
      <List view={view} onDone={finish} />
    </>
  );
}

/** Everybody who asks for something in one dispute: sums by person and in all, accounts, who speaks for whom. */
export function RosterPage() {
  const { code } = route.useParams();
  const query = useQuery(disputeQuery(code));
  return (
    <div className="page">
      <PageState query={query}>{(view) => <Page view={view} />}</PageState>
    </div>
  );
}
