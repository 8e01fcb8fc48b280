import { useState } from 'react';
import type { BookingView } from '../../../bookings/views.ts';
import { type ReleaseReason, reasonWords, releaseReasons } from '../../../bookings/words.ts';
import { dayOf } from '../../../platform/now.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { clockTime, dayText } from '../../../ui/dates.ts';
import { fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { useBookingAct } from './queries.ts';
import { useBookingWords } from './words.ts';

export const whenText = ({ from, to }: BookingView): string =>
  `${dayText(dayOf(new Date(from)))} ${clockTime(from)}—${clockTime(to)}`;

type Props = { row: BookingView; onDone: (sentence: string) => void; onClose: () => void };

/** All that was booked together is given up; who was only asked says that the own time is not possible. */
export function ReleaseDialog({ row, onDone, onClose }: Props) {
  const t = useBookingWords();
  const language = useLanguage();
  const alone = !row.mayChange;
  const [reason, setReason] = useState<ReleaseReason | ''>(alone ? 'cannotCome' : '');
  const act = useBookingAct(`/api/bookings/${row.groupId}/releases`, () => onDone(t.released));
  const send = () => act.mutate({ ...(reason && { reason }), ...(alone && { id: row.id }) });
  return (
    <ActDialog
      title={alone ? t.cannotTitle(whenText(row)) : t.releaseTitle(whenText(row))}
      act={alone ? t.cannotAct : t.releaseAct}
      leave={t.releaseLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={send}
      onClose={onClose}
    >
      {!alone && (
        <>
          <FocusOnOpen id={fieldId('reason')} />
          <Choice
            name="reason"
            label={t.why}
            options={releaseReasons.map((value) => ({ value, label: reasonWords[value][language] }))}
            value={reason}
            onChange={setReason}
            error={act.error?.fields.reason}
          />
        </>
      )}
      <p className="second">{alone ? t.cannotTold : t.releasedTold}</p>
    </ActDialog>
  );
}
