import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { RowView, RunDetail } from '../../../imports/importViews.ts';
import { formatCode } from '../../../platform/disputeCode.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { type Flow, useRows } from './useRun.ts';
import { useImportWords } from './words.ts';

type Result = RowView['result'] | 'applied' | 'kept';

function Codes({ codes }: { codes: readonly string[] }) {
  return codes.map((code) => (
    <Link key={code} to="/disputes/$code" params={{ code }} search={{}} className="nowrap">
      {formatCode(code)}{' '}
    </Link>
  ));
}

function What({ row, flow }: { row: RowView; flow: Flow }) {
  const t = useImportWords();
  if (row.result === 'wrong')
    return row.problems.map(({ title, sentence }) => (
      <div key={`${title} ${sentence}`}>
        {title ? <b>{title}：</b> : null}
        {sentence}
      </div>
    ));
  if (row.code) return <Codes codes={[row.code]} />;
  if (row.result === 'same') return t.likeBefore;
  if (row.result === 'changed') return t.changedNote;
  if (row.result !== 'possible') return t.result(row.result);
  return (
    <>
      {row.likeRow !== null && `${t.likeRow(row.likeRow, row.likeFile)} `}
      {row.likeCodes.length > 0 && (
        <>
          {t.like} <Codes codes={row.likeCodes} />
        </>
      )}
      <Checkbox
        checked={row.chosen}
        onChange={(event) => flow.choose.mutate({ rowNumbers: [row.rowNumber], chosen: event.target.checked })}
      >
        {t.alsoTake}
      </Checkbox>
    </>
  );
}

function Rows({ run, flow, result }: { run: RunDetail; flow: Flow; result: Result }) {
  const t = useImportWords();
  const query = useRows(run.id, result);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageState query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty>{t.noneOf}</Empty>
          ) : (
            <TableScroll label={t.result(result)}>
              <table className="table">
                <HeadRow heads={[t.row, result === 'wrong' ? t.what : t.result(result)]} />
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.rowNumber}>
                      <td className="nowrap">{row.rowNumber}</td>
                      <td className="break">
                        <What row={row} flow={flow} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </>
  );
}

/** The server names twenty of them at most. */
const list = (rows: readonly number[]): string => `${rows.join('、')}${rows.length < 20 ? '' : '……'}`;

function LeftOut({ run: { findings, shape, mapping } }: { run: RunDetail }) {
  const t = useImportWords();
  const { empty, totals, headers, feet, both, hidden, sensitive } = findings;
  const others = shape.sheets.filter(({ found }, index) => found && index !== mapping.sheet);
  const said = [
    empty > 0 && t.empty(empty),
    totals.length > 0 && t.totals(list(totals)),
    headers.length > 0 && t.headers(list(headers)),
    feet.length > 0 && t.feet(list(feet)),
  ].filter((sentence) => sentence !== false);
  return (
    <>
      {said.length > 0 && (
        <p className="second">
          {t.left}：{said.join('；')}
        </p>
      )}
      {hidden.length > 0 && <p className="second">{t.hiddenRows(list(hidden))}</p>}
      {others.length > 0 && <Strip tone="info">{t.otherSheets(others.map(({ name }) => name).join('、'))}</Strip>}
      {both.length > 0 && <p className="second">{t.both(list(both))}</p>}
      {sensitive.length > 0 && <Strip tone="soon">{t.sensitive(list(sensitive))}</Strip>}
    </>
  );
}

/** What became of every row: counts that open to the rows they count, and the file to be corrected. */
export function Outcome({ run, flow }: { run: RunDetail; flow: Flow }) {
  const t = useImportWords();
  const { counts } = run;
  const written = counts.applied + counts.undone > 0;
  const all: [Result, number][] = [
    ...(written ? ([['applied', counts.applied + counts.undone]] as [Result, number][]) : []),
    ...(counts.undone > 0 ? ([['kept', counts.applied]] as [Result, number][]) : []),
    ['wrong', counts.wrong],
    ...(written ? [] : ([['ready', counts.ready]] as [Result, number][])),
    ['possible', counts.possible],
    ['same', counts.same],
    ['changed', counts.changed],
  ];
  const shown = all.filter(([result, count]) => count > 0 || result === 'wrong');
  const [chosen, setChosen] = useState<Result | null>(null);
  const result = chosen ?? (counts.wrong > 0 ? 'wrong' : (shown.find(([, count]) => count > 0)?.[0] ?? 'wrong'));
  return (
    <section className="import-part" aria-labelledby="import-outcome">
      <h2 id="import-outcome">{t.outcome}</h2>
      <div className="row import-results">
        {shown.map(([name, count]) => (
          <button
            key={name}
            type="button"
            className="import-result"
            aria-pressed={name === result}
            onClick={() => setChosen(name)}
          >
            {t.result(name)} <b>{count.toLocaleString('en-US')}</b>
          </button>
        ))}
      </div>
      <LeftOut run={run} />
      {result === 'wrong' && counts.wrong > 0 && (
        <p>
          <a href={`/api/imports/${run.id}/marked`} download>
            {t.marked}
          </a>{' '}
          <span className="second">{t.markedNote}</span>
        </p>
      )}
      <Rows key={result} run={run} flow={flow} result={result} />
    </section>
  );
}
