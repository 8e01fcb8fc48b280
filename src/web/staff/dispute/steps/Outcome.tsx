import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type StepName, stepOf } from '../../../../disputes/procedure.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { makeCatalog, useLanguage } from '../../../../ui/i18n.ts';
import type { FieldsProps } from './fields.ts';

const useWords = makeCatalog({ zh: { outcome: '什么结果' }, en: { outcome: 'What came of it' } });

/** How a mediation can end. None of them is taken for granted: one button, 记结果, leads to all. */
export const outcomes: readonly StepName[] = ['settle', 'fail', 'withdraw', 'terminate'];

function OutcomeChoice({ view, step }: FieldsProps) {
  const t = useWords();
  const zh = useLanguage() === 'zh';
  const navigate = useNavigate();
  const open = outcomes.filter((name) => view.steps.now.includes(name));
  if (open.length < 2) return null;
  return (
    <Choice
      name="outcomeOf"
      label={t.outcome}
      span={12}
      options={open.map((value) => ({ value, label: zh ? stepOf(value).label : stepOf(value).labelEn }))}
      value={step}
      onChange={(act) => void navigate({ to: '.', search: { act }, replace: true, resetScroll: false })}
    />
  );
}

/** Before the fields of each of them: which one it is. */
export const withOutcome =
  (Fields?: (props: FieldsProps) => ReactNode) =>
  (props: FieldsProps): ReactNode => (
    <>
      <OutcomeChoice {...props} />
      {Fields ? <Fields {...props} /> : null}
    </>
  );
