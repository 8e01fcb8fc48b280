import { Button, Input } from 'antd';
import { useState } from 'react';
import type { GroupRow } from '../../../agreements/group.ts';
import { groupFindings } from '../../../agreements/groupFindings.ts';
import type { ClaimantRow } from '../../../claimants/claimantViews.ts';
import { readYuan } from '../../../platform/yuan.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { spokenNames } from '../../../ui/spokenNames.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useRosterWords } from './words.ts';

type Props = {
  people: readonly ClaimantRow[];
  sums: Readonly<Record<string, string>>;
  rows: readonly GroupRow[];
  onChange: (sums: Record<string, string>) => void;
};

/** The sum of each beside what he claims, and what should be looked at before many sign. */
export function GroupSums({ people, sums, rows, onChange }: Props) {
  const t = useRosterWords();
  const [total, setTotal] = useState('');
  const read = readYuan(total);
  const agreed = read.ok ? read.cents : null;
  const { without, over, sumCents, differs } = groupFindings(rows, people, agreed);
  const claims = () =>
    onChange(
      Object.fromEntries(
        people.flatMap(({ partyId, claimCents }) => (claimCents ? [[partyId, String(claimCents / 100)]] : [])),
      ),
    );
  return (
    <section className="stack" aria-labelledby="sums-head">
      <h2 id="sums-head">{t.sums}</h2>
      <div className="row">
        <Button onClick={claims}>{t.takeClaims}</Button>
        <Input
          aria-label={t.agreedTotal}
          placeholder={t.agreedTotal}
          value={total}
          style={{ width: 220 }}
          onChange={({ target }) => setTotal(target.value)}
        />
        <b>{t.sumsTotal(rows.length, formatMoney(sumCents))}</b>
      </div>
      <div role="status">
        {agreed === null ? null : <p>{differs ? t.totalNot(formatMoney(sumCents), formatMoney(agreed)) : t.totalOk}</p>}
        {without.length > 0 ? <p>{t.without(spokenNames(without))}</p> : null}
        {over.length > 0 ? <p>{t.over(spokenNames(over))}</p> : null}
      </div>
      <TableScroll label={t.sums} className="group-sums">
        <table className="table">
          <HeadRow heads={[t.name, t.claim, t.sums]} />
          <tbody>
            {people.map(({ partyId, name, claimCents }) => (
              <tr key={partyId}>
                <td className="nowrap">{name}</td>
                <td className="number">{claimCents === null ? '' : formatMoney(claimCents)}</td>
                <td>
                  <input
                    className="group-sum"
                    aria-label={`${t.sums} ${name}`}
                    value={sums[partyId] ?? ''}
                    onChange={({ target }) => onChange({ ...sums, [partyId]: target.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
