import type { ReactNode } from 'react';
import type { StepDone } from '../../../procedures/views.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { InsertPhrase } from '../reassigning/phrases/InsertPhrase.tsx';
import { usePost } from '../useMe.ts';
import { StepFields } from './Fields.tsx';
import { FormPanel } from './FormPanel.tsx';
import type { FieldsProps, Forms, StepView } from './forms.ts';
import type { StepForm } from './useForm.ts';
import { useStepForm } from './useStepForm.ts';
import { textOf } from './values.ts';
import { useStepWords } from './words.ts';

/** The button says the verb with its object: 分流给迎泽街道. */
function useDeed<View extends StepView, Step extends string>(
  { kind, specs, useNames }: Forms<View, Step>,
  view: View,
  step: Step,
  form: StepForm,
): string {
  const zh = useLanguage() === 'zh';
  const nameOf = useNames(view, step);
  const { deed, deedEn } = kind.words[step];
  const { label, labelEn } = kind.steps[step];
  const said = zh ? deed : deedEn;
  const { names } = specs[step];
  if (!names) return said;
  const who = nameOf(textOf(form.values, names));
  return who ? said.replace('{who}', who) : zh ? label : labelEn;
}

type Props<View extends StepView, Step extends string> = {
  forms: Forms<View, Step>;
  view: View;
  step: Step;
  inDialog: boolean;
  onClose: () => void;
  onDone: (done: StepDone) => void;
};

/** One step of a matter of any kind. */
export function StepPanel<View extends StepView, Step extends string>(props: Props<View, Step>) {
  const { forms, view, step, inDialog, onClose, onDone } = props;
  const t = useStepWords();
  const language = useLanguage();
  const { unitId } = usePost();
  const form = useStepForm(forms, view, step, t.unwritten, onDone);
  const { fields } = forms.useWords();
  const row = forms.kind.steps[step];
  const label = language === 'zh' ? row.label : row.labelEn;
  const Before = forms.before[step] as ((props: FieldsProps<View, Step>) => ReactNode) | undefined;
  const heading = (
    <h2>
      {label} <span className="second">{row.basis}</span>
    </h2>
  );
  return (
    <FormPanel
      form={form}
      label={label}
      heading={inDialog ? null : heading}
      deed={useDeed(forms, view, step, form)}
      leave={forms.kind.words[step].happened ? t.notRecord : t.notNow(label)}
      nameOf={(field) => fields[`${step}_${field}`] ?? fields[field]}
      inDialog={inDialog}
      onClose={onClose}
      below={(box) => <InsertPhrase step={step} box={box} inDialog={inDialog} />}
    >
      {Before ? <Before view={view} step={step} form={form} /> : null}
      <StepFields forms={forms} view={view} step={step} form={form} unitId={unitId} />
    </FormPanel>
  );
}
