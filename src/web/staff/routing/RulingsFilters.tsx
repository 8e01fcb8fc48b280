import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useClear } from '../../../ui/useClear.tsx';
import { categoriesQuery } from '../queries.ts';
import { type RulingsSearch, withRulings } from './search.ts';
import { useRulingsWords } from './words.ts';

type Props = { search: RulingsSearch; onChange: (search: RulingsSearch) => void };

const shown = [undefined, 'open', 'upheld', 'changed', 'ended', 'all'] as const;

/** A day in the address, taken over when it is understood. */
function Day({ name, search, onChange }: Props & { name: 'from' | 'to' }) {
  const t = useRulingsWords();
  const day = search[name] ?? '';
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  const today = dayOf(now());
  return (
    <DayInput
      name={`rulings.${name}`}
      label={t[name]}
      value={typed}
      today={today}
      nearest="past"
      placeholder={t.dayPlaceholder}
      onChange={(value) => {
        setTyped(value);
        const whole = /^\d{4}-\d{2}-\d{2}$/.test(value) && readDay(value, today, 'past') === value;
        if (value === '' || whole) onChange(withRulings(search, { [name]: value }));
      }}
    />
  );
}

/** What the list shows: each a link, so that it can be sent to a colleague. */
export function RulingsFilters({ search, onChange }: Props) {
  const t = useRulingsWords();
  const clear = useClear();
  const categories = useQuery(categoriesQuery).data ?? [];
  return (
    <div className="rulings-filters no-print">
      <nav className="row" aria-label={t.result}>
        {shown.map((result) => {
          const here = search.result === result;
          return (
            <Link
              key={result ?? ''}
              to="/rulings"
              search={withRulings(search, { result: result ?? '' })}
              {...(here ? { 'aria-current': 'true' as const } : {})}
            >
              {result ? t[result] : t.sentBack}
            </Link>
          );
        })}
      </nav>
      <Field name="rulings.category" label={t.category}>
        {(control) => (
          <Select
            {...control}
            allowClear={clear}
            placeholder={t.allCategories}
            showSearch={{ optionFilterProp: 'label' }}
            options={categories.map(({ code, name }) => ({ value: code, label: name }))}
            value={search.category ?? null}
            onChange={(value) => onChange(withRulings(search, { category: value ?? '' }))}
          />
        )}
      </Field>
      <Day name="from" search={search} onChange={onChange} />
      <Day name="to" search={search} onChange={onChange} />
    </div>
  );
}
