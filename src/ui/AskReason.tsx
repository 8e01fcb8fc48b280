import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Field } from './Field.tsx';

type Failed = { readonly message: string; readonly fields: Readonly<Record<string, string>> };
type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What the two buttons say: do it, leave it. */
  act: string;
  leave: string;
  pending: boolean;
  error: Failed | null;
  onSend: (reason: string) => void;
  onLeave: () => void;
};

/** One line of why, before something small is undone or kept inside. */
export function AskReason({ name, label, hint, act, leave, pending, error, onSend, onLeave }: Props): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason);
      }}
    >
      <Field
        name={name}
        label={label}
        hint={hint}
        error={error?.fields.reason ?? error?.message}
        limit={200}
        typed={reason}
      >
        {(control) => (
          <Input {...control} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <div className="row">
        <Button htmlType="submit" loading={pending}>
          {act}
        </Button>
        <Button onClick={onLeave}>{leave}</Button>
      </div>
    </form>
  );
}
