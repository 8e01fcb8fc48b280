import { payingWays } from '../../../../agreements/agreement.ts';
import { ordinal } from '../../../../agreements/capitals.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Pick } from '../../../../ui/Pick.tsx';
import type { StepForm } from '../../steps/useForm.ts';
import { useWords } from './catalog.ts';
import type { TypedTerm } from './convert.ts';
import { Instalments } from './Instalments.tsx';
import { WordsField } from './WordsField.tsx';

export type PartProps = {
  form: StepForm;
  index: number;
  term: TypedTerm;
  onChange: (patch: Partial<TypedTerm>) => void;
};

/** What few terms need. */
export function RarerFields({ form, index, term, onChange, count }: PartProps & { count: number }) {
  const t = useWords();
  const others = Array.from({ length: count }, (_, at) => at).filter((at) => at !== index);
  const options = others.map((at) => ({ value: String(at), label: t.term(ordinal(at + 1)), initials: '' }));
  return (
    <details className="form-wide" open={term.where + term.condition + term.after !== ''}>
      <summary>{t.more}</summary>
      <div className="form-grid">
        <WordsField
          form={form}
          at={`terms.${index}.where`}
          label={t.where}
          limit={200}
          value={term.where}
          onChange={(where) => onChange({ where })}
        />
        <WordsField
          form={form}
          at={`terms.${index}.condition`}
          label={t.condition}
          limit={300}
          value={term.condition}
          onChange={(condition) => onChange({ condition })}
        />
        <Field
          name={`agreement.terms.${index}.after`}
          label={t.after}
          span={12}
          error={form.errors[`agreement.terms.${index}.after`]}
        >
          {(control) => (
            <Pick
              control={control}
              options={[{ value: 'none', label: t.unsaid, initials: '' }, ...options]}
              value={term.after}
              onChange={(after) => onChange({ after: after === 'none' ? '' : after })}
              placeholder={t.unsaid}
              nothingFound={t.nothingFound}
            />
          )}
        </Field>
      </div>
    </details>
  );
}

/** How it is paid, and in parts. */
export function MoneyFields({ form, index, term, onChange }: PartProps) {
  const t = useWords();
  return (
    <>
      <Choice
        name={`agreement.terms.${index}.how`}
        label={t.how}
        span={12}
        options={payingWays.map((value) => ({ value, label: t[value] }))}
        value={term.how}
        onChange={(how) => onChange({ how })}
      />
      <WordsField
        form={form}
        at={`terms.${index}.howNote`}
        label={t.howNote}
        limit={200}
        value={term.howNote}
        onChange={(howNote) => onChange({ howNote })}
      />
      <Instalments
        form={form}
        index={index}
        value={term.instalments}
        onChange={(instalments) => onChange({ instalments })}
      />
    </>
  );
}
