import { Input } from 'antd';
import { dayOf, now } from '../../../../platform/now.ts';
import { readYuan } from '../../../../platform/yuan.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { spokenMoney } from '../../../../ui/money.ts';
import { textOf } from '../../steps/values.ts';
import { LockedChoice } from '../agreement/Locked.tsx';
import { useWords } from '../catalog.ts';
import type { FieldsProps } from './fields.ts';
import { Mediated } from './Mediated.tsx';
import { openPromises } from './promiseForms.ts';
import { SettleItems } from './SettleItems.tsx';

function FormAndTerms({ form }: FieldsProps) {
  const t = useWords();
  const forms = (['written', 'oral', 'onTheSpot'] as const).map((value) => ({ value, label: t[value] }));
  return (
    <>
      <Choice
        name="form"
        label={t.form}
        span={12}
        options={forms}
        value={textOf(form.values, 'form') as 'written'}
        onChange={(value) => form.set('form', value)}
        error={form.errors.form}
      />
      <Field
        name="terms"
        label={t.terms}
        span={12}
        error={form.errors.terms}
        limit={4000}
        typed={textOf(form.values, 'terms')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={textOf(form.values, 'terms')}
            autoSize={{ minRows: 3, maxRows: 12 }}
            onChange={(event) => form.set('terms', event.target.value)}
          />
        )}
      </Field>
    </>
  );
}

function Total({ form }: FieldsProps) {
  const t = useWords();
  const total = readYuan(textOf(form.values, 'total'));
  return (
    <Field
      name="totalCents"
      label={t.total}
      span={6}
      error={total.ok ? form.errors.totalCents : total.sentence}
      hint={total.ok && total.cents !== null ? spokenMoney(total.cents) : t.totalHint}
    >
      {(control) => (
        <Input
          {...control}
          value={textOf(form.values, 'total')}
          inputMode="decimal"
          onChange={(event) => form.set('total', event.target.value)}
        />
      )}
    </Field>
  );
}

/** An agreement: one that was locked, or typed: form, terms, from when, and who does what by when; the sum is shown beside the total. */
export function SettleFields(props: FieldsProps) {
  const { view, form } = props;
  const t = useWords();
  const owed = openPromises(view).length;
  const typed = !form.values.locked;
  return (
    <>
      <LockedChoice {...props} />
      {typed ? <FormAndTerms {...props} /> : null}
      <DayInput
        name="effectiveOn"
        label={t.effectiveOn}
        span={6}
        value={textOf(form.values, 'effectiveOn')}
        onChange={(value) => form.set('effectiveOn', value)}
        today={dayOf(now())}
        nearest="past"
        placeholder="10-14"
        error={form.errors.effectiveOn}
      />
      {typed ? <Total {...props} /> : null}
      {owed > 0 ? (
        <Choice
          name="former"
          label={t.formerOpen(owed)}
          span={12}
          options={(['replaced', 'stand'] as const).map((value) => ({ value, label: t[`former_${value}`] }))}
          value={textOf(form.values, 'former') as 'stand'}
          onChange={(value) => form.set('former', value)}
          error={form.errors.former}
        />
      ) : null}
      {typed ? <SettleItems {...props} /> : null}
      <Mediated {...props} />
    </>
  );
}
