import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { Field } from '../../../../ui/Field.tsx';
import { Pick } from '../../../../ui/Pick.tsx';
import { categoriesQuery } from '../../queries.ts';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import { type FieldsProps, useLabel } from './fields.ts';

const sentAs: Readonly<Record<string, string>> = { amount: 'amountCents', people: 'peopleInvolved' };

function Text({ form, field, rows, span }: FieldsProps & { field: string; rows: number; span: number }) {
  const label = useLabel('amend');
  const common = {
    value: textOf(form.values, field),
    onChange: (event: { target: { value: string } }) => form.set(field, event.target.value),
  };
  const name = sentAs[field] ?? field;
  return (
    <Field name={name} label={label(field)} span={span} error={form.errors[name]}>
      {(control) =>
        rows > 1 ? <Input.TextArea {...control} {...common} rows={rows} /> : <Input {...control} {...common} />
      }
    </Field>
  );
}

/** The facts as they stand, to be corrected; only what changes is sent, with the reason. */
export function AmendFields(props: FieldsProps) {
  const { form } = props;
  const t = useWords();
  const label = useLabel('amend');
  const { data = [], isPending } = useQuery(categoriesQuery);
  return (
    <>
      <Text {...props} field="title" rows={1} span={12} />
      <Text {...props} field="facts" rows={6} span={12} />
      <Text {...props} field="demands" rows={2} span={12} />
      <Field name="categoryCode" label={label('categoryCode')} span={6} error={form.errors.categoryCode}>
        {(control) => (
          <Pick
            control={control}
            options={data.map(({ code, name, initials }) => ({ value: code, label: name, initials, number: code }))}
            value={textOf(form.values, 'categoryCode')}
            onChange={(value) => form.set('categoryCode', value)}
            placeholder={t.byInitials}
            nothingFound={t.nothingFound}
            loading={isPending}
          />
        )}
      </Field>
      <Text {...props} field="address" rows={1} span={6} />
      <Text {...props} field="amount" rows={1} span={6} />
      <Text {...props} field="people" rows={1} span={6} />
      <Text {...props} field="reason" rows={2} span={12} />
    </>
  );
}
