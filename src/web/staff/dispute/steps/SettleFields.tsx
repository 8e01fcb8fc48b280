import { Button, Input } from 'antd';
import { dayOf, now } from '../../../../platform/now.ts';
import { readYuan } from '../../../../platform/yuan.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { spokenMoney } from '../../../../ui/money.ts';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import type { TypedItem } from './convert.ts';
import type { FieldsProps } from './fields.ts';
import { Mediated } from './Mediated.tsx';

function sumOf(items: readonly TypedItem[]): number {
  return items.reduce((sum, item) => {
    const read = readYuan(item.amount);
    return sum + (read.ok ? (read.cents ?? 0) : 0);
  }, 0);
}

function Items({ form }: FieldsProps) {
  const t = useWords();
  const items = form.values.items as TypedItem[];
  const today = dayOf(now());
  const change = (at: number, patch: Partial<TypedItem>) =>
    form.set(
      'items',
      items.map((item, index) => (index === at ? { ...item, ...patch } : item)),
    );
  return (
    <fieldset className="form-wide settle-items">
      <legend>{t.items}</legend>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is what the server names in its sentences
        <div className="form-grid" key={index}>
          <Field
            name={`items.${index}.obligation`}
            label={t.obligation}
            span={5}
            error={form.errors[`items.${index}.obligation`]}
            limit={300}
            typed={item.obligation}
          >
            {(control) => (
              <Input
                {...control}
                value={item.obligation}
                onChange={(event) => change(index, { obligation: event.target.value })}
              />
            )}
          </Field>
          <Field
            name={`items.${index}.amountCents`}
            label={t.yuan}
            span={3}
            error={form.errors[`items.${index}.amountCents`]}
          >
            {(control) => (
              <Input
                {...control}
                value={item.amount}
                inputMode="decimal"
                onChange={(event) => change(index, { amount: event.target.value })}
              />
            )}
          </Field>
          <DayInput
            name={`items.${index}.dueOn`}
            label={t.dueOn}
            span={3}
            value={item.due}
            onChange={(due) => change(index, { due })}
            today={today}
            nearest="future"
            placeholder="11-30"
            error={form.errors[`items.${index}.dueOn`]}
          />
          <button
            type="button"
            className="link-button settle-remove"
            aria-label={t.removeItem(index + 1)}
            onClick={() =>
              form.set(
                'items',
                items.filter((_, at) => at !== index),
              )
            }
          >
            {t.remove}
          </button>
        </div>
      ))}
      <div className="row row-apart">
        <Button size="small" onClick={() => form.set('items', [...items, { obligation: '', amount: '', due: '' }])}>
          {t.addItem}
        </Button>
        <span>{t.sum(spokenMoney(sumOf(items)))}</span>
      </div>
    </fieldset>
  );
}

/** An agreement: form, terms, from when, and who does what by when; the sum is shown beside the total. */
export function SettleFields(props: FieldsProps) {
  const { form } = props;
  const t = useWords();
  const total = readYuan(textOf(form.values, 'total'));
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
      <Items {...props} />
      <Mediated {...props} />
    </>
  );
}
