import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { dimensionNames } from '../../../disputes/ledgerRules.ts';
import type { DimensionCell, DimensionTable } from '../../../ledger/dimensions.ts';
import { kept, type LedgerSearch } from '../../../ledger/search.ts';
import { asOfText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { useDimensionWords } from './dimensionWords.ts';
import { Filtered } from './LedgerFilters.tsx';
import { useFilterOptions, useWording } from './useWording.ts';
import './ledger.css';

type Dimensions = {
  asOf: string;
  scope: string;
  sentence: string;
  total: number;
  late: number;
  hidden: number;
  tables: DimensionTable[];
  dropped: string[];
};

type NumberProps = { cell: DimensionCell; label: string; search: LedgerSearch };

/** A number and, below it, how many of them are late: both open their list. Nothing is a dash, not a colored zero. */
function Figure({ cell, label, search }: NumberProps) {
  const t = useDimensionWords();
  if (cell.count === 0) return <span className="third">–</span>;
  const own = { ...search, ...cell.filters };
  return (
    <>
      <Link to="/ledger" search={own} aria-label={t.open(`${label} ${formatCount(cell.count)}`)}>
        {formatCount(cell.count)}
      </Link>
      {cell.late > 0 && search.due === undefined && (
        <Link
          to="/ledger"
          search={{ ...own, due: 'overdue' }}
          className="dimension-late"
          aria-label={t.open(`${label} ${t.late(formatCount(cell.late))}`)}
        >
          <StateIcon shape="overdue" /> {t.late(formatCount(cell.late))}
        </Link>
      )}
    </>
  );
}

function Table({ table, search }: { table: DimensionTable; search: LedgerSearch }) {
  const t = useDimensionWords();
  return (
    <section className="dimension" aria-label={table.title}>
      <h2>
        <HowCounted of="dimensions">{table.title}</HowCounted>
      </h2>
      <TableScroll label={table.title}>
        <table className="table dimension-table">
          <thead>
            <tr>
              <th scope="col">{dimensionNames[table.rowsBy]}</th>
              {table.columns.map((column) => (
                <th key={column} scope="col" className="right">
                  {column}
                </th>
              ))}
              <th scope="col" className="right">
                {t.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, cells, total }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  <td key={table.columns[index]} className="right">
                    <Figure cell={cell} label={`${label} ${table.columns[index]}`} search={search} />
                  </td>
                ))}
                <td className="right">
                  <Figure cell={total} label={`${label} ${t.total}`} search={search} />
                </td>
              </tr>
            ))}
            <tr className="dimension-total">
              <th scope="row">{t.total}</th>
              {table.totals.map((cell, index) => (
                <td key={table.columns[index]} className="right">
                  <Figure cell={cell} label={`${t.total} ${table.columns[index]}`} search={search} />
                </td>
              ))}
              <td className="right">
                <Figure cell={table.total} label={t.total} search={search} />
              </td>
            </tr>
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** 四维清单: the ledger divided four ways; a county sets which. */
export function DimensionsPage() {
  const t = useDimensionWords();
  const search = kept(useSearch({ from: '/app/ledger/dimensions' }));
  const navigate = useNavigate();
  const options = useFilterOptions();
  const wording = useWording(options);
  usePageTitle(t.title);
  const query = useQuery({
    queryKey: ['ledger', 'dimensions', search],
    queryFn: () => api.get<Dimensions>('/api/ledger/dimensions', search),
    placeholderData: keepPreviousData,
  });
  const found = query.data;
  const exporting = new URLSearchParams(search as Record<string, string>).toString();
  return (
    <div className="page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {found && (
          <>
            <span>
              {found.scope}，{found.sentence}
            </span>
            <span className="page-head-end">
              {t.counted(formatCount(found.total), formatCount(found.late))} · {t.asOf(asOfText(found.asOf))}
              <span className="no-print">
                {' '}
                · <HowCounted of="dimensions" />
              </span>
            </span>
          </>
        )}
      </div>
      <p className="second dimension-note">
        {t.note}{' '}
        <a className="no-print" href={`/api/ledger/dimensions.xlsx?${exporting}`} download>
          {t.export}
        </a>
      </p>
      <Filtered
        search={search}
        options={options}
        wording={wording}
        onChange={(next) => void navigate({ to: '/ledger/dimensions', search: next })}
      >
        {found && found.dropped.length > 0 && <Strip tone="soon">{found.dropped.join('')}</Strip>}
        <PageState query={query} loading={<Loading rows={12} />}>
          {(data) =>
            data.total === 0 ? (
              <Empty>{t.empty}</Empty>
            ) : (
              <>
                <div className="dimensions">
                  {data.tables.map((table) => (
                    <Table key={table.title} table={table} search={search} />
                  ))}
                </div>
                {data.hidden > 0 && <p className="second">{t.hidden(formatCount(data.hidden))}</p>}
              </>
            )
          }
        </PageState>
      </Filtered>
    </div>
  );
}
