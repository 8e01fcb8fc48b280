import { CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { roleTable } from '../../../people/roles.ts';
import { roles } from '../../../platform/actor.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { matchRank } from '../../../ui/Pick.tsx';
import { unitsQuery } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { useSheetWords } from './sheetWords.ts';
import { usePeopleWords } from './words.ts';

export type PeopleSearch = { find?: string; unit?: string; role?: string };

/** By name, by unit, by post; all three stand in the address. */
export function Filters({ search }: { search: PeopleSearch }) {
  const t = usePeopleWords();
  const s = useSheetWords();
  const language = useLanguage();
  const { countyCode } = usePost();
  const navigate = useNavigate();
  const [text, setText] = useState(search.find ?? '');
  const units = useQuery(unitsQuery(countyCode)).data ?? [];
  const go = (part: PeopleSearch) => {
    const { find, unit, role } = { ...search, ...part };
    void navigate({ to: '/people', search: { ...(find && { find }), ...(unit && { unit }), ...(role && { role }) } });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    go({ find: text.trim() });
  };
  const unitOptions = [
    { value: '', label: s.anyUnit, initials: '' },
    ...units.map(({ id, name, initials }) => ({ value: id, label: name, initials })),
  ];
  const roleOptions = [
    { value: '', label: s.anyRole },
    ...roles.map((role) => ({ value: role as string, label: roleTable[role][language] })),
  ];
  return (
    <form className="row find-form" onSubmit={onSubmit}>
      <Input
        className="find-box"
        value={text}
        placeholder={t.find}
        aria-label={t.find}
        allowClear={{ clearIcon: <CloseCircleFilled aria-label={t.clearBox} /> }}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit">{t.look}</Button>
      <Select
        className="wide-select"
        aria-label={s.unit}
        value={search.unit ?? ''}
        options={unitOptions}
        showSearch={{ filterOption: (typed, option) => option !== undefined && matchRank(option, typed) !== null }}
        onChange={(unit: string) => go({ unit })}
      />
      <Select
        className="wide-select"
        aria-label={s.role}
        value={search.role ?? ''}
        options={roleOptions}
        onChange={(role: string) => go({ role })}
      />
    </form>
  );
}
