import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { PostRow } from '../../../reassigning/postSheet.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { tableTime } from '../../../ui/dates.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { useSheetWords } from './sheetWords.ts';

type Report = {
  batchId: string | null;
  counts: { new: number; changed: number; same: number; refused: number };
  rows: PostRow[];
  unknownColumns: string[];
};
type Batch = {
  id: string;
  savedAt: string;
  savedBy: string | null;
  undoneAt: string | null;
  given: number;
  ended: number;
};

export async function downloadPosts(): Promise<void> {
  const blob = await api.blob('GET', '/api/posts.xlsx');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = '岗位表.xlsx';
  link.click();
  // Saving reads it after this function has ended.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function Difference({ report }: { report: Report }) {
  const t = useSheetWords();
  const { counts, rows, unknownColumns } = report;
  const refused = rows.filter(({ result }) => result === 'refused');
  const differing = rows.filter(({ result }) => result !== 'refused');
  return (
    <>
      <p>
        <b>{t.counts(counts.new, counts.changed, counts.same, counts.refused)}</b>
      </p>
      {unknownColumns.length > 0 && <p className="soon-text">{t.unknown(unknownColumns.join('、'))}</p>}
      {refused.length > 0 && (
        <section aria-label={t.refusedRows}>
          <h3>{t.refusedRows}</h3>
          <ul className="plain-list">
            {refused.map(({ rowNumber, login, problem }) => (
              <li key={rowNumber}>
                {login} {problem}
              </li>
            ))}
          </ul>
        </section>
      )}
      {differing.length > 0 && (
        <section aria-label={t.differences}>
          <h3>{t.differences}</h3>
          <ul className="plain-list">
            {differing.map(({ rowNumber, name, before, after }) => (
              <li key={rowNumber}>
                <b>{name}</b> {before.join('、') || t.nothing} → {after.join('、') || t.nothing}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Posts from a workbook: who would have what, then written together. */
export function PostSheet({ onClose, onDone }: { onClose: () => void; onDone: (sentence: string) => void }) {
  const t = useSheetWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation<Report, ApiError, File>({
    mutationFn: (chosen) => api.upload('/api/post-imports', [chosen]),
  });
  const write = useMutation<Report, ApiError, File>({
    mutationFn: (chosen) => api.upload('/api/post-imports?apply=true', [chosen]),
    onSuccess: ({ counts }) => onDone(t.written(counts.new, counts.changed)),
  });
  const count = look.data ? look.data.counts.new + look.data.counts.changed : 0;
  return (
    <ActDialog
      title={t.title}
      act={count > 0 ? t.write(count) : null}
      leave={t.leave}
      width={760}
      isPending={write.isPending || look.isPending}
      error={write.error ?? look.error}
      onAct={() => file && count > 0 && write.mutate(file)}
      onClose={onClose}
    >
      <p>{t.note}</p>
      <div className="row">
        <Button onClick={() => input.current?.click()}>{t.choose}</Button>
        <span>{file?.name}</span>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          aria-label={t.choose}
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0] ?? null;
            setFile(chosen);
            if (chosen) look.mutate(chosen);
          }}
        />
      </div>
      {look.isPending && <p role="status">{t.reading}</p>}
      {look.data && <Difference report={look.data} />}
      {look.data && count === 0 && <p>{t.nothingToWrite}</p>}
    </ActDialog>
  );
}

/** The last batch can be taken back whole, while nobody changed one of its posts since. */
export function LastBatch() {
  const t = useSheetWords();
  const [last] =
    useQuery({ queryKey: ['people', 'batches'], queryFn: () => api.get<Batch[]>('/api/post-batches') }).data ?? [];
  const undo = useMutation<{ count: number }, ApiError, string>({
    mutationFn: (id) => api.post(`/api/post-batches/${id}/withdrawals`, {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  if (undo.data) return <Strip onClose={undo.reset}>{t.takenBack(undo.data.count)}</Strip>;
  if (undo.error)
    return (
      <Strip tone="late" onClose={undo.reset}>
        {undo.error.message}
      </Strip>
    );
  if (!last || last.undoneAt) return null;
  return (
    <p className="row second">
      {t.last(tableTime(last.savedAt), last.savedBy ?? '', last.given, last.ended)}
      <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(last.id)}>
        {t.takeBack}
      </Button>
    </p>
  );
}
