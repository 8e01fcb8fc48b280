import { Button } from 'antd';
import { dayOf, now } from '../../../../platform/now.ts';
import { DayInput } from '../../../../ui/DayInput.tsx';
import type { StepForm } from '../../steps/useForm.ts';
import { useWords } from './catalog.ts';
import type { TypedInstalment } from './convert.ts';
import { WordsField } from './WordsField.tsx';

type Props = {
  form: StepForm;
  index: number;
  value: readonly TypedInstalment[];
  onChange: (value: TypedInstalment[]) => void;
};

/** Money in parts: how much by when. */
export function Instalments({ form, index, value, onChange }: Props) {
  const t = useWords();
  const change = (at: number, patch: Partial<TypedInstalment>) =>
    onChange(value.map((each, place) => (place === at ? { ...each, ...patch } : each)));
  return (
    <fieldset className="form-wide">
      <legend>{t.instalments}</legend>
      {value.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is what the server names in its sentences
        <div className="form-grid" key={at}>
          <WordsField
            form={form}
            at={`terms.${index}.instalments.${at}.cents`}
            label={`${t.nth(at + 1)} ${t.amount}`}
            span={5}
            value={part.amount}
            amount
            onChange={(amount) => change(at, { amount })}
          />
          <DayInput
            name={`agreement.terms.${index}.instalments.${at}.dueOn`}
            label={t.due}
            span={5}
            value={part.due}
            onChange={(due) => change(at, { due })}
            today={dayOf(now())}
            nearest="future"
            placeholder="11-30"
            error={form.errors[`agreement.terms.${index}.instalments.${at}.dueOn`]}
          />
          <button
            type="button"
            className="link-button"
            aria-label={t.removeInstalment(at + 1)}
            onClick={() => onChange(value.filter((_, place) => place !== at))}
          >
            {t.remove}
          </button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...value, { amount: '', due: '' }])}>
        {t.addInstalment}
      </Button>
    </fieldset>
  );
}
