import { Input } from 'antd';
import type { ReactNode } from 'react';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { Consequences } from '../../../../ui/Consequences.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../../ui/FocusOnOpen.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { today } from './typed.ts';
import type { NoticeForm } from './useNoticeForm.ts';
import { useNoticeWords } from './words.ts';

type TextProps = { form: NoticeForm; name: string; label: string; hint?: string; rows?: number };

export function TextField({ form, name, label, hint, rows = 3 }: TextProps) {
  return (
    <Field name={name} label={label} hint={hint} error={form.errors[name]}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={rows}
          maxLength={1000}
          value={form.text(name)}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </Field>
  );
}

export function DayField({ form, name, label }: Pick<TextProps, 'form' | 'name' | 'label'>) {
  const t = useNoticeWords();
  return (
    <DayInput
      name={name}
      label={label}
      value={form.text(name)}
      onChange={(value) => form.set(name, value)}
      today={today()}
      nearest="future"
      placeholder={t.untilHint}
      error={form.errors[name]}
    />
  );
}

/** What pressing will do, or why it cannot be pressed, once the form is filled in. */
export function Outlook({ form }: { form: NoticeForm }) {
  const t = useNoticeWords();
  if (form.refused) return <Strip tone="info">{t.wouldRefuse(form.refused)}</Strip>;
  if (form.outlook) return <Consequences outlook={form.outlook} />;
  return <p className="second consequences">{t.fillFirst}</p>;
}

type Props = {
  form: NoticeForm;
  title: string;
  act: string;
  leave: string;
  /** The field where writing begins. */
  first: string;
  width?: number;
  onClose: () => void;
  children: ReactNode;
};

export function NoticeDialog({ form, title, act, leave, first, width = 640, onClose, children }: Props) {
  return (
    <ActDialog
      title={title}
      act={act}
      leave={leave}
      width={width}
      isPending={form.pending}
      error={form.problem}
      onAct={form.submit}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId(first)} />
      {children}
      <Outlook form={form} />
    </ActDialog>
  );
}
