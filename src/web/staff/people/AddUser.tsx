import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { type ApiError, api } from '../api.ts';
import { usePeopleWords } from './words.ts';

type Props = { onClose: () => void; onDone: (result: { name: string; oneTimePassword: string }) => void };

export function AddUser({ onClose, onDone }: Props) {
  const t = usePeopleWords();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const add = useMutation<{ oneTimePassword: string }, ApiError>({
    mutationFn: () => api.post('/api/users', { login: login.trim(), name: name.trim() }),
    onSuccess: ({ oneTimePassword }) => onDone({ name: name.trim(), oneTimePassword }),
  });
  return (
    <ActDialog
      title={t.add}
      act={t.addAct}
      leave={t.addLeave}
      isPending={add.isPending}
      error={add.error}
      onAct={() => add.mutate()}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('name')} />
      <Field name="name" label={t.name} error={add.error?.fields.name}>
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field name="login" label={t.login} hint={t.loginHint} error={add.error?.fields.login}>
        {(control) => (
          <Input
            {...control}
            autoCapitalize="none"
            autoComplete="off"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <p>{t.addTold}</p>
    </ActDialog>
  );
}
