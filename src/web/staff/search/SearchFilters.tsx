import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { statuses, statusLabels } from '../../../disputes/procedure.ts';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { categoriesQuery, regionsQuery } from '../queries.ts';
import { usePost } from '../useMe.ts';
import type { SearchAddress } from './searchAddress.ts';
import { useSearchWords } from './words.ts';

type Props = { search: SearchAddress; onChange: (changed: SearchAddress) => void };

function Text({ search, onChange }: Props) {
  const t = useSearchWords();
  const [text, setText] = useState(search.text ?? '');
  return (
    <form
      className="row search-form"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ text: text.trim() });
      }}
    >
      <Field name="text" label={t.text}>
        {(control) => (
          <Input
            {...control}
            value={text}
            maxLength={80}
            placeholder={t.placeholder}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {t.find}
      </Button>
    </form>
  );
}

type Option = { value: string; label: string };
type PickProps = {
  name: keyof SearchAddress;
  label: string;
  options: Option[];
  search: SearchAddress;
  onPick: (value: string) => void;
};

function Pick({ name, label, options, search, onPick }: PickProps) {
  const t = useSearchWords();
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select
          {...control}
          className="search-pick"
          value={search[name] ?? ''}
          options={[{ value: '', label: t.any }, ...options]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onPick}
        />
      )}
    </Field>
  );
}

/** What is looked for, and what narrows it: all of it in the address. */
export function SearchFilters({ search, onChange }: Props) {
  const t = useSearchWords();
  const language = useLanguage();
  const { countyCode } = usePost();
  const categories = useQuery(categoriesQuery).data ?? [];
  const regions = useQuery(regionsQuery(countyCode)).data ?? [];
  const places = regions.filter(({ level }) => level === 'county' || level === 'township');
  return (
    <div className="search-filters">
      <Text key={search.text ?? ''} search={search} onChange={onChange} />
      <div className="row">
        <Pick
          name="status"
          label={t.status}
          search={search}
          options={statuses.map((status) => ({ value: status, label: statusLabels[status][language] }))}
          onPick={(status) => onChange({ status })}
        />
        <Pick
          name="category"
          label={t.category}
          search={search}
          options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          onPick={(category) => onChange({ category })}
        />
        <Pick
          name="region"
          label={t.region}
          search={search}
          options={places.map(({ code, name }) => ({ value: code, label: name }))}
          onPick={(region) => onChange({ region })}
        />
      </div>
    </div>
  );
}
