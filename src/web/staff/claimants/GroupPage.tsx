import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { GroupView } from '../../../agreements/groupViews.ts';
import type { ClaimantRow } from '../../../claimants/claimantViews.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { disputeQuery } from '../queries.ts';
import './claimants.css';
import { GroupActs } from './GroupActs.tsx';
import { GroupFields } from './GroupFields.tsx';
import { GroupMembers } from './GroupMembers.tsx';
import { GroupSums } from './GroupSums.tsx';
import { begun, findingsOf, rowsOf, sharesFit, termsOf, typedGroup } from './groupForm.ts';
import { everyoneQuery, groupQuery, groupsQuery, useRosterStep } from './queries.ts';
import { useRosterWords } from './words.ts';

const route = getRouteApi('/app/disputes/$code/agreement-group');

type FormProps = {
  view: DisputeView;
  people: readonly ClaimantRow[];
  group: GroupView | null;
  onDone: (sentence: string) => void;
};

/** Terms once, sums for each, and what the lint says of the words. */
function Form({ view, people, group, onDone }: FormProps) {
  const t = useRosterWords();
  const [typed, setTyped] = useState(() => (group ? typedGroup(group) : begun(view)));
  const [reason, setReason] = useState('');
  const act = useRosterStep(view.code, 'agreement-groups', onDone);
  const terms = termsOf(typed);
  const { rows, wrong } = rowsOf(typed.sums, people);
  const findings = findingsOf(terms, rows, view, people);
  const apart = (group?.members ?? []).filter((each) => each.apart).map(({ partyId }) => partyId);
  const errors = act.error?.fields ?? {};
  return (
    <>
      <h2>{t.terms}</h2>
      <GroupFields
        view={view}
        typed={typed}
        errors={errors}
        onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
      />
      <GroupSums people={people} sums={typed.sums} rows={rows} onChange={(sums) => setTyped({ ...typed, sums })} />
      {findings.length > 0 ? (
        <ul className="plain-list">
          {findings.map(({ id, field, says, todo }) => (
            <li key={`${id} ${field}`}>
              {says} {todo}
            </li>
          ))}
        </ul>
      ) : null}
      {group ? (
        <Field name="reason" label={t.groupReason} error={errors.reason} limit={300} typed={reason}>
          {(control) => <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
      ) : null}
      {act.error ? <ErrorSummary errors={[]} message={act.error.message} requestId={act.error.requestId} /> : null}
      {wrong ? <p role="alert">{wrong}</p> : null}
      <div className="row">
        <Button
          type="primary"
          disabled={rows.length === 0 || wrong !== null || !sharesFit(typed.shares)}
          loading={act.isPending}
          onClick={() => act.mutate({ groupId: group?.id ?? null, terms, rows, keep: apart, reason: reason.trim() })}
        >
          {t.keepGroup}
        </Button>
      </div>
    </>
  );
}

function Page({ view }: { view: DisputeView }) {
  const t = useRosterWords();
  usePageTitle(`${t.groupTitle} ${view.codeShort}`);
  const { group: asked } = route.useSearch();
  const navigate = useNavigate();
  const [done, setDone] = useState('');
  const people = useQuery(everyoneQuery(view.code));
  const groups = useQuery(groupsQuery(view.code));
  const groupId = asked ?? groups.data?.groups.at(-1)?.id;
  const group = useQuery(groupQuery(view.code, groupId));
  const finish = (sentence: string) => {
    setDone(sentence);
    void navigate({
      to: '/disputes/$code/agreement-group',
      params: { code: view.code },
      search: groupId ? { group: groupId } : {},
    });
  };
  const mayWrite = view.status === 'inMediation' && view.sight === 'full';
  return (
    <>
      <header className="page-head">
        <h1>{t.groupTitle}</h1>
        <Link to="/disputes/$code/claimants" params={{ code: view.code }}>
          {t.openList}
        </Link>
        <Link to="/disputes/$code" params={{ code: view.code }}>
          {t.back}：{view.title}
        </Link>
      </header>
      <p className="second">{t.groupIntro}</p>
      {done ? <Strip onClose={() => setDone('')}>{done}</Strip> : null}
      {group.data ? (
        <>
          <p>
            <b>{t.groupLine(group.data.count, group.data.numbers, group.data.locked, group.data.signed)}</b>
          </p>
          <GroupActs view={view} group={group.data} onDone={finish} />
          <GroupMembers code={view.code} group={group.data} />
        </>
      ) : null}
      {mayWrite && groups.data && (groupId === undefined || group.data) ? (
        <PageState query={people}>
          {(rows) => (
            <Form
              key={`${groupId} ${group.data?.digest}`}
              view={view}
              people={rows}
              group={group.data ?? null}
              onDone={finish}
            />
          )}
        </PageState>
      ) : null}
    </>
  );
}

/** Agreements for many: written once, kept for each, locked and agreed on together. */
export function GroupPage() {
  const { code } = route.useParams();
  const query = useQuery(disputeQuery(code));
  return (
    <div className="page group-page">
      <PageState query={query}>{(view) => <Page key={view.code} view={view} />}</PageState>
    </div>
  );
}
