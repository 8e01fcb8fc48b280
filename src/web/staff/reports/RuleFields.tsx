import { Input, InputNumber, Select } from 'antd';
import type { FormChoices } from '../../../reports/formView.ts';
import { type Show, showWords, textFields, textFieldWords } from '../../../reports/mapping.ts';
import { figureText, figureTitle, isRate, measureNames, ofVisits, rateNames } from '../../../reports/measures.ts';
import { cellPeriods, cellPeriodWords } from '../../../reports/period.ts';
import { Field } from '../../../ui/Field.tsx';
import { type FormWords, useFormWords } from './forms/words.ts';
import { type RuleDraft, withWhat } from './ruleForm.ts';

type Props = {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  choices: FormChoices;
  errors: Readonly<Record<string, string>>;
};

const whats = [...measureNames, ...rateNames].map((value) => ({ value, label: figureTitle(value) }));
const periods = cellPeriods.map((value) => ({ value, label: cellPeriodWords[value] }));
const showsOf = (draft: RuleDraft): { value: Show; label: string }[] => {
  const own: Show[] = isRate(draft.what) ? ['percent', 'fraction', 'percentText'] : ['plain', 'tenThousand'];
  return own.map((value) => ({ value, label: showWords[value] }));
};

type ListName = 'categories' | 'sources' | 'regions' | 'units' | 'services';
const listsOf = ({ what }: RuleDraft): readonly ListName[] =>
  !isRate(what) && ofVisits(what) ? ['services', 'regions'] : ['categories', 'sources', 'regions', 'units'];

/** Sources travel one by one and are chosen as people say them: 「主动调解」 is two of ours. */
const chosenSources = (sources: readonly string[], options: FormChoices['sources']): string[] => {
  const whole = options.find(({ value }) => value === sources.join(','));
  return whole ? [whole.value] : [...sources];
};

function Several({ name, draft, onChange, choices }: Props & { name: ListName }) {
  const t = useFormWords();
  const value = name === 'sources' ? chosenSources(draft.sources, choices.sources) : draft[name];
  return (
    <Field name={name} label={t[name]}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.everything}
          options={choices[name]}
          value={value}
          onChange={(words: string[]) => onChange({ ...draft, [name]: words })}
        />
      )}
    </Field>
  );
}

function FigureFields(props: Props) {
  const { draft, onChange } = props;
  const t = useFormWords();
  return (
    <>
      <Field name="what" label={t.what} hint={figureText(draft.what)}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            options={whats}
            value={draft.what}
            onChange={(what) => onChange(withWhat(draft, what))}
          />
        )}
      </Field>
      <Field name="period" label={t.period}>
        {(control) => (
          <Select
            {...control}
            options={periods}
            value={draft.period}
            onChange={(period) => onChange({ ...draft, period })}
          />
        )}
      </Field>
      {listsOf(draft).map((name) => (
        <Several key={name} {...props} name={name} />
      ))}
      <Field name="show" label={t.show}>
        {(control) => (
          <Select
            {...control}
            options={showsOf(draft)}
            value={draft.show}
            onChange={(show) => onChange({ ...draft, show })}
          />
        )}
      </Field>
      <Field name="decimals" label={t.decimals}>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={4}
            value={draft.decimals}
            onChange={(decimals) => onChange({ ...draft, decimals: decimals ?? 0 })}
          />
        )}
      </Field>
    </>
  );
}

type LineProps = Props & { name: 'value' | 'expression' | 'who' | 'why'; hint?: string };

function Line({ draft, onChange, errors, name, hint }: LineProps) {
  const t = useFormWords();
  return (
    <Field name={name} label={t[name]} hint={hint} error={errors[name]}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          value={draft[name]}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

const fieldOptions = textFields.map((value) => ({ value, label: textFieldWords[value] }));

function Texts({ draft, onChange }: Props) {
  const t = useFormWords();
  const set = (index: number, part: Partial<RuleDraft['parts'][number]>) =>
    onChange({ ...draft, parts: draft.parts.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return draft.parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in the order of the words and never move
    <div key={index}>
      <Field name={`parts.${index}.after`} label={t.after}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={part.after}
            onChange={(event) => set(index, { after: event.target.value })}
          />
        )}
      </Field>
      <Field name={`parts.${index}.field`} label={t.field}>
        {(control) => (
          <Select {...control} options={fieldOptions} value={part.field} onChange={(field) => set(index, { field })} />
        )}
      </Field>
    </div>
  ));
}

export const kindOptions = (t: FormWords) =>
  [
    { value: 'figure', label: t.figure },
    { value: 'formula', label: t.formula },
    { value: 'text', label: t.text },
    { value: 'constant', label: t.constant },
    { value: 'ask', label: t.ask },
    { value: 'empty', label: t.emptyKind },
  ] as const;

/** The questions of the kind that was chosen. */
export function RuleFields(props: Props) {
  const t = useFormWords();
  const { kind } = props.draft;
  if (kind === 'figure') return <FigureFields {...props} />;
  if (kind === 'formula') return <Line {...props} name="expression" hint={t.expressionHint} />;
  if (kind === 'text') return <Texts {...props} />;
  if (kind === 'constant') return <Line {...props} name="value" />;
  if (kind === 'ask')
    return (
      <>
        <Line {...props} name="who" />
        <Line {...props} name="why" />
      </>
    );
  return null;
}
