import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Field } from '../../../ui/Field.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type FilterName, filterNames, type LedgerSearch, valuesOf, type Wording, withFilter } from './filters.ts';
import type { Option } from './useWording.ts';
import { useLedgerWords } from './words.ts';

type Props = {
  search: LedgerSearch;
  options: Readonly<Record<FilterName, readonly Option[]>>;
  wording: Wording;
  onChange: (search: LedgerSearch) => void;
};

const fits = (typed: string, option: Option | undefined): boolean =>
  option !== undefined && (option.label.includes(typed) || (option.initials ?? '').startsWith(typed.toLowerCase()));

/** What is filtered stands as words that can be taken away; more are added below, each at once in the address. */
export function LedgerFilters({ search, options, wording, onChange }: Props) {
  const t = useLedgerWords();
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen(!open);
  useHotkeys({ F: toggle });
  const active = filterNames.filter((name) => valuesOf(search, name).length > 0);
  const words = (name: FilterName) => valuesOf(search, name).map((value) => wording.word(name, value));
  return (
    <div className="ledger-filters no-print">
      <div className="row">
        {active.map((name) => (
          <Button
            key={name}
            size="small"
            icon={<CloseOutlined aria-hidden="true" />}
            iconPlacement="end"
            aria-label={t.remove(`${t[name]} ${words(name).join('、')}`)}
            onClick={() => onChange(withFilter(search, name, []))}
          >
            {t[name]}：{words(name).join('、')}
          </Button>
        ))}
        <Button size="small" type="dashed" aria-expanded={open} onClick={toggle}>
          {open ? t.done : t.add}
          <kbd>F</kbd>
        </Button>
        {active.length > 1 && (
          <Button size="small" type="text" onClick={() => onChange({})}>
            {t.clear}
          </Button>
        )}
      </div>
      {open && (
        <div className="ledger-filter-fields">
          {filterNames.map((name) => (
            <Field key={name} name={`filter.${name}`} label={t[name]}>
              {(control) => (
                <Select
                  {...control}
                  allowClear
                  placeholder={t.choose}
                  {...(name === 'due' || name === 'unit' ? {} : { mode: 'multiple' as const })}
                  value={name === 'due' || name === 'unit' ? search[name] : valuesOf(search, name)}
                  options={[...options[name]]}
                  showSearch={{ filterOption: (typed, option) => fits(typed, option as Option | undefined) }}
                  onChange={(value: string | string[] | undefined) =>
                    onChange(withFilter(search, name, value === undefined ? [] : [value].flat()))
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </div>
  );
}
