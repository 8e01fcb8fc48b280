import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useRef } from 'react';
import type { NoticeListRow, NoticePage } from '../../../../supervision/noticeViews.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { asOfText, dueText, tableTime } from '../../../../ui/dates.ts';
import { Field } from '../../../../ui/Field.tsx';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { Empty, Loading, PageState } from '../../../../ui/PageState.tsx';
import { Pick } from '../../../../ui/Pick.tsx';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { useUnits } from '../../dispute/steps/References.tsx';
import { usePost } from '../../useMe.ts';
import { useListKeys } from '../../work/useListKeys.ts';
import './notices.css';
import { states } from './noticeSearch.ts';
import { type NoticeSearch, noticesPageQuery } from './queries.ts';
import { useNoticeWords } from './words.ts';

function Filters({ search, onChange }: { search: NoticeSearch; onChange: (next: NoticeSearch) => void }) {
  const t = useNoticeWords();
  const { options } = useUnits(usePost().countyCode);
  const { after: _, ...rest } = search;
  const units = [{ value: '*', label: t.anyUnit, initials: 'qb' }, ...options];
  const toggled = (name: 'level' | 'listed', value: string, on: boolean) => {
    const { [name]: _old, ...others } = rest;
    onChange(on ? { ...others, [name]: value } : others);
  };
  return (
    <div className="row notice-filters no-print">
      <Choice
        name="state"
        label={t.state}
        options={states.map((state) => ({ value: state, label: t[`state_${state}`] }))}
        value={(search.state ?? 'open') as (typeof states)[number]}
        onChange={(state) => onChange({ ...rest, state })}
      />
      <Field name="unit" label={t.unit}>
        {(control) => (
          <Pick
            control={control}
            options={units}
            value={search.unit ?? '*'}
            onChange={(unit) => {
              const { unit: _old, ...others } = rest;
              onChange(unit === '*' ? others : { ...others, unit });
            }}
            placeholder={t.anyUnit}
            nothingFound={t.nothingFound}
          />
        )}
      </Field>
      <Checkbox checked={search.level === '2'} onChange={(event) => toggled('level', '2', event.target.checked)}>
        {t.again}
      </Checkbox>
      <Checkbox
        checked={search.listed === 'true'}
        onChange={(event) => toggled('listed', 'true', event.target.checked)}
      >
        {t.listedOnly}
      </Checkbox>
    </div>
  );
}

function AboutName({ about: { name } }: Pick<NoticeListRow, 'about'>) {
  if (!name) return null;
  return (
    <span className="notice-name">
      {name.title} <span className="work-parties">{name.parties}</span> <span className="second">{name.unit}</span>
    </span>
  );
}

function Row({ row }: { row: NoticeListRow }) {
  const t = useNoticeWords();
  const marks = [row.origin === 'ladder' ? t.auto : t.byLeader, row.copied && t.copied, row.listed && t.listed];
  return (
    <tr data-row={row.code}>
      <td className="nowrap">
        <Link to="/supervision/notices/$code" params={{ code: row.code }} data-open="">
          {row.number ?? row.code}
        </Link>
      </td>
      <td className="notice-what">
        <AboutName about={row.about} />
        {row.title} <span className="second">{row.about.category}</span>{' '}
        <Link to="/disputes/$code" params={{ code: row.about.code }} search={{}}>
          {row.about.codeShort}
        </Link>
      </td>
      <td>
        <span className="two-lines">{row.units.map(({ unit }) => unit).join('、')}</span>
      </td>
      <td className="nowrap">
        {row.replyBy ? (
          <span className={row.replyLate ? 'clock clock-overdue' : 'clock clock-normal'}>
            <StateIcon shape={row.replyLate ? 'overdue' : 'normal'} /> {dueText(row.replyBy)}
            {row.replyLate ? ` ${t.late}` : ''}
          </span>
        ) : null}
      </td>
      <td>
        {row.statusLabel}
        <span className="second"> {marks.filter(Boolean).join(' · ')}</span>
      </td>
      <td className="nowrap">{tableTime(row.sentAt)}</td>
    </tr>
  );
}

function Table({ page, search }: { page: NoticePage; search: NoticeSearch }) {
  const t = useNoticeWords();
  const box = useRef<HTMLElement>(null);
  const { after, ...start } = search;
  useListKeys(box, []);
  return (
    <>
      <TableScroll label={t.title} ref={box}>
        <table className="table notice-table">
          <HeadRow heads={[t.number, t.what, t.to, t.replyBy, t.stateHead, t.sent]} />
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.code} row={row} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <nav className="row pages no-print" aria-label={t.more}>
        {after ? (
          <Link to="/supervision/notices" search={start}>
            {t.first}
          </Link>
        ) : null}
        {page.next ? (
          <Link to="/supervision/notices" search={{ ...search, after: page.next }}>
            {t.more}
          </Link>
        ) : null}
      </nav>
    </>
  );
}

const total = (page: NoticePage, status: string): number => page.counts.find((each) => each.status === status)?.n ?? 0;

/** Every notice this post may see: those that wait first, soonest reply first. */
export function NoticesPage() {
  const t = useNoticeWords();
  const search = useSearch({ from: '/app/supervision/notices' });
  const navigate = useNavigate();
  const query = useQuery({ ...noticesPageQuery(search), placeholderData: keepPreviousData });
  usePageTitle(t.title);
  const page = query.data;
  const filtered = Object.keys(search).some((name) => name !== 'after');
  const again = page?.counts.reduce((sum, each) => sum + each.again, 0) ?? 0;
  return (
    <div className="page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {page ? <span>{t.heads(total(page, 'sent'), total(page, 'answered'), again)}</span> : null}
        <Link to="/supervision">{t.board}</Link>
        {page ? <span className="page-head-end">{t.asOf(asOfText(page.asOf))}</span> : null}
      </div>
      <Filters search={search} onChange={(next) => void navigate({ to: '/supervision/notices', search: next })} />
      <PageState query={query} loading={<Loading rows={10} />}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty actions={filtered ? <Link to="/supervision/notices">{t.clear}</Link> : null}>
              {filtered ? t.emptyFiltered : t.empty}
            </Empty>
          ) : (
            <Table page={data} search={search} />
          )
        }
      </PageState>
    </div>
  );
}
