import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { claimOf } from '../../../claimants/claimant.ts';
import { type ClaimField, claimFieldNames, fieldTitle } from '../../../claimants/claimColumns.ts';
import type { ClaimSheet, PreviewRow } from '../../../claimants/claimSheet.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { type ApiError, api } from '../api.ts';
import { saveBlob } from '../saveBlob.ts';
import { MendDialog } from './ClaimantDialog.tsx';
import { useRosterStep } from './queries.ts';
import { usePreview } from './usePreview.ts';
import { useRosterWords } from './words.ts';

type ColumnsProps = { sheet: ClaimSheet; onName: (column: number, field: string) => void };

function Columns({ sheet, onName }: ColumnsProps) {
  const t = useRosterWords();
  const whys = { title: t.byTitle, contents: t.byContents, chosen: t.byChoice };
  return (
    <details>
      <summary>{t.columnsHead}</summary>
      <p className="second">{t.columnsNote}</p>
      <TableScroll label={t.columnsHead}>
        <table className="table">
          <HeadRow heads={[t.column, t.samples, t.meaning]} />
          <tbody>
            {sheet.columns.map(({ column, title, field, why, samples }) => (
              <tr key={column}>
                <td>{title}</td>
                <td className="second">{samples.join('、')}</td>
                <td>
                  <Select<ClaimField>
                    aria-label={`${title}：${t.meaning}`}
                    value={field ?? 'skip'}
                    style={{ width: 220 }}
                    options={claimFieldNames.map((value) => ({ value, label: fieldTitle(value) }))}
                    onChange={(value) => onName(column, value)}
                  />{' '}
                  <span className="second">{why ? whys[why] : t.notUsed}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </details>
  );
}

/** The total at the end beside what the rows come to, and which rows were taken for nobody. */
function Found({ sheet }: { sheet: ClaimSheet }) {
  const t = useRosterWords();
  const { total, leftOut } = sheet;
  const said = total && formatMoney(total.statedCents);
  const sum = total && formatMoney(total.sumCents);
  return (
    <ul className="plain-list">
      {total && said && sum ? (
        <li>{said === sum ? t.totalSame(total.rowNumber, sum) : t.totalDiffers(total.rowNumber, said, sum)}</li>
      ) : null}
      {leftOut.length > 0 ? <li>{t.leftOut(leftOut.join('、'))}</li> : null}
    </ul>
  );
}

type FaultyProps = {
  rows: readonly PreviewRow[];
  onMend: (row: PreviewRow) => void;
  onDrop: (row: PreviewRow) => void;
};

function Faulty({ rows, onMend, onDrop }: FaultyProps) {
  const t = useRosterWords();
  return (
    <TableScroll label={t.bad(rows.length)}>
      <table className="table">
        <HeadRow heads={[t.rowNumber, t.name, t.claim, t.wrong, t.act]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.rowNumber}>
              <td>{row.rowNumber}</td>
              <td className="nowrap">{row.claimant.name}</td>
              <td className="number">{formatMoney(claimOf(row.claimant.items))}</td>
              <td>{Object.values(row.problems).join(' ')}</td>
              <td className="nowrap">
                <Button size="small" onClick={() => onMend(row)}>
                  {t.mendOf(row.rowNumber)}
                </Button>{' '}
                <Button size="small" aria-label={`${t.drop} ${row.rowNumber}`} onClick={() => onDrop(row)}>
                  {t.drop}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

type Props = { view: DisputeView; file: File; onDone: (sentence: string) => void; onClose: () => void };

function Read({ view, file, onDone, onClose, preview }: Props & { preview: ReturnType<typeof usePreview> }) {
  const t = useRosterWords();
  const { read, check, good, faulty, known } = preview;
  const [mending, setMending] = useState<PreviewRow | null>(null);
  const take = useRosterStep(view.code, 'claimants', onDone);
  const saved = useMutation<void, ApiError>({
    mutationFn: async () => {
      const rows = faulty.map(({ claimant, problems }) => ({ claimant, wrong: Object.values(problems).join(' ') }));
      const blob = await api.blob('POST', `/api/disputes/${view.code}/faulty-claimants.xlsx`, { body: { rows } });
      saveBlob(blob, `要改的行-${file.name.replace(/\.\w+$/, '')}.xlsx`);
    },
  });
  const sheet = read.data as ClaimSheet;
  const error = take.error ?? check.error ?? saved.error;
  return (
    <>
      {error ? <ErrorSummary errors={[]} message={error.message} requestId={error.requestId} /> : null}
      <p className="row">
        <b>{t.good(good.length)}</b>
        {faulty.length > 0 ? <b>{t.bad(faulty.length)}</b> : null}
        {known.length > 0 ? <span>{t.known(known.length)}</span> : null}
      </p>
      <Found sheet={sheet} />
      <Columns sheet={sheet} onName={preview.name} />
      {faulty.length > 0 ? (
        <>
          <Faulty rows={faulty} onMend={setMending} onDrop={({ rowNumber }) => preview.drop(rowNumber)} />
          <p className="second">{t.stillBad(faulty.length)}</p>
        </>
      ) : null}
      <div className="row">
        {good.length > 0 ? (
          <Button
            type="primary"
            loading={take.isPending}
            onClick={() => take.mutate({ claimants: good.map(({ claimant }) => claimant) })}
          >
            {t.take(good.length)}
          </Button>
        ) : null}
        {faulty.length > 0 ? (
          <Button loading={saved.isPending} onClick={() => saved.mutate()}>
            {t.saveBad(faulty.length)}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t.cancel}</Button>
      </div>
      {mending ? (
        <MendDialog
          key={mending.rowNumber}
          row={mending}
          isPending={check.isPending}
          onMend={(claimant) => preview.mend(mending.rowNumber, claimant, () => setMending(null))}
          onClose={() => setMending(null)}
        />
      ) : null}
    </>
  );
}

/** What a workbook holds, before anything of it is written: who can join, what has to be mended, who is there already. */
export function Preview(props: Props) {
  const t = useRosterWords();
  const preview = usePreview(props.view.code, props.file);
  return (
    <section className="section-flat roster-preview" aria-labelledby="preview-head">
      <h2 id="preview-head">{t.preview(props.file.name)}</h2>
      <PageState query={preview.read} loading={<p role="status">{t.reading}</p>}>
        {() => <Read {...props} preview={preview} />}
      </PageState>
      {preview.read.error ? <Button onClick={props.onClose}>{t.cancel}</Button> : null}
    </section>
  );
}
