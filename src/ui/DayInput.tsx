import { Input } from 'antd';
import { type Day, formatDay, isDay } from '../platform/now.ts';
import { readDay } from '../platform/readDay.ts';
import { Field } from './Field.tsx';

type DayInputProps = {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  today: Day;
  nearest: 'past' | 'future';
  placeholder: string;
  error?: string | undefined;
  span?: number;
  skip?: boolean;
};

/** A day typed as people write it; the weekday below shows what was understood. No calendar to click through. */
export function DayInput({ value, onChange, today, nearest, placeholder, ...field }: DayInputProps) {
  const read = readDay(value, today, nearest);
  return (
    <Field {...field} hint={read ? formatDay(read) : undefined}>
      {(control) => (
        <Input
          {...control}
          value={value}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            if (read && !isDay(value)) onChange(read);
          }}
        />
      )}
    </Field>
  );
}
