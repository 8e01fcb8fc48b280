import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import {
  dueValues,
  endsOf,
  type FilterName,
  filterSpecs,
  type LedgerSearch,
  rangeOf,
  valuesOf,
  withFilter,
} from '../../../ledger/search.ts';
import { filterLabels } from '../../../ledger/words.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { useClear } from '../../../ui/useClear.tsx';
import type { Option, Options } from './useWording.ts';
import { useLedgerWords } from './words.ts';

type Props = {
  /** Before the name of the field, since the filter bar and a header may show the same one. */
  prefix: string;
  name: FilterName;
  search: LedgerSearch;
  options: Options;
  onChange: (search: LedgerSearch) => void;
};

const fits = (typed: string, option: Option | undefined): boolean =>
  option !== undefined &&
  (option.label.includes(typed) ||
    (option.initials ?? '').split(/\s+/).some((part) => part.startsWith(typed.toLowerCase())));

function readEnd(text: string, days: boolean): string | null {
  const typed = text.trim();
  if (typed === '') return '';
  if (days) return readDay(typed, dayOf(now()), 'past') ?? null;
  const number = typed.replace(/[,，]/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(number) ? number : null;
}

type RangeProps = { id: string; label: string; days: boolean; value: string; onChange: (range: string) => void };

/** Two ends, each taken when it is left; what cannot be read stays where it was written. */
function Range({ id, label, days, value, onChange }: RangeProps) {
  const t = useLedgerWords();
  const [typed, setTyped] = useState<readonly [string, string]>(endsOf(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(endsOf(value));
  }
  const take = () => {
    const [from, to] = typed.map((end) => readEnd(end, days));
    if (typeof from !== 'string' || typeof to !== 'string') return;
    const range = rangeOf(from, to);
    if (range !== value) onChange(range);
  };
  return (
    <span className="row ledger-range">
      {([0, 1] as const).map((end) => (
        <Input
          key={end}
          id={end === 0 ? id : undefined}
          aria-label={`${label} ${[days ? t.from : t.least, days ? t.to : t.most][end]}`}
          value={typed[end]}
          placeholder={[days ? t.from : t.least, days ? t.to : t.most][end]}
          inputMode={days ? 'text' : 'decimal'}
          status={readEnd(typed[end], days) === null ? 'error' : ''}
          onChange={(event) => setTyped(end === 0 ? [event.target.value, typed[1]] : [typed[0], event.target.value])}
          onBlur={take}
          onPressEnter={take}
        />
      ))}
    </span>
  );
}

function Words({ id, value, onChange }: { id: string; value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <Input.Search
      id={id}
      value={typed}
      maxLength={60}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={() => onChange(typed.trim())}
    />
  );
}

/** One filter, the same wherever it is set: in the bar or under a heading. Each answer is at once in the address. */
export function FilterField({ prefix, name, search, options, onChange }: Props) {
  const t = useLedgerWords();
  const clear = useClear();
  const language = useLanguage();
  const { kind } = filterSpecs[name];
  const label = filterLabels[name][language];
  const field = `${prefix}.${name}`;
  const set = (value: string) => onChange(withFilter(search, name, value === '' ? [] : [value]));
  const text = search[name] ?? '';
  const isDue = (dueValues as readonly string[]).includes(text);
  if (kind === 'flag')
    return (
      <div className="field">
        <Button
          aria-pressed={text !== ''}
          type={text !== '' ? 'default' : 'dashed'}
          onClick={() => set(text === '' ? 'yes' : '')}
        >
          {text !== '' ? '✓ ' : ''}
          {label}
        </Button>
      </div>
    );
  return (
    <Field name={field} label={label}>
      {(control) => (
        <>
          {(kind === 'many' || kind === 'place' || kind === 'due') && (
            <Select
              {...control}
              allowClear={clear}
              placeholder={t.choose}
              {...(kind === 'many' ? { mode: 'multiple' as const } : {})}
              value={
                kind === 'many' ? valuesOf(search, name) : kind === 'due' && !isDue ? undefined : text || undefined
              }
              options={[...(options[name] ?? [])]}
              showSearch={{ filterOption: (typed, option) => fits(typed, option as Option | undefined) }}
              onChange={(value: string | string[] | undefined) =>
                onChange(withFilter(search, name, value === undefined ? [] : [value].flat()))
              }
            />
          )}
          {(kind === 'days' || kind === 'numbers' || kind === 'due') && (
            <Range
              id={kind === 'due' ? `${fieldId(field)}-range` : control.id}
              label={label}
              days={kind !== 'numbers'}
              value={isDue ? '' : text}
              onChange={set}
            />
          )}
          {kind === 'text' && <Words key={text} id={control.id} value={text} onChange={set} />}
        </>
      )}
    </Field>
  );
}
