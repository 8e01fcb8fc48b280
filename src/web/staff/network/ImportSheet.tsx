import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ImportRow } from '../../../network/importSheet.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type ApiError, api } from '../api.ts';
import { useNetworkWords } from './words.ts';

type Report = {
  applied: boolean;
  counts: { new: number; changed: number; same: number; refused: number };
  rows: ImportRow[];
  unknownColumns: string[];
  absentColumns: string[];
};

type Props = { part: string; title: string; onClose: () => void; onDone: (sentence: string) => void };

const listed = 40;

function Outcome({ report }: { report: Report }) {
  const t = useNetworkWords();
  const { counts, rows, unknownColumns, absentColumns } = report;
  const refused = rows.filter((row) => row.result === 'refused');
  const differing = rows.filter((row) => row.result === 'new' || row.result === 'changed');
  return (
    <>
      <p>
        <b>{t.counts(counts.new, counts.changed, counts.same, counts.refused)}</b>
      </p>
      {unknownColumns.length > 0 && <p className="soon-text">{t.unknown(unknownColumns.join('、'))}</p>}
      {absentColumns.length > 0 && <p className="second">{t.absent(absentColumns.join('、'))}</p>}
      {refused.length > 0 && (
        <section aria-label={t.refusedRows}>
          <h3>{t.refusedRows}</h3>
          <ul className="plain-list">
            {refused.slice(0, listed).map((row) => (
              <li key={row.rowNumber}>{row.problems.join(' ')}</li>
            ))}
          </ul>
        </section>
      )}
      {differing.length > 0 && (
        <section aria-label={t.differences}>
          <h3>{t.differences}</h3>
          <ul className="plain-list">
            {differing.slice(0, listed).map(({ rowNumber, key, differences }) => (
              <li key={rowNumber}>
                <span className="second">
                  {t.row(rowNumber)} {key}
                </span>{' '}
                {differences.map(({ label, from, to }) => `${label} ${from || t.empty} → ${to || t.empty}`).join('；')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A workbook is read first and told row by row; only then can it be written. */
export function ImportSheet({ part, title, onClose, onDone }: Props) {
  const t = useNetworkWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const path = `/api/network/${part}/imports`;
  const look = useMutation<Report, ApiError, File>({ mutationFn: (chosen) => api.upload(path, [chosen]) });
  const write = useMutation<Report, ApiError, File>({
    mutationFn: (chosen) => api.upload(`${path}?apply=true`, [chosen]),
    onSuccess: ({ counts }) => onDone(t.written(counts.new + counts.changed)),
  });
  const report = look.data;
  const count = report ? report.counts.new + report.counts.changed : 0;
  return (
    <ActDialog
      title={`${t.importTitle} · ${title}`}
      act={count > 0 ? t.write(count) : null}
      leave={t.leave}
      width={720}
      isPending={write.isPending || look.isPending}
      error={write.error ?? look.error}
      onAct={() => file && count > 0 && write.mutate(file)}
      onClose={onClose}
    >
      <p>{t.importNote}</p>
      <div className="row">
        <Button onClick={() => input.current?.click()}>{t.choose}</Button>
        <span>{file?.name}</span>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0] ?? null;
            setFile(chosen);
            if (chosen) look.mutate(chosen);
          }}
        />
      </div>
      {look.isPending && <p role="status">{t.reading}</p>}
      {report && <Outcome report={report} />}
      {report && count === 0 && <p>{t.nothingToWrite}</p>}
    </ActDialog>
  );
}
