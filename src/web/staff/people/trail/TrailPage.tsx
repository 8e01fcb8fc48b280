import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { type PeopleAct, trailActs } from '../../../../people/trail.ts';
import type { Page, TrailView } from '../../../../people/views.ts';
import { tableTime } from '../../../../ui/dates.ts';
import { Field } from '../../../../ui/Field.tsx';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { makeCatalog, useLanguage } from '../../../../ui/i18n.ts';
import { Empty, PageState } from '../../../../ui/PageState.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { useClear } from '../../../../ui/useClear.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { api } from '../../api.ts';
import { Pager } from '../../shell/Pager.tsx';
import { AdminResets } from '../AdminResets.tsx';
import { detailText } from './detail.ts';
import { subjectText } from './subject.ts';

const useWords = makeCatalog({
  zh: {
    title: '操作记录',
    note: '谁在什么时候对哪个编号做了什么。只增不改；不含事情的内容。新的在前。',
    act: '做了什么',
    subject: '对哪个编号',
    anyAct: '全部',
    look: '查',
    at: '时间',
    who: '谁',
    what: '做了什么',
    about: '对象',
    more: '补充',
    from: '从哪里',
    nobody: '没有登录的人',
    allOfIt: '看这一个的全部',
    none: '还没有记录。',
    noneFound: '没有这样的记录；换个条件再查。',
  },
  en: {
    title: 'Trail',
    note: 'Who did what to which code, and when. Only ever added to; no contents. Newest first.',
    act: 'Act',
    subject: 'Code or id',
    anyAct: 'All',
    look: 'Look up',
    at: 'Time',
    who: 'Who',
    what: 'Act',
    about: 'About',
    more: 'Detail',
    from: 'From',
    nobody: 'not logged in',
    allOfIt: 'All about it',
    none: 'Nothing is recorded yet.',
    noneFound: 'Nothing fits; try other conditions.',
  },
});

function Rows({ rows }: { rows: readonly TrailView[] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <TableScroll label={t.title}>
      <table className="table">
        <HeadRow heads={[t.at, t.who, t.what, t.about, t.more, t.from]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="nowrap">{tableTime(row.at)}</td>
              <td>
                {row.name ?? <span className="third">{t.nobody}</span>} <span className="second">{row.login}</span>
              </td>
              <td>{trailActs[row.act as PeopleAct]?.[language] ?? ''}</td>
              <td className="break">
                {row.subject && (
                  <Link to="/trail" search={{ subject: row.subject }}>
                    {subjectText(row.subject, row.subjectName, language) || t.allOfIt}
                  </Link>
                )}
              </td>
              <td className="second break">{detailText(row.detail, language)}</td>
              <td>{row.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Filters() {
  const t = useWords();
  const clear = useClear();
  const language = useLanguage();
  const search = useSearch({ from: '/app/trail' });
  const navigate = useNavigate();
  const [subject, setSubject] = useState(search.subject ?? '');
  const go = (act: string | undefined, about: string) =>
    void navigate({ to: '/trail', search: { ...(act && { act }), ...(about && { subject: about }) } });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    go(search.act, subject.trim());
  };
  return (
    <form className="row filters-row" onSubmit={onSubmit}>
      <Field name="act" label={t.act}>
        {(control) => (
          <Select
            {...control}
            className="wide-select"
            allowClear={clear}
            placeholder={t.anyAct}
            value={search.act ?? null}
            options={Object.entries(trailActs).map(([value, label]) => ({ value, label: label[language] }))}
            onChange={(act: string | null) => go(act ?? undefined, subject.trim())}
          />
        )}
      </Field>
      <Field name="subject" label={t.subject}>
        {(control) => <Input {...control} value={subject} onChange={(event) => setSubject(event.target.value)} />}
      </Field>
      <Button htmlType="submit">{t.look}</Button>
    </form>
  );
}

/** The audit administrator's page. */
export function TrailPage() {
  const t = useWords();
  const search = useSearch({ from: '/app/trail' });
  const navigate = useNavigate();
  usePageTitle(t.title);
  const query = useQuery({
    queryKey: ['trail', search],
    queryFn: () => api.get<Page<TrailView>>('/api/trail', search),
    placeholderData: keepPreviousData,
  });
  const filtered = Boolean(search.act ?? search.subject);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="second">{t.note}</span>
      </div>
      <AdminResets />
      <Filters />
      <PageState query={query}>
        {({ items }) => (items.length === 0 ? <Empty>{filtered ? t.noneFound : t.none}</Empty> : <Rows rows={items} />)}
      </PageState>
      <Pager
        after={search.after}
        next={query.data?.next ?? null}
        onChange={(after) => {
          const { after: _before, ...rest } = search;
          void navigate({ to: '/trail', search: after ? { ...rest, after } : rest });
        }}
      />
    </div>
  );
}
