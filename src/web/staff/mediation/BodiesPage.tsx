import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { bodyKindWords, type MemberPart, partWords } from '../../../mediation/bodies.ts';
import type { BodyView, MediationBodies, MediatorView } from '../../../mediation/bodyViews.ts';
import { dayText } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { categoriesQuery, queryClient } from '../queries.ts';
import { EditBody } from './EditBody.tsx';
import { EditMediator } from './EditMediator.tsx';
import { bodiesQuery } from './queries.ts';
import { useMediationWords } from './words.ts';

const route = getRouteApi('/app/mediation');

function Term({ to, state }: { to: string | null; state: BodyView['term'] }) {
  const t = useMediationWords();
  if (to === null) return null;
  return (
    <>
      {t.until(dayText(to))}{' '}
      {state === 'endsSoon' || state === 'ended' ? (
        <span className="second">
          <StateIcon shape={state === 'ended' ? 'overdue' : 'dueSoon'} /> {t[state]}
        </span>
      ) : null}
    </>
  );
}

type Acts<T> = { rows: readonly T[]; mayKeep: boolean; onEdit: (row: T) => void };

function Bodies({ rows, mayKeep, onEdit }: Acts<BodyView>) {
  const t = useMediationWords();
  const language = useLanguage();
  if (rows.length === 0) return <Empty>{t.noBodies}</Empty>;
  return (
    <TableScroll label={t.bodies}>
      <table className="table">
        <HeadRow heads={[t.name, t.kind, t.people, t.term, t.acts]} />
        <tbody>
          {rows.map((body) => (
            <tr key={body.unitId}>
              <td>
                <b>{body.name}</b>
                {body.parent ? <div className="second">{body.parent}</div> : null}
                {body.team.length > 0 ? (
                  <div className="second">
                    {body.team.map(({ name, part }) => `${partWords[part as MemberPart][language]} ${name}`).join('，')}
                  </div>
                ) : null}
              </td>
              <td>
                {body.kept ? bodyKindWords[body.form.kind][language] : <span className="third">{t.notKept}</span>}
              </td>
              <td>{body.form.members === null ? null : t.membersOf(body.form.members, body.form.women)}</td>
              <td>
                <Term to={body.form.termTo} state={body.term} />
              </td>
              <td>
                {mayKeep ? (
                  <Button size="small" onClick={() => onEdit(body)}>
                    {t.change}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Mediators({ rows, mayKeep, onEdit }: Acts<MediatorView>) {
  const t = useMediationWords();
  if (rows.length === 0) return <Empty>{t.noMediators}</Empty>;
  return (
    <TableScroll label={t.mediators}>
      <table className="table">
        <HeadRow heads={[t.name, t.skills, t.languages, t.load, t.term, t.acts]} />
        <tbody>
          {rows.map((mediator) => (
            <tr key={mediator.postId}>
              <td>
                <b>{mediator.name}</b>
                <div className="second">{mediator.studio ?? mediator.unit}</div>
                {mediator.form.status === 'active' ? null : (
                  <div className="second">{mediator.form.status === 'resting' ? t.resting : t.left}</div>
                )}
              </td>
              <td>
                {mediator.skills.join('、')}
                <div className="second">{mediator.form.fields.join('、')}</div>
              </td>
              <td>{mediator.form.languages.join('、')}</td>
              <td className="number">{t.loadCount(mediator.load)}</td>
              <td>
                <Term to={mediator.form.termTo} state={mediator.term} />
              </td>
              <td>
                {mayKeep ? (
                  <Button size="small" onClick={() => onEdit(mediator)}>
                    {t.change}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type Editing = { body: BodyView } | { mediator: MediatorView } | null;

function Lists({ all, skill }: { all: MediationBodies; skill: string | undefined }) {
  const t = useMediationWords();
  const [editing, setEditing] = useState<Editing>(null);
  const [saved, setSaved] = useState(false);
  const close = () => setEditing(null);
  const done = () => {
    close();
    setSaved(true);
    void queryClient.invalidateQueries({ queryKey: bodiesQuery.queryKey });
  };
  const able = all.mediators.filter(({ form }) => skill === undefined || form.skills.includes(skill));
  return (
    <>
      {saved && <Strip onClose={() => setSaved(false)}>{t.saved}</Strip>}
      <h2>{t.mediators}</h2>
      <Mediators rows={able} mayKeep={all.mayKeep} onEdit={(mediator) => setEditing({ mediator })} />
      <h2>{t.bodies}</h2>
      <Bodies rows={all.bodies} mayKeep={all.mayKeep} onEdit={(body) => setEditing({ body })} />
      {editing && 'body' in editing ? (
        <EditBody {...{ body: editing.body, all, onClose: close, onDone: done }} />
      ) : null}
      {editing && 'mediator' in editing ? (
        <EditMediator {...{ mediator: editing.mediator, all, onClose: close, onDone: done }} />
      ) : null}
    </>
  );
}

/** 调解组织和调解员: who can mediate here, with what skill, load and term. */
export function BodiesPage() {
  const t = useMediationWords();
  usePageTitle(t.title);
  const { skill } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(bodiesQuery);
  const categories = useQuery(categoriesQuery).data ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="second">{t.intro}</span>
        <Select
          className="page-head-end"
          aria-label={t.skillFilter}
          style={{ width: 200 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t.anySkill },
            ...categories.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={skill ?? ''}
          onChange={(value: string) => void navigate({ search: value ? { skill: value } : {} })}
        />
      </div>
      <PageState query={query}>{(all) => <Lists all={all} skill={skill} />}</PageState>
    </div>
  );
}
