import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { ChoiceOption } from './Choice.tsx';
import { fieldId } from './Field.tsx';

type SeveralProps<T extends string> = {
  name: string;
  label: ReactNode;
  options: readonly ChoiceOption<T>[];
  value: readonly T[];
  onChange: (value: T[]) => void;
  error?: string | undefined;
  hint?: ReactNode;
  span?: number;
  skip?: boolean;
};

/** Several answers in the open: arrows move, Space or the number of the place ticks and unticks. */
export function Several<T extends string>(props: SeveralProps<T>) {
  const { name, label, options, value, onChange, error, hint, span, skip } = props;
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const id = fieldId(name);
  const toggle = (index: number) => {
    const option = options[index];
    if (!option) return;
    const ticked = value.includes(option.value);
    // In the order of the list, whatever the order of ticking.
    onChange(
      options.map((each) => each.value).filter((each) => (each === option.value ? !ticked : value.includes(each))),
    );
  };
  const move = (step: number) => {
    const next = (at + step + options.length) % options.length;
    setAt(next);
    box.current?.querySelectorAll<HTMLElement>('[role=checkbox]')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const number = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (step === undefined && !options[number]) return;
    event.preventDefault();
    if (step === undefined) toggle(number);
    else move(step);
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
      {/* biome-ignore lint/a11y/useSemanticElements: one line of buttons, as in Choice */}
      <div ref={box} className="choice" role="group" aria-labelledby={`${id}-label`} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of buttons that number keys tick
          <button
            key={option.value}
            type="button"
            role="checkbox"
            id={index === at ? id : undefined}
            aria-checked={value.includes(option.value)}
            tabIndex={index === at ? 0 : -1}
            title={option.hint}
            onClick={() => {
              setAt(index);
              toggle(index);
            }}
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
