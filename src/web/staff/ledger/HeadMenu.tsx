import { DownOutlined, FilterFilled } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useRef, useState } from 'react';
import { type ColumnKey, columnOf, FIRST, type Layout } from '../../../ledger/columns.ts';
import { type LedgerSearch, type Sort, sorts, withOrder } from '../../../ledger/search.ts';
import { sortWords } from '../../../ledger/words.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { usePost } from '../useMe.ts';
import { FilterField } from './FilterField.tsx';
import { filtersOf } from './LedgerFilters.tsx';
import { hidden, moved, widened } from './layout.ts';
import type { Options } from './useWording.ts';
import { useLedgerWords } from './words.ts';

export type HeadProps = {
  search: LedgerSearch;
  options: Options;
  layout: Layout;
  onSearch: (search: LedgerSearch) => void;
  onLayout: (layout: Layout) => void;
};

export const sortOf = (search: LedgerSearch): Sort => (search.order ?? 'due') as Sort;

function ColumnActs({ name, layout, onLayout }: HeadProps & { name: ColumnKey }) {
  const t = useLedgerWords();
  const at = layout.findIndex(({ key }) => key === name);
  const first = name === FIRST;
  return (
    <div className="row head-acts">
      <Button size="small" onClick={() => onLayout(widened(layout, name, -40))}>
        {t.narrower}
      </Button>
      <Button size="small" onClick={() => onLayout(widened(layout, name, 40))}>
        {t.wider}
      </Button>
      {!first && at > 1 && (
        <Button size="small" onClick={() => onLayout(moved(layout, name, -1))}>
          {t.left}
        </Button>
      )}
      {!first && at < layout.length - 1 && (
        <Button size="small" onClick={() => onLayout(moved(layout, name, 1))}>
          {t.right}
        </Button>
      )}
      {!first && (
        <Button size="small" onClick={() => onLayout(hidden(layout, name))}>
          {t.hide}
        </Button>
      )}
    </div>
  );
}

/** People look for order and filters in the headings: they write the same address as the bar above. */
export function HeadMenu({ name, ...props }: HeadProps & { name: ColumnKey }) {
  const t = useLedgerWords();
  const language = useLanguage();
  const { role } = usePost();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { title, filter, sorts: own = [] } = columnOf(name);
  const { search, options, onSearch } = props;
  const now = sortOf(search);
  const here = own.includes(now);
  const filtered = filter !== undefined && (search[filter] ?? '') !== '';
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const content = (
    <div
      ref={panel}
      className="head-panel"
      role="dialog"
      aria-label={t.headMenu(title[language])}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {own.map((sort) => (
        <Button
          key={sort}
          type="text"
          block
          aria-pressed={sort === now}
          onClick={() => {
            onSearch(withOrder(search, sort));
            close();
          }}
        >
          {sortWords[sort][language]}
          {sort === now ? t.sortNow : ''}
        </Button>
      ))}
      {filter && filtersOf(role).includes(filter) && (
        <FilterField prefix="head" name={filter} search={search} options={options} onChange={onSearch} />
      )}
      <ColumnActs name={name} {...props} />
    </div>
  );
  return (
    <Popover
      open={open}
      trigger="click"
      placement="bottomLeft"
      onOpenChange={setOpen}
      afterOpenChange={(shown) => {
        if (shown) panel.current?.querySelector<HTMLElement>('input,button')?.focus();
      }}
      content={content}
    >
      <button ref={button} type="button" className="head-button" aria-haspopup="dialog" aria-expanded={open}>
        {title[language]}
        {here && <span aria-hidden="true">{sorts[now].direction === 'asc' ? ' ↑' : ' ↓'}</span>}
        {filtered ? (
          <FilterFilled aria-hidden="true" className="head-mark head-filtered" />
        ) : (
          <DownOutlined aria-hidden="true" className="head-mark third" />
        )}
      </button>
    </Popover>
  );
}
