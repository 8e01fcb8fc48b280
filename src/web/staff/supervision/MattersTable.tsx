import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { Fragment, useRef, useState } from 'react';
import type { BoardMatter } from '../../../dashboards/boardView.ts';
import { Arithmetic, ClockChip } from '../../../ui/Clock.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useListKeys } from '../work/useListKeys.ts';
import { useBoardWords } from './words.ts';

type Ticked = ReadonlySet<string>;
type RowProps = { row: BoardMatter; ticked: boolean; open: boolean; onTick: () => void; onOpen: () => void };

function Row({ row, ticked, open, onTick, onOpen }: RowProps) {
  const t = useBoardWords();
  const { clock } = row;
  return (
    <tr data-row={row.code} className={ticked ? 'row-here' : undefined}>
      <td className="matters-code nowrap">
        <Checkbox checked={ticked} onChange={onTick} aria-label={t.tick(row.codeShort)} className="no-print" />{' '}
        <Link to="/disputes/$code" params={{ code: row.code }} search={{}} data-open="">
          {row.codeShort}
        </Link>
      </td>
      <td className="matters-what">
        <span className="two-lines" title={row.title}>
          {row.title}
          {row.restricted && <span className="second"> {t.restricted}</span>}
        </span>
      </td>
      <td>
        {row.category} <span className="second">{row.place}</span>
      </td>
      <td>
        {row.unit} <span className="second">{row.handler ?? t.nobody}</span>
      </td>
      <td>
        {clock ? (
          <>
            <span className="clock-label">{clock.label}</span>{' '}
            <ClockChip face={clock} open={open} controls={`how-${row.code}`} onToggle={onOpen} />
            {row.more > 0 && <span className="second"> {t.more(row.more)}</span>}
          </>
        ) : (
          <span className="third">—</span>
        )}
      </td>
      <td className={row.daysLate === null ? 'number matters-none' : 'number'} data-label={t.over}>
        {row.daysLate === null ? <span className="third">—</span> : t.days(row.daysLate)}
      </td>
      <td className={row.noticeLevel === 0 ? 'nowrap matters-none' : 'nowrap'} data-label={t.noticed}>
        {row.noticeLevel > 0 ? t.nth(row.noticeLevel) : <span className="third">—</span>}
      </td>
    </tr>
  );
}

const toggled = (ticked: Ticked, code: string): Ticked => {
  const next = new Set(ticked);
  if (!next.delete(code)) next.add(code);
  return next;
};

type Props = { rows: readonly BoardMatter[]; label: string; ticked: Ticked; onTick: (ticked: Ticked) => void };

export function MattersTable({ rows, label, ticked, onTick }: Props) {
  const t = useBoardWords();
  const box = useRef<HTMLElement>(null);
  const [shown, setShown] = useState<Ticked>(new Set());
  const tick = (code: string) => onTick(toggled(ticked, code));
  const show = (code: string) => setShown(toggled(shown, code));
  useListKeys(box, [
    ['X', tick],
    ['Space', show],
  ]);
  const all = rows.length > 0 && rows.every(({ code }) => ticked.has(code));
  return (
    <TableScroll label={label} ref={box}>
      <table className="table matters-table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                checked={all}
                indeterminate={!all && ticked.size > 0}
                aria-label={t.tickAll}
                onChange={() => onTick(new Set(all ? [] : rows.map(({ code }) => code)))}
              />{' '}
              {t.code}
            </th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.where}</th>
            <th scope="col">{t.whose}</th>
            <th scope="col">{t.limit}</th>
            <th scope="col" className="number">
              {t.over}
            </th>
            <th scope="col">{t.noticed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.code}>
              <Row
                row={row}
                ticked={ticked.has(row.code)}
                open={shown.has(row.code)}
                onTick={() => tick(row.code)}
                onOpen={() => show(row.code)}
              />
              {row.clock && shown.has(row.code) && (
                <tr className="matters-how">
                  <td colSpan={7}>
                    <Arithmetic clock={row.clock} id={`how-${row.code}`} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
