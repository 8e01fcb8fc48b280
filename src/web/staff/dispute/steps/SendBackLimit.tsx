import { useState } from 'react';
import { StateIcon } from '../../../../ui/StateIcon.tsx';
import { useCourtWords } from './courtWords.ts';
import type { FieldsProps } from './fields.ts';

/** Until when it can be sent back, with the arithmetic one press away. */
export function SendBackLimit({ view }: FieldsProps) {
  const t = useCourtWords();
  const [open, setOpen] = useState(false);
  const limit = view.court?.sendBack;
  if (!limit) return null;
  return (
    <div className="form-wide">
      <p>
        <StateIcon shape="info" /> {t.backUntil(limit.until)}{' '}
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.hide : t.howCounted}
        </button>
      </p>
      {open ? (
        <ol className="bare-list second">
          {limit.arithmetic.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
