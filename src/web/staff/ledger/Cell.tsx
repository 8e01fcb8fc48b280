import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cellText } from '../../../ledger/cells.ts';
import { type ColumnKey, columnOf } from '../../../ledger/columns.ts';
import type { LedgerRow } from '../../../ledger/views.ts';
import { ClockFaceText } from '../../../ui/Clock.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { useLedgerWords } from './words.ts';

function Special({ name, row }: { name: ColumnKey; row: LedgerRow }): ReactNode {
  const t = useLedgerWords();
  if (name === 'code')
    return (
      <Link to="/disputes/$code" params={{ code: row.code }} search={{}} data-open="">
        {row.codeShort}
      </Link>
    );
  if (name === 'clock')
    return row.clock ? <ClockFaceText face={row.clock} /> : <span className="third">{t.noClock}</span>;
  if (name === 'unit' && row.leadUnit === null) return <span className="third">{t.noUnit}</span>;
  if (name === 'what')
    return (
      <span className="two-lines" title={`${row.title} ${row.partiesLine}`}>
        {row.title} <span className="work-parties">{row.partiesLine}</span>
        {row.restricted && <span className="second"> {t.restricted}</span>}
      </span>
    );
  return null;
}

/** One cell: words for people; numbers stand right. */
export function Cell({ name, row, before }: { name: ColumnKey; row: LedgerRow; before?: ReactNode }) {
  const language = useLanguage();
  const { kind } = columnOf(name);
  const special = name === 'code' || name === 'clock' || name === 'what' || (name === 'unit' && row.leadUnit === null);
  const text = special ? '' : cellText(name, row, language);
  const right = kind === 'number' || kind === 'money';
  return (
    <td className={`ledger-${name}${right ? ' right' : ''}`}>
      {before}
      {special ? (
        <Special name={name} row={row} />
      ) : (
        <span className="two-lines" title={text}>
          {text}
        </span>
      )}
    </td>
  );
}
