import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { fieldId } from './Field.tsx';

export type ChoiceOption<T extends string> = { value: T; label: ReactNode; hint?: string };
type ChoiceProps<T extends string> = {
  name: string;
  label: ReactNode;
  options: readonly ChoiceOption<T>[];
  value: T | '';
  onChange: (value: T) => void;
  error?: string | undefined;
  hint?: ReactNode;
  span?: number;
  skip?: boolean;
};

/** A few answers in the open, chosen by arrow or by the number of the place; nothing is chosen in advance. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { name, label, options, value, onChange, error, hint, span, skip } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = fieldId(name);
  const at = options.findIndex((option) => option.value === value);
  const choose = (index: number) => {
    const option = options[index];
    if (!option) return;
    onChange(option.value);
    box.current?.querySelectorAll<HTMLElement>('[role=radio]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const number = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (step === undefined && !options[number]) return;
    event.preventDefault();
    choose(step === undefined ? number : (Math.max(at, step > 0 ? at : 0) + step + options.length) % options.length);
  };
  return (
    <div
      className={error ? 'field field-wrong' : 'field'}
      style={span ? { gridColumn: `span ${span}` } : undefined}
      {...(skip ? { 'data-walk': 'skip' } : {})}
    >
      <span id={`${id}-label`} className="field-label">
        {label}
      </span>
      <div ref={box} className="choice" role="radiogroup" aria-labelledby={`${id}-label`} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of buttons that number keys choose from
          <button
            key={option.value}
            type="button"
            role="radio"
            id={index === Math.max(at, 0) ? id : undefined}
            aria-checked={option.value === value}
            aria-describedby={error || hint ? `${id}-note` : undefined}
            tabIndex={index === Math.max(at, 0) ? 0 : -1}
            title={option.hint}
            onClick={() => choose(index)}
          >
            {option.label}
          </button>
        ))}
      </div>
      {error || hint ? (
        <div id={`${id}-note`} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </div>
      ) : null}
    </div>
  );
}
