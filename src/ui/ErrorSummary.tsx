import { useEffect, useRef } from 'react';
import { fieldId } from './Field.tsx';
import type { FieldError } from './fieldError.ts';
import { makeCatalog } from './i18n.ts';
import { StateIcon } from './StateIcon.tsx';

const useWords = makeCatalog({
  zh: {
    count: (count: number) => `有 ${count} 处要改`,
    failed: '没有办成',
    request: (id: string) => `编号 ${id}，报给管理员时念这个。`,
  },
  en: {
    count: (count: number) => `${count} to correct`,
    failed: 'Not done',
    request: (id: string) => `Number ${id}, for the administrator.`,
  },
});

type Props = {
  errors: readonly FieldError[];
  /** A sentence about the whole: a refusal, a conflict, our own fault. */
  message?: string | undefined;
  requestId?: string | undefined;
  /** Where a field's control is; a `Field` of that name unless told. */
  idOf?: (field: string) => string;
};

/** The field's control, also where its id stands on a wrapper. */
export function focusField(id: string): void {
  const element = document.getElementById(id);
  const control = element?.matches('input,textarea,select,button')
    ? element
    : element?.querySelector('input,textarea,select,button');
  (control as HTMLElement | null)?.focus();
  element?.scrollIntoView({ block: 'center' });
}

/** On top of a form: takes the focus when it appears, puts the count into the title, leads to each field. */
export function ErrorSummary({ errors, message, requestId, idOf = fieldId }: Props) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const key = `${message ?? ''}${errors.map(({ field, sentence }) => field + sentence).join()}`;
  const heading = errors.length > 0 ? t.count(errors.length) : t.failed;
  useEffect(() => {
    if (key !== '') box.current?.focus();
  }, [key]);
  useEffect(() => {
    if (key === '') return;
    const before = document.title;
    document.title = `${heading} – ${before}`;
    return () => {
      if (document.title === `${heading} – ${before}`) document.title = before;
    };
  }, [key, heading]);
  if (key === '') return null;
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>
        <StateIcon shape="overdue" /> {heading}
      </h2>
      {message && <p>{message}</p>}
      <ul>
        {errors.map(({ field, sentence }) => (
          <li key={field}>
            <button type="button" className="link-button" onClick={() => focusField(idOf(field))}>
              {sentence}
            </button>
          </li>
        ))}
      </ul>
      {requestId && <p className="second">{t.request(requestId)}</p>}
    </div>
  );
}
