import { useNavigate } from '@tanstack/react-router';
import { figureTitle, type Measure } from '../../../reports/measures.ts';
import type { CellView, ReportView } from '../../../reports/reportView.ts';
import { Chart } from '../../../ui/Chart.tsx';
import { asOfText } from '../../../ui/dates.ts';
import { colors } from '../../../ui/theme.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { FigureCell } from './FigureCell.tsx';
import { useReportWords } from './words.ts';

/** What one asks first of a period. */
const MAIN: readonly Measure[] = ['personTimes', 'registered', 'accepted', 'settled', 'closed', 'struckOff'];

type Pair = { what: Measure; now: CellView; former: CellView };

function pairsOf(view: ReportView): Pair[] {
  const rows = view.tables.flatMap(({ compared, rows: all }) => (compared ? all : []));
  return MAIN.flatMap((what) => {
    const cells = rows.find(
      ({ cells: [first] }) => first?.what === what && Object.keys(first.filter).length === 0,
    )?.cells;
    const [now, former] = cells ?? [];
    return now && former && now.value !== null && former.value !== null ? [{ what, now, former }] : [];
  });
}

type Props = { view: ReportView };

/** This period beside the former one, for the main figures; nothing where the report compares nothing. */
export function ComparedPicture({ view }: Props) {
  const t = useReportWords();
  const navigate = useNavigate();
  const pairs = pairsOf(view);
  const [registered] = pairs.filter(({ what }) => what === 'registered');
  if (!registered) return null;
  const cellOf = (row: number, at: number) => (at === 0 ? pairs[row]?.now : pairs[row]?.former);
  const open = (row: number, at: number) => {
    const [pair, cell] = [pairs[row], cellOf(row, at)];
    if (!pair || !cell) return;
    const { from, to, asOf } = view.spans[cell.span];
    const { county } = view.ask;
    void navigate({ to: '/reports/figures', search: { what: pair.what, from, to, asOf, ...(county && { county }) } });
  };
  const values = (which: 'now' | 'former') => pairs.map((pair) => pair[which].value ?? 0);
  return (
    <Chart
      title={t.comparedFinding(registered.now.value ?? 0, registered.former.value ?? 0, view.underWay)}
      head={t.item}
      height={260}
      picture={{
        kind: 'bars',
        names: pairs.map(({ what }) => figureTitle(what)),
        series: [
          { name: t.thisPeriod, color: colors.primary, pattern: 'full', values: values('now') },
          { name: t.formerPeriod, color: colors.border, pattern: 'striped', values: values('former') },
        ],
      }}
      cell={(row, at) => {
        const [pair, cell] = [pairs[row], cellOf(row, at)];
        return (
          pair &&
          cell && (
            <FigureCell
              cell={cell}
              view={view}
              row={figureTitle(pair.what)}
              column={at === 0 ? t.thisPeriod : t.formerPeriod}
            />
          )
        );
      }}
      onPick={open}
      foot={t.asOf(asOfText(view.asOf))}
      how={<HowCounted of="registered" />}
    />
  );
}
