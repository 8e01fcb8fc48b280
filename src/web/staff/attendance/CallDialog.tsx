import { Input } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import type { LineForm } from './MarkDialog.tsx';
import { useAct } from './queries.ts';
import { usePresenceWords } from './words.ts';

/** 叫来: what for, where to; the unit hears at once. */
export function CallDialog({ center, line, onClose, onDone }: LineForm) {
  const t = usePresenceWords();
  const [values, setValues] = useState({ reason: '', place: '', code: '' });
  const act = useAct<object>('/api/call-outs', ['presence'], onDone);
  const errors = act.error?.fields ?? {};
  const code = values.code.replace(/\D/g, '');
  const body = {
    centerId: center,
    unitId: line.unitId,
    reason: values.reason.trim(),
    place: values.place.trim(),
    ...(code && { code }),
  };
  const typed = (name: keyof typeof values, label: string, hint: string) => (
    <Field name={name} label={label} hint={hint} error={errors[name]}>
      {(control) => (
        <Input
          {...control}
          value={values[name]}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      title={t.callTitle(line.called)}
      act={t.callAct}
      leave={t.callLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate(body)}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('reason')} />
      {typed('reason', t.reason, t.reasonHint)}
      {typed('place', t.place, t.placeHint)}
      {typed('code', t.code, t.codeHint)}
      <p className="second">{t.callTold(line.callMinutes, t.callRepeat)}</p>
    </ActDialog>
  );
}
