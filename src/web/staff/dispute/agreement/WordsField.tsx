import { Input } from 'antd';
import { Field } from '../../../../ui/Field.tsx';
import type { StepForm } from '../../steps/useForm.ts';

type Props = {
  form: StepForm;
  /** Below the agreement: terms.0.text; the reason stands beside it. */
  at: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  span?: number;
  limit?: number;
  lines?: number;
  hint?: string;
  amount?: boolean;
};

/** A field of words, by its path in the agreement. */
export function WordsField({ form, at, label, value, onChange, span = 12, limit, lines, hint, amount }: Props) {
  const name = at === 'reason' ? at : `agreement.${at}`;
  return (
    <Field name={name} label={label} span={span} error={form.errors[name]} hint={hint} limit={limit} typed={value}>
      {(control) =>
        lines ? (
          <Input.TextArea
            {...control}
            value={value}
            autoSize={{ minRows: lines, maxRows: 12 }}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            value={value}
            {...(amount ? { inputMode: 'decimal' as const } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
