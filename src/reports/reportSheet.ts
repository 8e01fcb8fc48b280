import type { Printable } from '../documents/printable.ts';
import { dayOf, dueDay, endOfDay, formatClock, formatDocumentDay } from '../platform/now.ts';
import type { Column, SheetRow } from '../sheets/column.ts';
import { figureText, figureTitle, type Measure, type Rate } from './measures.ts';
import { cellText, changeText, provisionalText } from './recount.ts';
import type { CellView, ReportView, TableView } from './reportView.ts';

export type PaperFacts = {
  view: ReportView;
  printedBy: string;
  printedAt: Date /** of a report that was handed in */;
  handed: { by: string; at: Date; hash: string } | null;
};

/** '2026年10月14日14:32'; the end of a day is its 24时. */
export function moment(at: Date): string {
  const day = dueDay(at);
  const end = endOfDay(day).getTime() === at.getTime();
  return end ? `${formatDocumentDay(day)}24时` : `${formatDocumentDay(dayOf(at))}${formatClock(at)}`;
}

/** The number with what makes it provisional beside it. */
const whole = (cell: CellView): string => [cellText(cell), provisionalText(cell)].filter(Boolean).join('，');

const shown = (table: TableView, cells: readonly CellView[]): string[] => {
  const [now, former] = cells;
  return table.compared && now && former ? [whole(now), whole(former), changeText(now, former)] : cells.map(whole);
};

const unitOf = (cells: readonly CellView[]): string => {
  const units = new Set(cells.map(({ unit }) => unit));
  const [only] = units;
  return units.size === 1 && only !== '%' ? (only ?? '') : '';
};

const tableOf = (table: TableView) => ({
  title: table.title,
  note: table.note ?? '',
  columns: table.columns,
  rows: table.rows.map(({ name, cells }) => [
    table.compared && unitOf(cells) ? `${name}（${unitOf(cells)}）` : name,
    ...shown(table, cells),
  ]),
});

/** Every figure that stands in the report, with its formula. */
export function definitionsOf({ tables }: ReportView): { term: string; text: string }[] {
  const whats = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ what }) => what))));
  return [...whats].map((what: Measure | Rate) => ({ term: figureTitle(what), text: figureText(what) }));
}

/** What these figures leave out, or show nobody a list of. */
export const notesOf = ({ hidden, waiting, undated }: ReportView): string[] => [
  ...(hidden ? ['数字里有限制知悉的事，名单里不列出。'] : []),
  ...(undated > 0 ? [`导入的旧台账里有${undated}件已经办结、台账没写哪天办结，不在任何一期的办结和结果里。`] : []),
  ...(waiting > 0 ? [`还有${waiting}件刚变的事正在算进来。`] : []),
];

export const reportTitle = ({ kind, period }: Pick<ReportView, 'kind' | 'period'>): string =>
  kind === 'mediation' ? '人民调解统计' : { day: '日报', week: '周报', month: '月报' }[period];

/** A report on paper: the figures, what they count, as of when, and who printed or handed it in. */
export function reportSheet({ view, printedBy, printedAt, handed }: PaperFacts): Printable {
  return {
    template: 'reports/reportSheet.typ',
    data: {
      title: reportTitle(view),
      place: view.place,
      period: view.spans.this.title,
      asOf: moment(new Date(view.asOf)),
      former: `${view.spans.former.title}，截至${moment(new Date(view.spans.former.asOf))}`,
      underWay: view.underWay,
      tables: view.tables.map(tableOf),
      definitions: definitionsOf(view),
      notes: notesOf(view),
      handed: handed && { by: handed.by, at: moment(handed.at), hash: handed.hash },
      printedBy,
      printedAt: moment(printedAt),
      largePrint: false,
    },
  };
}

export const sheetColumns: readonly Column[] = [
  { key: 'table', title: '表', kind: 'text', width: 16 },
  { key: 'row', title: '项目', kind: 'text', width: 24 },
  { key: 'column', title: '栏', kind: 'text', width: 16 },
  { key: 'unit', title: '单位', kind: 'text', width: 8 },
  { key: 'value', title: '数', kind: 'number' },
  { key: 'denominator', title: '分母', kind: 'number' },
  { key: 'why', title: '没有数的原因', kind: 'text', width: 30 },
  { key: 'text', title: '口径', kind: 'text', width: 60 },
];

/** A line for each number, so that it can be counted on with; a rate is its two numbers. */
export function sheetRows({ tables }: ReportView): SheetRow[] {
  return tables.flatMap((table) =>
    table.rows.flatMap(({ name, cells }) =>
      cells.map(
        (cell, index): SheetRow => ({
          table: table.title,
          row: name,
          column: table.columns[index] ?? '',
          unit: cell.unit === '%' ? '分子' : cell.unit,
          value: cell.value,
          denominator: cell.denominator ?? null,
          why: cell.why ?? '',
          text: figureText(cell.what),
        }),
      ),
    ),
  );
}
