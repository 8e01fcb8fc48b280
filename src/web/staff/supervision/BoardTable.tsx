import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { BoardSort } from '../../../dashboards/boardInput.ts';
import type { Board, BoardRow, BoardTotals } from '../../../dashboards/boardView.ts';
import { formatCount } from '../../../ui/money.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useListKeys } from '../work/useListKeys.ts';
import { type BoardSearch, drill, filterOf, rowFilter } from './boardSearch.ts';
import { Apart, Figure, Notices, Oldest, type Where } from './Figures.tsx';
import { Sparkline } from './Sparkline.tsx';
import { useBoardWords } from './words.ts';

type HeadProps = { search: BoardSearch; sort: BoardSort; now: BoardSort; children: string; number?: boolean };

/** People look for the order in the headings. */
function Head({ search, sort, now, children, number }: HeadProps) {
  const t = useBoardWords();
  const here = now === sort;
  const { sort: _, ...rest } = search;
  return (
    <th
      scope="col"
      className={number ? 'number' : undefined}
      aria-sort={here ? (sort === 'name' ? 'ascending' : 'descending') : 'none'}
    >
      <Link
        to="/supervision"
        search={sort === 'soon' ? rest : { ...rest, sort }}
        title={t.sortedBy(children) + (here ? t.here : '')}
        resetScroll={false}
      >
        {children}
        <span aria-hidden="true">{here ? (sort === 'name' ? ' ↑' : ' ↓') : ''}</span>
      </Link>
    </th>
  );
}

const percent = ({ numerator, denominator }: BoardTotals['lateRate']): string =>
  denominator === 0 ? '—' : `${((numerator / denominator) * 100).toFixed(1)}%`;

/** A rate always with what it is of; of small numbers no rate is made. */
function Rate({ of, small }: { of: BoardTotals; small: boolean }) {
  const t = useBoardWords();
  if (small) return <span className="third">{t.small}</span>;
  const { numerator, denominator } = of.lateRate;
  return (
    <>
      {percent(of.lateRate)}{' '}
      <span className="second">
        ({formatCount(numerator)}/{formatCount(denominator)})
      </span>
    </>
  );
}

type CellsProps = { at: Where; of: BoardTotals; small: boolean; most: number; children: ReactNode };

function Cells({ at, of, small, most, children }: CellsProps) {
  const t = useBoardWords();
  return (
    <>
      <th scope="row" className="board-name">
        {children}
        {of.hidden > 0 && <span className="second board-hidden">{t.hidden(of.hidden)}</span>}
      </th>
      <td className="number board-open" data-label={t.open}>
        <Figure at={at} state="open" count={of.open} word={t.open} />
      </td>
      <td className={of.late > 0 ? 'number board-late board-is-late' : 'number board-late'} data-label={t.late}>
        <Figure at={at} state="late" count={of.late} word={t.late}>
          <StateIcon shape="overdue" />{' '}
        </Figure>
      </td>
      <td className="number" data-label={t.rate}>
        <Rate of={of} small={small} />
      </td>
      <td className="number" data-label={t.soon}>
        <Figure at={at} state="soon" count={of.soon} word={t.soon}>
          <StateIcon shape="dueSoon" />{' '}
        </Figure>
      </td>
      <td className="number" data-label={t.threeDays}>
        <Figure at={at} state="threeDays" count={of.threeDays} word={t.threeDays} />
      </td>
      <td className="board-oldest" data-label={t.oldest}>
        <Oldest of={of} />
      </td>
      <td data-label={t.noticed}>
        <Notices at={at} of={of} />
      </td>
      <td className="board-wide" data-label={t.apart}>
        <Apart at={at} of={of} />
      </td>
      <td className="number" data-label={t.struckOff}>
        <Figure at={at} state="struckOff" count={of.struckOff} word={t.struckOff} />
      </td>
      <td data-label={t.weeks}>
        <Sparkline name={at.name} weeks={of.weeks} most={most} />
      </td>
    </>
  );
}

function Row({ row, board, search, most }: { row: BoardRow; board: Board; search: BoardSearch; most: number }) {
  const at = { name: row.name, filter: rowFilter(search, board.by, row.key), search };
  return (
    <tr data-row={row.key}>
      <Cells at={at} of={row} small={row.small} most={most}>
        <Link to="/supervision" search={drill(search, board.by, row)} data-open="">
          {row.name}
        </Link>
      </Cells>
    </tr>
  );
}

/** One row a unit, place, clock or category; the last is everything, in which a dispute stands once. */
export function BoardTable({ board, search }: { board: Board; search: BoardSearch }) {
  const t = useBoardWords();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, []);
  const most = Math.max(0, ...board.rows.flatMap(({ weeks }) => weeks));
  const head = { search, now: board.sort };
  const all = { name: board.place, filter: filterOf(search), search };
  return (
    <TableScroll label={t.title} ref={box}>
      <table className="table board-table">
        <thead>
          <tr>
            <Head {...head} sort="name">
              {t[board.by]}
            </Head>
            <Head {...head} sort="open" number>
              {t.open}
            </Head>
            <Head {...head} sort="late" number>
              {t.late}
            </Head>
            <Head {...head} sort="rate" number>
              {t.rate}
            </Head>
            <Head {...head} sort="soon" number>
              {t.soon}
            </Head>
            <th scope="col" className="number">
              {t.threeDays}
            </th>
            <Head {...head} sort="oldest">
              {t.oldest}
            </Head>
            <th scope="col">{t.noticed}</th>
            <th scope="col">{t.apart}</th>
            <th scope="col" className="number">
              {t.struckOff}
            </th>
            <th scope="col">{t.weeks}</th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <Row key={row.key} row={row} board={board} search={search} most={most} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Cells at={all} of={board.totals} small={false} most={Math.max(0, ...board.totals.weeks)}>
              {t.everything}
            </Cells>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}
