import type { ReactNode } from 'react';
import { makeCatalog } from './i18n.ts';
import './forms.css';

const useWords = makeCatalog({
  zh: {
    count: (length: number, limit: number) => `${length}/${limit}`,
    over: (over: number, limit: number) => `多了 ${over} 个字，最多 ${limit} 个。写的都在，删短再交。`,
  },
  en: {
    count: (length: number, limit: number) => `${length}/${limit}`,
    over: (over: number, limit: number) =>
      `${over} characters too many, at most ${limit}. All of it is kept; shorten it first.`,
  },
});

export type Control = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string; status?: 'error' };
type FieldProps = {
  /** Path of the field in its form, `parties.0.name`; the error summary jumps to it. */
  name: string;
  label: ReactNode;
  error?: string | undefined;
  hint?: ReactNode;
  /** Columns of the row's grid that the field takes. */
  span?: number;
  /** The Enter walk passes over it; Tab does not. */
  skip?: boolean;
  /** How much fits, and what is written. Nothing is cut off: what is too long stays and is said. */
  limit?: number | undefined;
  typed?: string;
  children: (control: Control) => ReactNode;
};

export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** How much is written, once it nears the limit; or how much too much. */
export function useLimit(limit: number | undefined, typed: string): { over?: string; count?: string } {
  const t = useWords();
  if (limit === undefined) return {};
  // As the schema counts: 𠮷 is one.
  const length = [...typed].length;
  if (length > limit) return { over: t.over(length - limit, limit) };
  return length > limit * 0.8 ? { count: t.count(length, limit) } : {};
}

/** Label above, control, the sentence beside it: one shape for all forms, wired for screen readers. */
export function Field({ name, label, error: refused, hint, span, skip, limit, typed = '', children }: FieldProps) {
  const id = fieldId(name);
  const { over, count } = useLimit(limit, typed);
  const error = over ?? refused;
  const note = error ?? count ?? hint;
  const control: Control = {
    id,
    ...(error ? { 'aria-invalid': true as const, status: 'error' as const } : {}),
    ...(note ? { 'aria-describedby': `${id}-note` } : {}),
  };
  return (
    <div
      className={error ? 'field field-wrong' : 'field'}
      style={span ? { gridColumn: `span ${span}` } : undefined}
      {...(skip ? { 'data-walk': 'skip' } : {})}
    >
      <label htmlFor={id}>{label}</label>
      {children(control)}
      {note ? (
        <div id={`${id}-note`} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {note}
        </div>
      ) : null}
    </div>
  );
}
