import { Select } from 'antd';
import { useState } from 'react';
import { costOfQuestion, type QuestionKind } from '../../../reports/burden.ts';
import type { BurdenView } from '../../../reports/burdenView.ts';
import { Field } from '../../../ui/Field.tsx';
import { formatCount } from '../../../ui/money.ts';
import { useBurdenWords } from './burdenWords.ts';

const kinds: readonly QuestionKind[] = ['choice', 'tick', 'number', 'day', 'line', 'text'];

/** The yearly cost of one more required question, before anybody is asked it. */
export function WhatIf({ view }: { view: BurdenView }) {
  const t = useBurdenWords();
  const [form, setForm] = useState('register');
  const [kind, setKind] = useState<QuestionKind>('line');
  const row = view.forms.find(({ key }) => key === form);
  const cost = costOfQuestion(row?.byRole ?? [], kind, view.rules);
  const label = (role: string) => row?.byRole.find((each) => each.role === role)?.label ?? role;
  return (
    <>
      <p className="second">{t.whatIfNote}</p>
      <div className="burden-ask">
        <Field name="form" label={t.inForm}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              options={view.forms.map(({ key, title }) => ({ value: key, label: title }))}
              value={form}
              onChange={setForm}
            />
          )}
        </Field>
        <Field name="kind" label={t.asKind} hint={t.second(view.rules.seconds[kind])}>
          {(control) => (
            <Select
              {...control}
              options={kinds.map((each) => ({ value: each, label: t[each] }))}
              value={kind}
              onChange={setKind}
            />
          )}
        </Field>
      </div>
      <p role="status">
        <strong>{t.cost(cost.hours.toFixed(1), formatCount(cost.times))}</strong>
        {cost.byRole.length > 0 && (
          <span className="second">
            {' '}
            {cost.byRole.map(({ role, hours }) => t.costRole(label(role), hours.toFixed(1))).join('、')}
          </span>
        )}
      </p>
    </>
  );
}
