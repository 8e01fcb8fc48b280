import { Input } from 'antd';
import { useState } from 'react';
import type { PresenceLine } from '../../../attendance/views.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { clockIn } from '../../../ui/typed.ts';
import { type Done, useAct } from './queries.ts';
import { usePresenceWords } from './words.ts';

export type LineForm = { center: string; line: PresenceLine; onClose: () => void; onDone: (done: Done) => void };

/** Later, or not at all today: with the sentence that the counter tells visitors. */
export function MarkDialog({ center, line, state, onClose, onDone }: LineForm & { state: 'late' | 'absent' }) {
  const t = usePresenceWords();
  const [time, setTime] = useState('');
  const [note, setNote] = useState('');
  const act = useAct<object>('/api/presence/marks', ['presence'], onDone);
  const errors = act.error?.fields ?? {};
  const late = state === 'late';
  const body = {
    centerId: center,
    unitId: line.unitId,
    state,
    ...(late && { expectedTime: clockIn(time) }),
    ...(note.trim() && { note: note.trim() }),
  };
  return (
    <ActDialog
      title={late ? t.lateTitle(line.called) : t.absentTitle(line.called)}
      act={late ? t.markLate : t.markAbsent}
      leave={t.notNow}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate(body)}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId(late ? 'expectedTime' : 'note')} />
      {late && (
        <Field name="expectedTime" label={t.lateTime} error={errors.expectedTime}>
          {(control) => (
            <Input
              {...control}
              value={time}
              placeholder={t.timeHint}
              onChange={(event) => setTime(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field name="note" label={t.why} hint={t.whyHint} error={errors.note} limit={60} typed={note}>
        {(control) => <Input {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </ActDialog>
  );
}
