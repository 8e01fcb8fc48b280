import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { RulingRow } from '../../../routing/rulings.ts';
import { dueText, tableDay } from '../../../ui/dates.ts';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePost } from '../useMe.ts';
import { useListKeys } from '../work/useListKeys.ts';
import { type RulingsWords, useRulingsWords } from './words.ts';

const shapes: Record<RulingRow['result'], StateShape> = {
  open: 'dueSoon',
  upheld: 'done',
  changed: 'done',
  ended: 'info',
  kept: 'normal',
};

function course(row: RulingRow, t: RulingsWords): string | null {
  if (row.to) return row.result === 'upheld' ? t.ruledSame(row.to) : t.ruledTo(row.to);
  return row.result === 'upheld' || row.result === 'changed' ? t.byDesk : null;
}

function Words({ row }: { row: RulingRow }) {
  const t = useRulingsWords();
  return (
    <td className="rulings-said">
      {row.reason ? (
        <p>
          <span className="second">{t.unitSays}</span>
          {row.reason}
        </p>
      ) : null}
      {row.words ? (
        <p>
          <span className="second">{t.refereeSays}</span>
          {row.words}
        </p>
      ) : null}
      {row.dutyChanged ? <p className="second">{t.dutyChanged}</p> : null}
    </td>
  );
}

function Row({ row, rules }: { row: RulingRow; rules: boolean }) {
  const t = useRulingsWords();
  const ruled = course(row, t);
  const act = rules && row.result === 'open';
  return (
    <tr data-row={row.code}>
      <td className="nowrap">
        <Link to="/disputes/$code" params={{ code: row.code }} search={act ? { act: 'rule' } : {}} data-open="">
          {row.codeShort}
        </Link>
        <div>
          <StateIcon shape={shapes[row.result]} /> {t[row.result]}
        </div>
      </td>
      <td>
        {row.category}
        <div className="second">{row.place}</div>
      </td>
      <td className="rulings-course">
        {t.dispatchedTo(row.from)}
        {row.basis ? <div className="second">{t.basedOn(row.basis)}</div> : null}
        {row.better ? <div>{t.thinks(row.better)}</div> : null}
        {ruled ? <div>{ruled}</div> : null}
      </td>
      <Words row={row} />
      <td className="nowrap">
        <div>
          {tableDay(row.dispatchedAt)} <span className="second">{t.dispatched}</span>
        </div>
        {row.sentBackAt ? (
          <div>
            {tableDay(row.sentBackAt)} <span className="second">{t.back}</span>
          </div>
        ) : null}
        {row.ruledAt ? (
          <div>
            {tableDay(row.ruledAt)} <span className="second">{t.ruled}</span>
          </div>
        ) : null}
        {row.due ? <b>{t.until(dueText(row.due))}</b> : null}
      </td>
    </tr>
  );
}

/** What was sent back, newest dispatch first, with both sides’ words; who may rule opens the form at once. */
export function RulingsTable({ rows }: { rows: readonly RulingRow[] }) {
  const t = useRulingsWords();
  const { role } = usePost();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, []);
  const rules = role === 'referee' || role === 'centerLeader';
  return (
    <TableScroll label={t.title} ref={box}>
      <table className="table rulings-table">
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.course}</th>
            <th scope="col">{t.said}</th>
            <th scope="col">{t.when}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} rules={rules} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
