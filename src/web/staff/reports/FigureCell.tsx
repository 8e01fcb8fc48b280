import { Link } from '@tanstack/react-router';
import { filterQuery } from '../../../reports/figure.ts';
import { isRate, type Measure, measureFacts, rates, undecidedOf } from '../../../reports/measures.ts';
import { cellText, yuan } from '../../../reports/recount.ts';
import type { CellView, ReportView } from '../../../reports/reportView.ts';
import { formatCount } from '../../../ui/money.ts';
import { useReportWords } from './words.ts';

type Props = { cell: CellView; view: ReportView; row: string; column: string };

function Open({ cell, view, row, column, what, value }: Props & { what: Measure; value: number }) {
  const t = useReportWords();
  const { from, to, asOf } = view.spans[cell.span];
  const { county } = view.ask;
  const money = measureFacts(what).unit === '元';
  const shown = money ? yuan(value) : formatCount(value);
  return (
    <Link
      to="/reports/figures"
      search={{ what, from, to, asOf, ...(county && { county }), ...filterQuery(cell.filter) }}
      aria-label={t.opens(row, column, shown)}
    >
      {shown}
    </Link>
  );
}

/** A number that opens to its list; a rate says both of its numbers, and each opens. */
export function FigureCell(props: Props) {
  const { cell } = props;
  const t = useReportWords();
  if (cell.value === null) return <span className="report-none">{cell.why}</span>;
  if (!isRate(cell.what)) return <Open {...props} what={cell.what} value={cell.value} />;
  const { numerator, denominator } = rates[cell.what];
  const undecided = undecidedOf(cell.what);
  const percent = cellText(cell).replace(/（.*/, '');
  return (
    <>
      {percent}{' '}
      <span className="second">
        （<Open {...props} what={numerator} value={cell.value} />/
        <Open {...props} what={denominator} value={cell.denominator ?? 0} />）
      </span>
      {undecided && cell.undecided !== undefined && (
        <span className="second report-provisional">
          {t.provisional}
          <Open {...props} what={undecided} value={cell.undecided} />
        </span>
      )}
    </>
  );
}
