import { Select } from 'antd';
import { type Tie, ties, tieWords } from '../../../../disputes/ties.ts';
import { Field } from '../../../../ui/Field.tsx';
import { useLanguage } from '../../../../ui/i18n.ts';
import { Several } from '../../../../ui/Several.tsx';
import { listOf, textOf } from '../../steps/values.ts';
import { type FieldsProps, type OneField, useLabel } from './fields.ts';

/** One of those who mediate now. */
export function MediatorField({ view, form, field, label }: OneField) {
  const options = view.mediators
    .filter(({ state }) => state !== 'released')
    .map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }));
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Select
          {...control}
          style={{ width: '100%' }}
          options={options}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value)}
        />
      )}
    </Field>
  );
}

/** What ties a mediator to a party: several at once, or nothing. */
export function TiesField({ step, form }: FieldsProps) {
  const label = useLabel(step);
  const language = useLanguage();
  return (
    <Several<Tie>
      name="ties"
      label={label('ties')}
      span={12}
      options={ties.map((value) => ({ value, label: tieWords[value][language] }))}
      value={listOf(form.values, 'ties') as readonly Tie[]}
      onChange={(value) => form.set('ties', value)}
      error={form.errors.ties}
    />
  );
}
