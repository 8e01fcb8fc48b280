import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useRef } from 'react';
import type { HoldingView } from '../../../../reassigning/holderView.ts';
import { dueText } from '../../../../ui/dates.ts';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { useListKeys } from '../../work/useListKeys.ts';
import { useHandoverWords } from './words.ts';

type Ticked = ReadonlySet<string>;
type Props = { items: readonly HoldingView[]; ticked: Ticked; onTick: (ticked: Ticked) => void };

const toggled = (ticked: Ticked, code: string): Ticked => {
  const next = new Set(ticked);
  if (!next.delete(code)) next.add(code);
  return next;
};

/** What one post has in hand, soonest first. */
export function HoldingsTable({ items, ticked, onTick }: Props) {
  const t = useHandoverWords();
  const box = useRef<HTMLElement>(null);
  useListKeys(box, [['X', (code) => onTick(toggled(ticked, code))]]);
  const all = items.every(({ code }) => ticked.has(code));
  return (
    <TableScroll label={t.hand} ref={box}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                checked={all}
                indeterminate={!all && ticked.size > 0}
                aria-label={t.all}
                onChange={() => onTick(all ? new Set() : new Set(items.map(({ code }) => code)))}
              />{' '}
              {t.code}
            </th>
            {[t.what, t.part, t.status, t.due].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code} data-row={item.code} className={ticked.has(item.code) ? 'row-here' : undefined}>
              <td className="nowrap">
                <Checkbox
                  checked={ticked.has(item.code)}
                  aria-label={t.tick(item.codeShort)}
                  onChange={() => onTick(toggled(ticked, item.code))}
                />{' '}
                <Link to="/disputes/$code" params={{ code: item.code }} search={{}} data-open="">
                  {item.codeShort}
                </Link>
              </td>
              <td>
                <span className="two-lines">
                  {item.title} <span className="second">{item.partiesLine}</span>
                </span>
              </td>
              <td className="nowrap">{item.partsLabel}</td>
              <td className="nowrap">{item.statusLabel}</td>
              <td className="nowrap">{item.dueAt ? dueText(item.dueAt) : <span className="third">{t.noDue}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
