import { Select } from 'antd';
import { Field } from '../../../../ui/Field.tsx';
import { useClear } from '../../../../ui/useClear.tsx';
import { textOf } from '../../steps/values.ts';
import type { OneField } from './fields.ts';

/** Which of the parties. */
export function PartyField({ view, form, field, label }: OneField) {
  const clear = useClear();
  const options = view.parties.map((party) => ({ value: party.id, label: party.name }));
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {(control) => (
        <Select
          {...control}
          allowClear={clear}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          value={textOf(form.values, field) || null}
          onChange={(value) => form.set(field, value ?? '')}
        />
      )}
    </Field>
  );
}
