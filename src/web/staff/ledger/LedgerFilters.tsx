import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type FilterName, filterNames, filterSpecs, type LedgerSearch, withFilter } from '../../../ledger/search.ts';
import { spokenFilter, type Wording } from '../../../ledger/sentence.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { usePost } from '../useMe.ts';
import { FilterField } from './FilterField.tsx';
import type { Options } from './useWording.ts';
import { useLedgerWords } from './words.ts';

type Props = {
  search: LedgerSearch;
  options: Options;
  wording: Wording;
  onChange: (search: LedgerSearch) => void;
};

const placeRoles: readonly string[] = ['informationOfficer', 'gridWorker'];

/** What this post may ask: those who see place, category and status only may ask for no more. */
export const filtersOf = (role: string): readonly FilterName[] =>
  filterNames.filter((name) => !placeRoles.includes(role) || !filterSpecs[name].deep);

/** What is filtered stands as words that can be taken away; more are added below, each at once in the address. */
export function LedgerFilters({ search, options, wording, onChange }: Props) {
  const t = useLedgerWords();
  const { role } = usePost();
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen(!open);
  useHotkeys({ F: toggle });
  const active = filterNames.filter((name) => (search[name] ?? '') !== '');
  const clear = () => {
    const { view, cols, order } = search;
    onChange({ ...(view && { view }), ...(cols && { cols }), ...(order && { order }) });
  };
  return (
    <div className="ledger-filters no-print">
      <div className="row">
        {active.map((name) => {
          const words = spokenFilter(search, name, wording);
          return (
            <Button
              key={name}
              size="small"
              icon={<CloseOutlined aria-hidden="true" />}
              iconPlacement="end"
              aria-label={t.remove(words)}
              onClick={() => onChange(withFilter(search, name, []))}
            >
              {words}
            </Button>
          );
        })}
        <Button size="small" type="dashed" aria-expanded={open} onClick={toggle}>
          {open ? t.done : t.add}
          <kbd>F</kbd>
        </Button>
        {active.length > 1 && (
          <Button size="small" type="text" onClick={clear}>
            {t.clear}
          </Button>
        )}
      </div>
      {open && (
        <div className="ledger-filter-fields">
          {filtersOf(role).map((name) => (
            <FilterField key={name} prefix="filter" name={name} search={search} options={options} onChange={onChange} />
          ))}
        </div>
      )}
    </div>
  );
}
