import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { Control } from './Field.tsx';
import { walkFrom } from './fieldWalk.ts';

export type PickOption = {
  value: string;
  label: string;
  /** Pinyin initials, one word for each part: 'yzjd cydjsq'. */
  initials: string;
  /** A number people know it by. */
  number?: string;
  /** Options of one group stand together under its name, which is found as well. */
  group?: string;
};

type Shown = PickOption & { options?: PickOption[] };

/** Groups in the order in which each is met first; options without one stay as they are. */
function grouped(options: readonly PickOption[]): Shown[] {
  return [...Map.groupBy(options, ({ group = '' }) => group)].flatMap(([group, each]): Shown[] =>
    group === '' ? each : [{ value: `group ${group}`, label: group, initials: '', options: each }],
  );
}

type PickProps = {
  control: Control;
  options: readonly PickOption[];
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  nothingFound: string;
  loading?: boolean;
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Smaller is better; null does not match. Every word typed must match the name, its initials or its number. */
export function matchRank(option: PickOption, typed: string): number | null {
  const name = plain(option.label);
  const parts = plain(option.initials).split(/\s+/);
  const ranks = plain(typed)
    .split(/\s+/)
    .map((word) => {
      if (option.number !== undefined && option.number.replace(/^0/, '') === word.replace(/^0/, '')) return 0;
      if (parts.at(-1)?.startsWith(word)) return 1;
      if (parts.some((part) => part.startsWith(word)) || name.startsWith(word)) return 2;
      return name.includes(word) || parts.join('').includes(word) ? 3 : null;
    });
  return ranks.includes(null) ? null : Math.max(...(ranks as number[]), 0);
}

/** One of many, by initials, number or part of the name; Enter takes the first and goes on to the next field. */
export function Pick({ control, options, value, onChange, placeholder, nothingFound, loading = false }: PickProps) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const { status, ...wiring } = control;
  const nothing = typed.trim() !== '' && !options.some((option) => matchRank(option, typed) !== null);
  return (
    <div ref={box}>
      <Select<string, Shown>
        {...wiring}
        {...(status ? { status } : {})}
        style={{ width: '100%' }}
        showSearch={{
          onSearch: setTyped,
          filterOption: (search, option) => option !== undefined && matchRank(option, search) !== null,
          filterSort: (a, b, { searchValue }) => (matchRank(a, searchValue) ?? 9) - (matchRank(b, searchValue) ?? 9),
        }}
        options={grouped(options)}
        value={value === '' ? null : value}
        loading={loading}
        placeholder={placeholder}
        // An empty list would be a list box without options: the sentence below says it to everybody.
        notFoundContent={null}
        onSelect={(chosen) => {
          onChange(chosen);
          const input = box.current?.querySelector('input');
          // The list takes the focus back once more. Who has gone elsewhere meanwhile is not called back.
          if (input) setTimeout(() => document.activeElement === input && walkFrom(input, 1));
        }}
      />
      <div role="status" className="field-hint">
        {nothing ? nothingFound : ''}
      </div>
    </div>
  );
}
