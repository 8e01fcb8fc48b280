import { Button, Input, Select } from 'antd';
import { dayOf, now } from '../../../../platform/now.ts';
import { readYuan } from '../../../../platform/yuan.ts';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { spokenMoney } from '../../../../ui/money.ts';
import { useClear } from '../../../../ui/useClear.tsx';
import { useWords } from '../catalog.ts';
import { blankItem, type TypedItem } from './convert.ts';
import type { FieldsProps } from './fields.ts';

function sumOf(items: readonly TypedItem[]): number {
  return items.reduce((sum, item) => {
    const read = readYuan(item.amount);
    return sum + (read.ok ? (read.cents ?? 0) : 0);
  }, 0);
}

/** Who does what for whom by when, and what it comes to. */
export function SettleItems({ view, form }: FieldsProps) {
  const t = useWords();
  const clear = useClear();
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
          {(['payer', 'payee'] as const).map((side) => (
            <Field
              key={side}
              name={`items.${index}.${side}PartyId`}
              label={side === 'payer' ? t.whoOwes : t.toWhom}
              span={3}
              error={form.errors[`items.${index}.${side}PartyId`]}
            >
              {(control) => (
                <Select
                  {...control}
                  allowClear={clear}
                  options={view.parties.map(({ id, name }) => ({ value: id, label: name }))}
                  value={item[side] || null}
                  onChange={(value) => change(index, { [side]: value ?? '' })}
                />
              )}
            </Field>
          ))}
          <Field
            name={`items.${index}.obligation`}
            label={t.obligation}
            span={6}
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
        <Button size="small" onClick={() => form.set('items', [...items, blankItem(view)])}>
          {t.addItem}
        </Button>
        <span>{t.sum(spokenMoney(sumOf(items)))}</span>
      </div>
    </fieldset>
  );
}
