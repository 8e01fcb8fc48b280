import { Input } from 'antd';
import { useState } from 'react';
import type { AlarmRow } from '../../../attendance/alarmViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useAlarmWords } from './alarmWords.ts';
import { useAct } from './queries.ts';

const real = ['calmed', 'police', 'ambulance', 'policeAndAmbulance', 'mistaken'] as const;

/** How it ended and what was done; nothing about the visitor is asked for. */
export function EndAlarm({ alarm, onClose }: { alarm: AlarmRow; onClose: () => void }) {
  const t = useAlarmWords();
  const [outcome, setOutcome] = useState<(typeof real)[number] | 'drillDone' | ''>(alarm.drill ? 'drillDone' : '');
  const [measures, setMeasures] = useState('');
  const act = useAct<object>(`/api/alarms/${alarm.id}/endings`, ['alarms'], onClose);
  const errors = act.error?.fields ?? {};
  const options = (alarm.drill ? (['drillDone'] as const) : real).map((value) => ({ value, label: t[value] }));
  return (
    <ActDialog
      title={t.endTitle(alarm.place)}
      act={t.endAct}
      leave={t.endLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ outcome, measures: measures.trim() })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('outcome')} />
      <Choice
        name="outcome"
        label={t.outcome}
        options={options}
        value={outcome}
        onChange={setOutcome}
        error={errors.outcome}
      />
      <Field
        name="measures"
        label={t.measures}
        hint={t.measuresHint}
        error={errors.measures}
        limit={300}
        typed={measures}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            value={measures}
            onChange={(event) => setMeasures(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
