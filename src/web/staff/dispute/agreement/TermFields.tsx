import { Button } from 'antd';
import { termKinds } from '../../../../agreements/agreement.ts';
import { ordinal } from '../../../../agreements/capitals.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Pick, type PickOption } from '../../../../ui/Pick.tsx';
import type { StepForm } from '../../steps/useForm.ts';
import { useWords } from './catalog.ts';
import type { TypedTerm } from './convert.ts';
import { MoneyFields, type PartProps, RarerFields } from './TermMore.tsx';
import { WordsField } from './WordsField.tsx';

type Props = PartProps & {
  count: number;
  parties: readonly PickOption[];
  onRemove: () => void;
  onUp: () => void;
};

function Who({ form, index, term, parties, onChange }: PartProps & { parties: readonly PickOption[] }) {
  const t = useWords();
  return (['owesId', 'toId'] as const).map((name) => (
    <Field
      key={name}
      name={`agreement.terms.${index}.${name}`}
      label={name === 'owesId' ? t.owes : t.to}
      span={6}
      error={form.errors[`agreement.terms.${index}.${name}`]}
    >
      {(control) => (
        <Pick
          control={control}
          options={parties}
          value={term[name]}
          onChange={(id) => onChange({ [name]: id === 'nobody' ? '' : id })}
          placeholder={t.choose}
          nothingFound={t.nothingFound}
        />
      )}
    </Field>
  ));
}

/** One term: who does what, how much, by when, and what if not. */
export function TermFields({ form, index, count, term, parties, onChange, onRemove, onUp }: Props) {
  const t = useWords();
  const part = { form, index, term, onChange };
  const label = term.kind === 'pay' ? t.text_pay : term.kind === 'do' ? t.text_do : t.text;
  const number = ordinal(index + 1);
  return (
    <fieldset className="agreement-term">
      <legend>
        {t.term(number)}
        {index > 0 ? (
          <Button size="small" type="link" onClick={onUp}>
            {t.up}
          </Button>
        ) : null}
        {count > 1 ? (
          <Button size="small" type="link" aria-label={t.removeTerm(number)} onClick={onRemove}>
            {t.remove}
          </Button>
        ) : null}
      </legend>
      <div className="form-grid">
        <Choice
          name={`agreement.terms.${index}.kind`}
          label={t.kind}
          span={12}
          options={termKinds.map((value) => ({ value, label: t[value] }))}
          value={term.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <Who {...part} parties={parties} />
        <WordsField
          form={form}
          at={`terms.${index}.text`}
          label={label}
          limit={600}
          lines={2}
          value={term.text}
          onChange={(text) => onChange({ text })}
        />
        <WordsField
          form={form}
          at={`terms.${index}.amountCents`}
          label={t.amount}
          span={6}
          value={term.amount}
          amount
          onChange={(amount) => onChange({ amount })}
        />
        <DayInput
          name={`agreement.terms.${index}.dueOn`}
          label={t.due}
          span={6}
          value={term.due}
          onChange={(due) => onChange({ due })}
          today={dayOf(now())}
          nearest="future"
          placeholder="11-30"
          error={form.errors[`agreement.terms.${index}.dueOn`]}
        />
        {term.kind === 'pay' ? <MoneyFields {...part} /> : null}
        <WordsField
          form={form}
          at={`terms.${index}.ifNot`}
          label={t.ifNot}
          limit={300}
          hint={t.ifNotHint}
          value={term.ifNot}
          onChange={(ifNot) => onChange({ ifNot })}
        />
        <RarerFields {...part} count={count} />
      </div>
    </fieldset>
  );
}
