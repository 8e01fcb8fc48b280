import { useQuery } from '@tanstack/react-query';
import type { PresenceWeek } from '../../../attendance/views.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { presenceWeekQuery } from './queries.ts';
import { usePresenceWords } from './words.ts';

function Cell({ cells }: { cells: PresenceWeek['rows'][number]['cells'][number] }) {
  if (cells.length === 0) return <td className="third">—</td>;
  return (
    <td>
      {cells.map(({ unitId, unit, hours, changed }) => (
        <div key={unitId}>
          <b>{unit}</b> <span className="second">{hours}</span>
          {changed && <div className="second">{changed}</div>}
        </div>
      ))}
    </td>
  );
}

/** The counter plan of a week: a row for each counter, a column for each day. */
export function WeekTable({ center, day }: { center: string | undefined; day: string }) {
  const t = usePresenceWords();
  const query = useQuery(presenceWeekQuery({ center, day }));
  return (
    <PageState query={query}>
      {(week) => (
        <TableScroll label={t.week}>
          <table className="table presence-week">
            <thead>
              <tr>
                <th scope="col">{t.counter}</th>
                {week.days.map((each) => (
                  <th key={each.day} scope="col">
                    {each.day.slice(5)} <span className="second">{each.name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {week.rows.map(({ counter, name, cells }) => (
                <tr key={counter ?? 'none'}>
                  <th scope="row">
                    {counter === null ? t.noCounter : t.counterOf(counter)}
                    <div className="second">{name}</div>
                  </th>
                  {week.days.map((each, at) => (
                    <Cell key={each.day} cells={cells[at] ?? []} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </PageState>
  );
}
