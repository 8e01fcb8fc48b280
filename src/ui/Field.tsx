import { cloneElement, type ReactElement } from 'react';
import { makeCatalog } from './i18n.ts';

const useWords = makeCatalog({ zh: { optional: '（可不填）' }, en: { optional: ' (optional)' } });

type ControlProps = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean; status?: '' | 'error' };
type Props = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  /** Any control of antd that takes an id. */
  children: ReactElement<ControlProps>;
};

/** Label above, hint and error between label and control, all three tied together for those who listen. */
export function Field({ id, label, hint, error, optional = false, children }: Props) {
  const t = useWords();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const control = cloneElement(children, {
    id,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true, status: 'error' as const }),
  });
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="third">{t.optional}</span>}
      </label>
      {hint && (
        <div className="third" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
      {control}
    </div>
  );
}
