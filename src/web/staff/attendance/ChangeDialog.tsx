import { Input } from 'antd';
import { useState } from 'react';
import { readDay } from '../../../platform/readDay.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { clockIn, wholeIn } from '../../../ui/typed.ts';
import { useMe } from '../useMe.ts';
import type { LineForm } from './MarkDialog.tsx';
import { useAct } from './queries.ts';
import { usePresenceWords } from './words.ts';

type Kind = 'moved' | 'off' | 'extra' | 'hours';
const empty = { kind: '' as Kind | '', day: '', movedTo: '', from: '', to: '', counter: '', reason: '' };
type Values = typeof empty;

function bodyOf(values: Values, today: string) {
  const dayIn = (typed: string) => readDay(typed, today, 'future') ?? typed;
  const counterNumber = wholeIn(values.counter);
  return {
    kind: values.kind || 'moved',
    day: dayIn(values.day),
    ...(values.kind === 'moved' && values.movedTo && { movedTo: dayIn(values.movedTo) }),
    ...(values.from && { from: clockIn(values.from) }),
    ...(values.to && { to: clockIn(values.to) }),
    ...(counterNumber !== undefined && { counterNumber }),
    reason: values.reason.trim(),
  };
}

/** 「10-16 轮驻 换到 10-17」: one day unlike the plan. */
export function ChangeDialog({ center, line, day, onClose, onDone }: LineForm & { day: string }) {
  const t = usePresenceWords();
  const { today } = useMe();
  const [values, setValues] = useState<Values>({ ...empty, day });
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const act = useAct<object>('/api/presence/changes', ['presence'], onDone);
  const errors = act.error?.fields ?? {};
  const kinds = [
    { value: 'moved' as const, label: t.moved },
    { value: 'off' as const, label: t.off },
    { value: 'extra' as const, label: t.extra },
    { value: 'hours' as const, label: t.hoursKind },
  ];
  const typed = (name: 'from' | 'to' | 'counter' | 'reason', label: string, field: string = name) => (
    <Field name={field} label={label} error={errors[field]}>
      {(control) => (
        <Input {...control} value={values[name]} onChange={(event) => set({ [name]: event.target.value })} />
      )}
    </Field>
  );
  const days = { today, nearest: 'future' as const, placeholder: t.dayHint };
  return (
    <ActDialog
      title={t.changeTitle(line.called)}
      act={t.changeAct}
      leave={t.changeLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ centerId: center, unitId: line.unitId, ...bodyOf(values, today) })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('kind')} />
      <Choice
        name="kind"
        label={t.kind}
        options={kinds}
        value={values.kind}
        onChange={(kind) => set({ kind })}
        error={errors.kind}
      />
      <DayInput
        {...days}
        name="day"
        label={t.fromDay}
        value={values.day}
        onChange={(next) => set({ day: next })}
        error={errors.day}
      />
      {values.kind === 'moved' && (
        <DayInput
          {...days}
          name="movedTo"
          label={t.toDay}
          value={values.movedTo}
          onChange={(movedTo) => set({ movedTo })}
          error={errors.movedTo}
        />
      )}
      {values.kind !== 'off' && (
        <div className="presence-three">
          {typed('from', t.begin)}
          {typed('to', t.end)}
          {typed('counter', t.toCounter, 'counterNumber')}
        </div>
      )}
      {typed('reason', t.why)}
      <p className="second">{t.changeTold}</p>
    </ActDialog>
  );
}
