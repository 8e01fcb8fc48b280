import { Button } from 'antd';
import { useState } from 'react';
import type { ClaimantRow } from '../../../claimants/claimantViews.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { Empty } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { ClaimDialog } from './ClaimDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { useRosterWords } from './words.ts';

type Words = ReturnType<typeof useRosterWords>;

/** Where one stands: gone, paid, signed, agreed with, or not yet. */
export function stateOf(row: ClaimantRow, t: Words): string {
  if (row.left !== null) return row.left === 'unsaid' ? t.leftUnsaid : t.leftAs(t.ground(row.left));
  if (row.promisedCents > 0) return t.paidOf(formatMoney(row.paidCents), formatMoney(row.promisedCents));
  if (row.agreements.length === 0) return t.noAgreement;
  return row.signed ? t.signedYes : t.signedNot;
}

type RowProps = { row: ClaimantRow; mayAct: boolean; onOpen: () => void; onLeave: () => void };

function Row({ row, mayAct, onOpen, onLeave }: RowProps) {
  const t = useRosterWords();
  const items = row.items.length > 1 ? row.items.map(({ kind, cents }) => `${t.item(kind)} ${formatMoney(cents)}`) : [];
  return (
    <tr className={row.left === null ? '' : 'roster-left'}>
      <td className="nowrap">
        <b>{row.name}</b>
        {row.minor ? <span className="second"> {t.minor}</span> : null}
        {row.speaksFor > 0 ? <span className="second"> {t.speaksFor(row.speaksFor)}</span> : null}
      </td>
      <td className="nowrap">{row.idNumberMasked}</td>
      <td className="nowrap">{row.phoneMasked}</td>
      <td className="number" title={items.join('，')}>
        {row.claimCents === null ? '' : formatMoney(row.claimCents)}
      </td>
      <td className="nowrap">{row.accountLast4 ? t.accountEnd(row.accountLast4) : ''}</td>
      <td className="nowrap">{row.chosenName}</td>
      <td className="number">{row.agreedCents > 0 ? formatMoney(row.agreedCents) : ''}</td>
      <td>{stateOf(row, t)}</td>
      <td className="nowrap">
        {mayAct && row.left === null ? (
          <Button size="small" aria-label={t.openOf(row.name)} onClick={onOpen}>
            {t.open}
          </Button>
        ) : null}{' '}
        {mayAct ? (
          <Button
            size="small"
            aria-label={`${row.left === null ? t.leaveButton : t.rejoin} ${row.name}`}
            onClick={onLeave}
          >
            {row.left === null ? t.leaveButton : t.rejoin}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

type Props = { view: DisputeView; rows: readonly ClaimantRow[]; onDone: (sentence: string) => void };

/** The list itself; what is done to one opens above it. */
export function RosterTable({ view, rows, onDone }: Props) {
  const t = useRosterWords();
  const [opened, setOpened] = useState<{ row: ClaimantRow; what: 'claim' | 'leave' } | null>(null);
  const close = () => setOpened(null);
  const finish = (sentence: string) => {
    close();
    onDone(sentence);
  };
  if (rows.length === 0) return <Empty>{t.nobody}</Empty>;
  const dialog = { code: view.code, onDone: finish, onClose: close };
  return (
    <>
      <TableScroll label={t.list}>
        <table className="table roster">
          <HeadRow
            heads={[t.name, t.idNumber, t.phone, t.claim, t.account, t.representative, t.agreedOne, t.state, t.act]}
          />
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.partyId}
                row={row}
                mayAct={view.sight === 'full'}
                onOpen={() => setOpened({ row, what: 'claim' })}
                onLeave={() => setOpened({ row, what: 'leave' })}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {opened?.what === 'claim' ? <ClaimDialog {...dialog} row={opened.row} /> : null}
      {opened?.what === 'leave' ? <LeaveDialog {...dialog} row={opened.row} /> : null}
    </>
  );
}
