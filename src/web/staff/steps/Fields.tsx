import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { dayOf, now } from '../../../platform/now.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { answersOf, type Forms, type OneField, type StepView } from './forms.ts';
import { textOf } from './values.ts';
import { useStepWords } from './words.ts';

type Drawn = OneField & { limit: number | undefined; answers: readonly { value: string; label: string }[] };

export function Words({
  form,
  field,
  label,
  limit,
  rows,
}: Pick<Drawn, 'form' | 'field' | 'label' | 'limit'> & { rows: number }) {
  const value = textOf(form.values, field);
  const common = {
    value,
    onChange: (event: { target: { value: string } }) => form.set(field, event.target.value),
  };
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]} limit={limit} typed={value}>
      {(control) =>
        rows > 1 ? (
          <Input.TextArea {...control} {...common} autoSize={{ minRows: rows, maxRows: 12 }} />
        ) : (
          <Input {...control} {...common} autoComplete="off" />
        )
      }
    </Field>
  );
}

function Tick({ form, field, label }: Drawn) {
  return (
    <div className={form.errors[field] ? 'field field-wrong form-wide' : 'field form-wide'}>
      <Checkbox
        id={fieldId(field)}
        checked={form.values[field] === true}
        onChange={(event) => form.set(field, event.target.checked)}
      >
        {label}
      </Checkbox>
      {form.errors[field] ? (
        <div className="field-error" role="alert">
          {form.errors[field]}
        </div>
      ) : null}
    </div>
  );
}

function Answers({ form, field, label, answers }: Drawn) {
  return (
    <Choice
      name={field}
      label={label}
      span={12}
      options={answers}
      value={textOf(form.values, field)}
      onChange={(value) => form.set(field, value)}
      error={form.errors[field]}
    />
  );
}

/** A day to come, as people write it. */
export function Day({ form, field, label }: Pick<Drawn, 'form' | 'field' | 'label'>) {
  const t = useStepWords();
  return (
    <DayInput
      name={field}
      label={label}
      value={textOf(form.values, field)}
      onChange={(value) => form.set(field, value)}
      today={dayOf(now())}
      nearest="future"
      placeholder={t.dayHint}
      span={6}
      error={form.errors[field]}
    />
  );
}

const shapes: Readonly<Record<string, (props: Drawn) => ReactNode>> = {
  line: (props) => <Words {...props} rows={1} />,
  number: (props) => <Words {...props} rows={1} />,
  text: (props) => <Words {...props} rows={3} />,
  day: Day,
  check: Tick,
  choice: Answers,
};

type Props<View extends StepView, Step extends string> = Omit<OneField<View, Step>, 'field' | 'label'> & {
  forms: Forms<View, Step>;
  unitId: string;
};

/** The form of a step as its row in `specs` lists it. */
export function StepFields<View extends StepView, Step extends string>(props: Props<View, Step>) {
  const { forms, step, view, form, unitId } = props;
  const spec = forms.specs[step];
  const words = forms.useWords();
  const { properties = {} } = spec.schema as { properties?: Record<string, { maxLength?: number }> };
  return Object.entries(spec.fields).map(([field, shape]) => {
    if (spec.asks?.(field, view, unitId) === false) return null;
    const label = words.fields[`${step}_${field}`] ?? words.fields[field] ?? field;
    const answers = answersOf(spec, field, view).map((value) => ({
      value,
      label: words.answers[`${step}_${field}_${value}`] ?? words.answers[`${field}_${value}`] ?? value,
    }));
    const Own = forms.shapes[shape];
    if (Own) return <Own key={field} view={view} step={step} form={form} field={field} label={label} />;
    const Shape = shapes[shape];
    const limit = properties[field]?.maxLength;
    return Shape ? <Shape key={field} {...{ view, step, form, field, label, limit, answers }} /> : null;
  });
}
