import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf } from '../../../platform/now.ts';
import type { SittingList, SittingRow } from '../../../sittings/sittingViews.ts';
import { formWords, resultWords } from '../../../sittings/words.ts';
import { asOfText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { sittingsQuery } from './queries.ts';
import './sittings.css';
import { useSittingWords } from './words.ts';

function Row({ row }: { row: SittingRow }) {
  const t = useSittingWords();
  const language = useLanguage();
  return (
    <tr>
      <td>
        <Link to="/sittings/$code" params={{ code: row.code }} search={{}}>
          {row.when}
        </Link>
      </td>
      <td>
        {row.rooms}
        {row.needsRoom ? <span className="late-text"> {t.needsRoom}</span> : null}
      </td>
      <td>
        {row.about.name ? (
          <>
            {row.about.name.title} <span className="second">{row.about.name.parties}</span>
          </>
        ) : (
          <span className="second">{row.about.codeShort}</span>
        )}
      </td>
      <td>{formWords[row.form][language]}</td>
      <td>{row.result ? resultWords[row.result][language] : row.statusLabel}</td>
    </tr>
  );
}

function Part({ id, title, none, rows }: { id: string; title: string; none: string; rows: readonly SittingRow[] }) {
  const t = useSittingWords();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p className="second">{none}</p>
      ) : (
        <TableScroll label={title}>
          <table className="table">
            <thead>
              <tr>
                {[t.whenHead, t.whereHead, t.aboutHead, t.formHead, t.stateHead].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.code} row={row} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

function Lists({ list }: { list: SittingList }) {
  const t = useSittingWords();
  const dayOfRow = ({ from }: SittingRow) => dayOf(new Date(from));
  const over = ({ status }: SittingRow) => status === 'ended' || status === 'cancelled';
  const today = list.rows.filter((row) => dayOfRow(row) === list.today);
  const coming = list.rows.filter((row) => dayOfRow(row) > list.today && !over(row));
  const past = list.rows.filter((row) => !today.includes(row) && !coming.includes(row)).toReversed();
  return (
    <>
      <div className="page-head">
        <h1>{t.listTitle}</h1>
        <span className="second">{asOfText(list.asOf)}</span>
      </div>
      <Part id="sittings-today" title={t.today} none={t.noneToday} rows={today} />
      <Part id="sittings-coming" title={t.coming} none={t.noneComing} rows={coming} />
      <Part id="sittings-past" title={t.past} none={t.nonePast} rows={past} />
    </>
  );
}

/** The sittings that a post may see: today, to come, and of the last two weeks. */
export function SittingsPage() {
  const t = useSittingWords();
  usePageTitle(t.listTitle);
  const query = useQuery(sittingsQuery);
  return (
    <div className="page">
      <PageState query={query}>{(list) => <Lists list={list} />}</PageState>
    </div>
  );
}
