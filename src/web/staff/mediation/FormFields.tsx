import { Input, Select } from 'antd';
import { Field } from '../../../ui/Field.tsx';
import type { ApiError } from '../api.ts';
import type { Typed } from './typed.ts';

export type Form = { typed: Typed; set: (field: string, value: Typed[string]) => void; error: ApiError | null };
type Props = { form: Form; field: string; label: string; hint?: string };

export function Line({ form, field, label, hint }: Props) {
  return (
    <Field name={field} label={label} error={form.error?.fields[field]} hint={hint}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          value={String(form.typed[field] ?? '')}
          onChange={(event) => form.set(field, event.target.value)}
        />
      )}
    </Field>
  );
}

type Options = readonly { value: string; label: string }[];

export function One({ form, field, label, options, empty }: Props & { options: Options; empty?: string }) {
  return (
    <Field name={field} label={label} error={form.error?.fields[field]}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          options={empty ? [{ value: '', label: empty }, ...options] : [...options]}
          value={String(form.typed[field] ?? '')}
          onChange={(value: string) => form.set(field, value)}
        />
      )}
    </Field>
  );
}

export function Many({ form, field, label, options }: Props & { options: Options }) {
  return (
    <Field name={field} label={label} error={form.error?.fields[field]}>
      {({ status, ...control }) => (
        <Select<string[]>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          value={[...((form.typed[field] ?? []) as readonly string[])]}
          onChange={(value) => form.set(field, value)}
        />
      )}
    </Field>
  );
}
