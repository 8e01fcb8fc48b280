import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { isDay } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { Field } from '../../../ui/Field.tsx';
import { matchRank, type PickOption } from '../../../ui/Pick.tsx';
import { clockIn } from '../../../ui/typed.ts';
import { useUnits } from '../dispute/steps/References.tsx';
import { Day, Words } from '../steps/Fields.tsx';
import type { StepForm } from '../steps/useForm.ts';
import { listOf, textOf, type Values } from '../steps/values.ts';
import { tableQuery } from './queries.ts';
import { useSittingWords } from './words.ts';

type Option = { value: string; label: string };

/** What was typed as day and hours, as the server takes it. */
export function timeOf(values: Values, today: string): Values {
  const day = readDay(textOf(values, 'day'), today, 'future') ?? textOf(values, 'day');
  return {
    day: isDay(day) ? day : textOf(values, 'day'),
    from: clockIn(textOf(values, 'from')),
    to: clockIn(textOf(values, 'to')),
  };
}

export function Many({
  form,
  field,
  label,
  hint,
  options,
}: {
  form: StepForm;
  field: string;
  label: string;
  hint: string;
  options: readonly (Option | PickOption)[];
}) {
  return (
    <Field name={field} label={label} span={12} error={form.errors[field]}>
      {({ status, ...control }) => (
        <Select<string[], Option | PickOption>
          {...control}
          {...(status ? { status } : {})}
          mode="multiple"
          style={{ width: '100%' }}
          showSearch={{
            filterOption: (typed, option) =>
              option !== undefined && matchRank({ initials: '', ...option }, typed) !== null,
          }}
          options={[...options]}
          placeholder={hint}
          notFoundContent={null}
          value={[...listOf(form.values, field)]}
          onChange={(chosen) => form.set(field, chosen)}
        />
      )}
    </Field>
  );
}

export function Hour({ form, field, label }: { form: StepForm; field: 'from' | 'to'; label: string }) {
  const t = useSittingWords();
  return (
    <Field name={field} label={label} span={3} error={form.errors[field]}>
      {(control) => (
        <Input
          {...control}
          value={textOf(form.values, field)}
          placeholder={t.timeHint}
          autoComplete="off"
          onChange={(event) => form.set(field, event.target.value)}
        />
      )}
    </Field>
  );
}

/** Day, hours, room, or in words where else. */
export function WhenWhere({ form, center }: { form: StepForm; center: string }) {
  const t = useSittingWords();
  const { data } = useQuery(tableQuery(center));
  const rooms = (data?.rooms ?? []).filter(({ active }) => active);
  return (
    <>
      <div style={{ gridColumn: 'span 6' }}>
        <Day form={form} field="day" label={t.day} />
      </div>
      <Hour form={form} field="from" label={t.from} />
      <Hour form={form} field="to" label={t.to} />
      <Many
        form={form}
        field="roomIds"
        label={t.rooms}
        hint={t.chooseRooms}
        options={rooms.map(({ id, name, kind }) => ({ value: id, label: `${name} ${kind}` }))}
      />
      <Words form={form} field="place" label={t.place} limit={60} rows={1} />
    </>
  );
}

/** Judges, prosecutors, psychologists, people of departments; and units, whose heads answer. */
export function FromOutside({
  form,
  center,
  countyCode,
  except = [],
}: {
  form: StepForm;
  center: string;
  countyCode: string;
  except?: readonly string[];
}) {
  const t = useSittingWords();
  const { data } = useQuery(tableQuery(center));
  const { options } = useUnits(countyCode);
  const people = (data?.people ?? []).filter(({ postId }) => !except.includes(postId));
  return (
    <>
      <Many
        form={form}
        field="postIds"
        label={t.posts}
        hint={t.postsHint}
        options={people.map(({ postId, name, unit }) => ({ value: postId, label: `${name} ${unit}` }))}
      />
      <Many form={form} field="unitIds" label={t.units} hint={t.unitsHint} options={options} />
    </>
  );
}
