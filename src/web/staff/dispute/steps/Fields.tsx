import { Checkbox, Input, Select } from 'antd';
import type { StepName } from '../../../../disputes/procedure.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { ExtendableField, PlanField, RunningStatutoryField, StatutoryField, SupporterField } from './ClockFields.tsx';
import { GroundField, PostField, UnitField } from './References.tsx';
import { answersOf, specs } from './specs.ts';
import type { FieldKind } from './stepSpec.ts';
import type { StepForm } from './useStepForm.ts';
import { textOf } from './values.ts';
import { type Answer, type FieldWord, useAnswers, useFieldWords } from './words.ts';

export type FieldsProps = { view: DisputeView; step: StepName; form: StepForm };
export type OneField = FieldsProps & { field: string; label: string };

/** A step's own name for a field, or the one that all steps share. */
export function useLabel(step: StepName): (field: string) => string {
  const words = useFieldWords();
  return (field) => words[`${step}_${field}` as FieldWord] ?? words[field as FieldWord] ?? field;
}

function limitOf(step: StepName, field: string): number | undefined {
  const { properties = {} } = specs[step].schema as { properties?: Record<string, { maxLength?: number }> };
  return properties[field]?.maxLength;
}

function Words({ step, form, field, label, rows }: OneField & { rows: number }) {
  const value = textOf(form.values, field);
  const limit = limitOf(step, field);
  const count = limit && value.length > limit * 0.8 ? `${value.length}/${limit}` : undefined;
  const common = {
    value,
    ...(limit ? { maxLength: limit } : {}),
    onChange: (event: { target: { value: string } }) => form.set(field, event.target.value),
  };
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]} hint={count}>
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

function Tick({ form, field, label }: OneField) {
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

function Answers({ step, view, form, field, label }: OneField) {
  const words = useAnswers();
  const answers = answersOf(step, field, view);
  return (
    <Choice
      name={field}
      label={label}
      span={12}
      options={answers.map((value) => ({
        value,
        label: words[`${step}_${field}_${value}` as Answer] ?? words[`${field}_${value}` as Answer],
      }))}
      value={textOf(form.values, field)}
      onChange={(value) => form.set(field, value)}
      error={form.errors[field]}
    />
  );
}

function PartyField({ view, form, field, label }: OneField) {
  const options = view.parties.map((party) => ({ value: party.id, label: party.name }));
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Select
          {...control}
          allowClear
          options={options}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value ?? '')}
        />
      )}
    </Field>
  );
}

const shapes: Readonly<Record<FieldKind, (props: OneField) => React.ReactNode>> = {
  line: (props) => <Words {...props} rows={1} />,
  number: (props) => <Words {...props} rows={1} />,
  text: (props) => <Words {...props} rows={3} />,
  check: Tick,
  choice: Answers,
  party: PartyField,
  unit: UnitField,
  post: PostField,
  ground: GroundField,
  extendable: ExtendableField,
  plan: PlanField,
  supporter: SupporterField,
  statutory: StatutoryField,
  runningStatutory: RunningStatutoryField,
};

/** A supporting unit's task is asked about only where there is one. */
function isAsked(step: StepName, field: string, view: DisputeView, unitId: string): boolean {
  if (step === 'report' && field === 'taskDone')
    return view.supportingUnits.some(({ unit, done }) => unit.id === unitId && !done);
  return true;
}

/** The form of a step as its row in `specs` lists it. */
export function StepFields(props: FieldsProps & { unitId: string }) {
  const { step, view, unitId } = props;
  const label = useLabel(step);
  return Object.entries(specs[step].fields).map(([field, kind]) => {
    const Shape = shapes[kind];
    if (!isAsked(step, field, view, unitId)) return null;
    return <Shape key={field} {...props} field={field} label={label(field)} />;
  });
}
