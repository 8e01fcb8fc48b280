import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OutputView } from '../../../ledger/outputs.ts';
import { tableDay, tableTime } from '../../../ui/dates.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { fileAddress } from './OutputJob.tsx';
import { useOutputWords } from './outputWords.ts';
import { useLedgerWords } from './words.ts';
import './ledger.css';

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

function Row({ output }: { output: OutputView }) {
  const t = useOutputWords();
  return (
    <tr>
      <td className="nowrap">{tableTime(output.asOf)}</td>
      <td>
        {output.title}
        <div className="second">{output.sentence}</div>
        {output.purpose && <div className="second">{t.purposeWas(output.purpose)}</div>}
      </td>
      <td className="right">{formatCount(output.rowCount)}</td>
      <td>
        {output.by}
        <div className="second">{output.shared ? t.forColleagues : t.ownOnly}</div>
      </td>
      <td>
        {output.removed ? (
          <span className="third">{t.removed}</span>
        ) : (
          output.files.map(({ name, size, sha256 }, file) => (
            <div key={name}>
              <a href={fileAddress(output.id, file)} download={name} title={t.hash(sha256)}>
                {output.files.length > 1 ? t.fetchPart(file + 1) : t.fetch}
              </a>{' '}
              <span className="second">
                {name} {sizeText(size)}
              </span>
            </div>
          ))
        )}
      </td>
      <td className="nowrap">{tableDay(output.keepUntil)}</td>
      <td>
        {output.fetches.length === 0 ? (
          <span className="third">{t.noFetch}</span>
        ) : (
          output.fetches.map(({ at, who }) => (
            <div key={at + who} className="nowrap">
              {who} {tableTime(at)}
            </div>
          ))
        )}
      </td>
    </tr>
  );
}

/** Files made of the ledger, one's own and those of colleagues in the same post; who fetched them. */
export function OutputsPage() {
  const t = useOutputWords();
  const l = useLedgerWords();
  usePageTitle(t.page);
  const query = useQuery({
    queryKey: ['ledgerOutputs'],
    queryFn: () => api.get<OutputView[]>('/api/ledger/outputs'),
    staleTime: 0,
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.page}</h1>
        <span>{t.lead}</span>
      </div>
      <PageState query={query} loading={<Loading rows={6} />}>
        {(outputs) =>
          outputs.length === 0 ? (
            <Empty actions={<Link to="/ledger">{l.title}</Link>}>{t.none}</Empty>
          ) : (
            <TableScroll label={t.page}>
              <table className="table outputs-table">
                <HeadRow heads={[t.when, t.title, t.rows, t.by, t.files, t.keep, t.fetches]} />
                <tbody>
                  {outputs.map((output) => (
                    <Row key={output.id} output={output} />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
    </div>
  );
}
