import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { dueText, tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatCount } from '../../../ui/money.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { api } from '../api.ts';
import { useSettingsWords } from './words.ts';

export type Asked = {
  what: 'late' | 'notice' | 'complex' | 'sentBackInTime';
  side: 'today' | 'draft' | 'onlyDraft' | 'onlyToday';
  label: string;
  unit?: string;
};
type Row = {
  code: string;
  title: string;
  kind: string;
  label: string;
  unit: string;
  dues: (string | null)[];
  endedAt: string | null;
};
type Page = { total: number; visible: number; next: number | null; rows: Row[] };

function Rows({ page }: { page: Page }) {
  const t = useSettingsWords();
  const day = (iso: string | null | undefined) => (iso ? dueText(iso) : '');
  return (
    <TableScroll label={t.listNote(formatCount(page.visible), formatCount(page.total))}>
      <table className="table">
        <HeadRow heads={[t.code, t.matterTitle, t.clock, t.unit, t.dueToday, t.dueDraft, t.ended]} />
        <tbody>
          {page.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one matter may stand here with two clocks of a kind
            <tr key={index}>
              <td className="nowrap">
                <Link to="/disputes/$code" params={{ code: row.code }}>
                  {row.code}
                </Link>
              </td>
              <td>{row.title}</td>
              <td>{row.label}</td>
              <td>{row.unit}</td>
              <td className="nowrap">{day(row.dues[0])}</td>
              <td className="nowrap">{day(row.dues[1])}</td>
              <td className="nowrap">{row.endedAt ? tableTime(row.endedAt) : t.stillOpen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** The matters behind a count, as far as the reader may see them. */
export function RehearsalList({ job, asked, onClose }: { job: string; asked: Asked; onClose: () => void }) {
  const t = useSettingsWords();
  const [from, setFrom] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const { what, side, unit, label } = asked;
  const query = useQuery({
    queryKey: ['settings', 'rehearsal', job, what, side, unit, from],
    queryFn: () => api.get<Page>(`/api/settings/rehearsals/${job}/matters`, { what, side, unit, from }),
  });
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="section" aria-label={t.listOf(label)}>
      <div className="section-head">
        <h3 ref={head} tabIndex={-1}>
          {t.listOf(label)}
        </h3>
        {query.data && (
          <span className="second">{t.listNote(formatCount(query.data.visible), formatCount(query.data.total))}</span>
        )}
        <Button onClick={onClose}>{t.close}</Button>
      </div>
      <PageState query={query}>
        {(page) => (
          <>
            {page.rows.length > 0 && <Rows page={page} />}
            {page.next !== null && <Button onClick={() => setFrom(page.next ?? 0)}>{t.more}</Button>}
          </>
        )}
      </PageState>
    </section>
  );
}
