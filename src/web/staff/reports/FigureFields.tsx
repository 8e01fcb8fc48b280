import { InputNumber, Select } from 'antd';
import type { FormChoices } from '../../../reports/formView.ts';
import { type Show, showWords } from '../../../reports/mapping.ts';
import { figureText, figureTitle, isRate, measureNames, ofVisits, rateNames } from '../../../reports/measures.ts';
import { cellPeriods, cellPeriodWords } from '../../../reports/period.ts';
import { exampleOf } from '../../../reports/shown.ts';
import { Field } from '../../../ui/Field.tsx';
import { useFormWords } from './forms/words.ts';
import { type RuleDraft, withWhat } from './ruleForm.ts';

export type FigureProps = {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  choices: FormChoices;
  /** Decimals of a cell that shows shares. */
  percent: number | undefined;
  /** Before the names of the fields, where a form has several figures. */
  within?: string;
};

const whats = [...measureNames, ...rateNames].map((value) => ({ value, label: figureTitle(value) }));
const periods = cellPeriods.map((value) => ({ value, label: cellPeriodWords[value] }));
const showsOf = (draft: RuleDraft, percent: number | undefined): { value: Show; label: string }[] => {
  if (isRate(draft.what) && percent !== undefined) return [{ value: 'fraction', label: showWords.fraction }];
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

function Several({ name, draft, onChange, choices, within = '' }: FigureProps & { name: ListName }) {
  const t = useFormWords();
  const value = name === 'sources' ? chosenSources(draft.sources, choices.sources) : draft[name];
  return (
    <Field name={`${within}${name}`} label={t[name]}>
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

/** What is counted, of which, for when, and how it is written. */
export function FigureFields(props: FigureProps) {
  const { draft, onChange, percent, within = '' } = props;
  const t = useFormWords();
  const example = exampleOf(draft.what, draft, percent);
  return (
    <>
      <Field name={`${within}what`} label={t.what} hint={figureText(draft.what)}>
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
      <Field name={`${within}period`} label={t.period}>
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
      <Field name={`${within}show`} label={t.show} hint={t.example(example.of, example.written, example.shown)}>
        {(control) => (
          <Select
            {...control}
            options={showsOf(draft, percent)}
            value={isRate(draft.what) && percent !== undefined ? 'fraction' : draft.show}
            onChange={(show) => onChange({ ...draft, show })}
          />
        )}
      </Field>
      <Field name={`${within}decimals`} label={t.decimals}>
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
