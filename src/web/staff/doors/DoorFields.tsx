import { Checkbox, Input } from 'antd';
import type { DoorView, FieldView } from '../../../doors/doorViews.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { FieldsProps, OneField } from '../steps/forms.ts';
import type { StepForm } from '../steps/useForm.ts';
import { textOf } from '../steps/values.ts';
import { Uploads } from '../Uploads.tsx';
import type { Uploaded } from '../useUploads.ts';
import { useDoorWords } from './words.ts';

type Own = OneField<DoorView, string>;

/** When it happened: a day of the past. */
export function PastDay({ form, field, label }: Own) {
  const t = useDoorWords();
  return (
    <DayInput
      name={field}
      label={label}
      value={textOf(form.values, field)}
      onChange={(value) => form.set(field, value)}
      today={dayOf(now())}
      nearest="past"
      placeholder={t.past}
      span={6}
      error={form.errors[field]}
    />
  );
}

/** What it came to, and on which ground where the law names them. */
export function Result({ view, form, field, label }: Own) {
  const t = useDoorWords();
  const chosen = view.choices.results.find(({ value }) => value === textOf(form.values, 'result'));
  return (
    <>
      <Choice
        name={field}
        label={label}
        span={12}
        options={view.choices.results}
        value={textOf(form.values, field)}
        onChange={(value) => form.set(field, value)}
        error={form.errors[field]}
      />
      {chosen && chosen.grounds.length > 0 ? (
        <Choice
          name="ground"
          label={t.ground_}
          span={12}
          options={chosen.grounds}
          value={textOf(form.values, 'ground')}
          onChange={(value) => form.set('ground', value)}
          error={form.errors.ground}
        />
      ) : null}
    </>
  );
}

export const Ground = ({ view, form, field, label }: Own) => (
  <Choice
    name={field}
    label={label}
    span={12}
    options={view.choices.grounds}
    value={textOf(form.values, field)}
    onChange={(value) => form.set(field, value)}
    error={form.errors[field]}
  />
);

/** Which files of the dispute go along; what one side brought goes only with that side. */
export function Material({ view, form, field, label }: Own) {
  const t = useDoorWords();
  const chosen = (form.values[field] ?? []) as string[];
  const toggle = (id: string) =>
    form.set(field, chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="field form-wide">
      <legend>{label}</legend>
      {view.material.length === 0 ? <p className="second">{t.noFiles}</p> : null}
      {view.material.map(({ id, name }) => (
        <div key={id}>
          <Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)}>
            {name}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  );
}

/** Papers and photos that go along with an act. */
export function DoorUploads({ form }: FieldsProps<DoorView, string>) {
  const t = useDoorWords();
  const files = (form.values.uploads ?? []) as Uploaded[];
  return (
    <div className="form-wide">
      <Uploads
        id="f-uploads"
        label={t.uploads}
        files={files}
        onAdd={(file) => form.set('uploads', [...files, file])}
        onRemove={(id) =>
          form.set(
            'uploads',
            files.filter((file) => file.id !== id),
          )
        }
        error={form.errors.uploads}
      />
    </div>
  );
}

const LONG = 4000;

function Line({ field, form }: { field: FieldView; form: StepForm }) {
  const t = useDoorWords();
  const answers = (form.values.answers ?? {}) as Record<string, string>;
  const value = answers[field.name] ?? '';
  const name = `answers.${field.name}`;
  const set = (text: string) => form.set('answers', { ...answers, [field.name]: text });
  const hint =
    field.protect && field.filled
      ? t.filled
      : field.proposal !== '' && value === field.proposal
        ? t.proposed
        : field.hint;
  if (field.kind === 'pick')
    return (
      <Choice
        name={name}
        label={field.label}
        span={12}
        options={field.options.map((option) => ({ value: option, label: option }))}
        value={value}
        onChange={set}
        error={form.errors[name]}
      />
    );
  return (
    <Field name={name} label={field.label} span={12} error={form.errors[name]} hint={hint} limit={LONG} typed={value}>
      {(control) =>
        field.kind === 'long' ? (
          <Input.TextArea
            {...control}
            value={value}
            onChange={(event) => set(event.target.value)}
            autoSize={{ minRows: 3, maxRows: 12 }}
          />
        ) : (
          <Input {...control} value={value} onChange={(event) => set(event.target.value)} autoComplete="off" />
        )
      }
    </Field>
  );
}

/** Every line that the dispute does not know; what it knows stands there already. */
export const Answers = ({ view, form }: FieldsProps<DoorView, string>) => (
  <>
    {view.fields.map((field) => (
      <Line key={field.name} field={field} form={form} />
    ))}
  </>
);
