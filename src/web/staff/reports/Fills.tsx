import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { addMonths, dayOf, now } from '../../../platform/now.ts';
import type { FormView } from '../../../reports/formView.ts';
import { tableTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { useFormWords } from './forms/words.ts';
import { formKey } from './useMapping.ts';

/** The months of a form, and filling one now. */
export function Fills({ form }: { form: FormView }) {
  const t = useFormWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [month, setMonth] = useState(addMonths(`${dayOf(now()).slice(0, 7)}-01`, -1).slice(0, 7));
  const fill = useMutation<{ id: string }, ApiError>({
    mutationFn: () => api.post(`/api/report-forms/${form.id}/fills`, { month: month.trim() }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: formKey(form.id) });
      void navigate({ to: '/reports/fills/$id', params: { id } });
    },
  });
  return (
    <section className="report-section" aria-label={t.fills}>
      <ul className="plain-list">
        {form.fills.map((each) => (
          <li key={each.id}>
            <Link to="/reports/fills/$id" params={{ id: each.id }}>
              {each.title}
            </Link>{' '}
            <span className="second">
              {each.state === 'handedIn' && each.handedAt
                ? t.handedBy(each.handedBy ?? '', tableTime(each.handedAt))
                : `${t.draftState} · ${t.asOf(tableTime(each.asOf))}`}
              {each.unanswered > 0 && ` · ${t.emptyCells(each.unanswered)}`}
            </span>
          </li>
        ))}
      </ul>
      <form
        className="row report-steps"
        onSubmit={(event) => {
          event.preventDefault();
          fill.mutate();
        }}
      >
        <Field name="month" label={t.month} hint={t.monthHint} error={fill.error?.fields.month ?? fill.error?.message}>
          {(control) => (
            <Input {...control} autoComplete="off" value={month} onChange={(event) => setMonth(event.target.value)} />
          )}
        </Field>
        <Button htmlType="submit" loading={fill.isPending}>
          {t.fillNow}
        </Button>
      </form>
    </section>
  );
}
