import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
type BarProps = Props & { open: boolean; onToggle: () => void };

const placeRoles: readonly string[] = ['informationOfficer', 'gridWorker'];

/** What this post may ask: those who see place, category and status only may ask for no more. */
export const filtersOf = (role: string): readonly FilterName[] =>
  filterNames.filter((name) => !placeRoles.includes(role) || !filterSpecs[name].deep);

/** What is filtered stands as words that can be taken away; more are added in the panel. */
function Chips({ search, wording, open, onToggle, onChange }: BarProps) {
  const t = useLedgerWords();
  useHotkeys({ F: onToggle });
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
        <Button size="small" type="dashed" aria-expanded={open} onClick={onToggle}>
          {open ? t.done : t.add}
          <kbd>F</kbd>
        </Button>
        {active.length > 1 && (
          <Button size="small" type="text" onClick={clear}>
            {t.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Beside the list, which follows each answer at once. */
function FilterPanel({ search, options, onChange, onClose }: Props & { onClose: () => void }) {
  const t = useLedgerWords();
  const { role } = usePost();
  const box = useRef<HTMLElement>(null);
  useHotkeys({ Escape: onClose });
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true }), []);
  return (
    <aside className="ledger-panel no-print" aria-label={t.filters} data-walk="form" ref={box}>
      <div className="row row-apart">
        <h2>{t.filters}</h2>
        <Button size="small" onClick={onClose}>
          {t.done} <kbd>Esc</kbd>
        </Button>
      </div>
      {filtersOf(role).map((name) => (
        <FilterField key={name} prefix="filter" name={name} search={search} options={options} onChange={onChange} />
      ))}
    </aside>
  );
}

/** What the filters in the address leave of a list: they as words above it, and, when asked for, as fields beside it. */
export function Filtered({ children, ...props }: Props & { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Chips {...props} open={open} onToggle={() => setOpen(!open)} />
      <div className={open ? 'ledger-filtering' : undefined}>
        <div>{children}</div>
        {open && <FilterPanel {...props} onClose={() => setOpen(false)} />}
      </div>
    </>
  );
}
