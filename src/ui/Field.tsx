import type { ReactNode } from 'react';
import './forms.css';

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
  children: (control: Control) => ReactNode;
};

export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** Label above, control, the sentence beside it: one shape for all forms, wired for screen readers. */
export function Field({ name, label, error, hint, span, skip, children }: FieldProps) {
  const id = fieldId(name);
  const note = error ?? hint;
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
