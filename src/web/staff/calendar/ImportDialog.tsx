import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import type { SpecialDay } from '../../../calendar/calendar.ts';
import type { DayRow } from '../../../calendar/importDays.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type ApiError, api } from '../api.ts';
import { useCalendarWords } from './words.ts';

type Report = { rows: DayRow[]; unknownColumns: string[] };
type Props = { year: number; onUse: (days: SpecialDay[]) => void; onClose: () => void };

/** A workbook or text file of days: rows that cannot be taken are told one by one. */
export function ImportDialog({ year, onUse, onClose }: Props) {
  const t = useCalendarWords();
  const input = useRef<HTMLInputElement>(null);
  const look = useMutation<Report, ApiError, File>({
    mutationFn: (file) => api.upload(`/api/calendar/${year}/imports`, [file]),
  });
  const rows = look.data?.rows ?? [];
  const days = rows.flatMap(({ day }) => day ?? []);
  const off = days.filter(({ kind }) => kind === 'holiday').length;
  const refused = rows.filter(({ problems }) => problems.length > 0);
  return (
    <ActDialog
      title={t.importTitle}
      act={days.length > 0 ? t.takeDays(days.length) : null}
      leave={t.leavePaste}
      isPending={look.isPending}
      error={look.error}
      onAct={() => days.length > 0 && onUse(days)}
      onClose={onClose}
    >
      <p>{t.importNote}</p>
      <div className="row">
        <Button onClick={() => input.current?.click()}>{t.choose}</Button>
        <span>{look.variables?.name}</span>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv,.txt"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) look.mutate(file);
          }}
        />
      </div>
      {look.isPending && <p role="status">{t.readingFile}</p>}
      {look.data && (
        <p role="status">
          <b>{t.read(off, days.length - off)}</b>
        </p>
      )}
      {look.data && look.data.unknownColumns.length > 0 && (
        <p className="soon-text">{t.unknownColumns(look.data.unknownColumns.join('、'))}</p>
      )}
      {refused.length > 0 && (
        <section aria-label={t.refusedRows}>
          <h3>{t.refusedRows}</h3>
          <ul className="plain-list">
            {refused.map(({ rowNumber, problems }) => (
              <li key={rowNumber}>{problems.join(' ')}</li>
            ))}
          </ul>
        </section>
      )}
    </ActDialog>
  );
}
