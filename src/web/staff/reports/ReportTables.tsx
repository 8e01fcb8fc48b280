import { figureText, figureTitle } from '../../../reports/measures.ts';
import { changeText } from '../../../reports/recount.ts';
import type { CellView, ReportView, RowView, TableView } from '../../../reports/reportView.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { DefinitionList } from '../DefinitionList.tsx';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { FigureCell } from './FigureCell.tsx';
import { useReportWords } from './words.ts';

type Of = { view: ReportView; table: TableView };

function Cells({ view, table, row }: Of & { row: RowView }) {
  const [now, former] = row.cells;
  const one = (index: number) => {
    const cell = row.cells[index];
    const column = table.columns[index] ?? '';
    return cell && <FigureCell cell={cell} view={view} row={row.name} column={column} />;
  };
  return (
    <>
      {row.cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a report never move
        <td key={index} className="number" data-label={table.columns[index]} title={cell.why}>
          {one(index)}
        </td>
      ))}
      {table.compared && now && former && (
        <td className="number second" data-label={table.columns[2]}>
          {changeText(now, former)}
        </td>
      )}
    </>
  );
}

/** The words of a figure lead to what it counts. */
const Named = ({ cell, children }: { cell: CellView | undefined; children: string }) =>
  cell ? <HowCounted of={cell.what}>{children}</HowCounted> : children;

/** One table of a report: items down, periods or figures across. */
export function ReportTable({ view, table }: Of) {
  const t = useReportWords();
  const unit = (row: RowView) => {
    const [cell] = row.cells;
    return table.compared && cell && cell.unit !== '%' ? <span className="second">（{cell.unit}）</span> : null;
  };
  return (
    <section className="report-section">
      <h2>{table.title}</h2>
      {table.note && <p className="second">{table.note}</p>}
      <TableScroll label={table.title}>
        <table className="table report-table">
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              {table.columns.map((column, index) => (
                <th key={column} scope="col" className="number">
                  {table.compared ? column : <Named cell={table.rows[0]?.cells[index]}>{column}</Named>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" title={row.text ?? undefined}>
                  {table.compared ? <Named cell={row.cells[0]}>{row.name}</Named> : row.name}
                  {unit(row)}
                </th>
                <Cells view={view} table={table} row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** Every figure of the report with its formula. */
export function Definitions({ view }: { view: ReportView }) {
  const t = useReportWords();
  const whats = [
    ...new Set(view.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ what }) => what)))),
  ];
  const lines = whats.map((what) => ({ term: figureTitle(what), text: figureText(what) }));
  return <DefinitionList label={t.definitions} lines={lines} />;
}
