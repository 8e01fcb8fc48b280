import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Me } from '../../../../people/me.ts';
import { ErrorSummary, focusField } from '../../../../ui/ErrorSummary.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { useLogin } from './useLogin.ts';
import { useLoginWords } from './words.ts';

// This form may stand over another one, whose fields have names of their own.
const idOf = (field: string): string => fieldId(`session.${field}`);

type Props = {
  /** Set when only this person may go on. */
  fixedLogin?: string;
  submitLabel: string;
  onOpen: (me: Me) => void;
};

export function LoginForm({ fixedLogin, submitLabel, onOpen }: Props) {
  const t = useLoginWords();
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const attempt = useLogin(onOpen);
  const wanted = useRef(attempt.wantsTotp);
  useEffect(() => {
    if (attempt.wantsTotp && !wanted.current) focusField(idOf('totp'));
    wanted.current = attempt.wantsTotp;
  }, [attempt.wantsTotp]);
  const errorOf = (field: string) => attempt.errors.find((error) => error.field === field)?.sentence;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.submit({ login, password, totp });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={attempt.errors} message={attempt.message} requestId={attempt.requestId} idOf={idOf} />
      <Field name="session.login" label={t.login} error={errorOf('login')}>
        {(control) => (
          <Input
            {...control}
            size="large"
            value={login}
            autoComplete="username"
            autoCapitalize="none"
            readOnly={fixedLogin !== undefined}
            autoFocus={fixedLogin === undefined}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field name="session.password" label={t.password} error={errorOf('password')}>
        {(control) => (
          <Input.Password
            {...control}
            size="large"
            value={password}
            autoComplete="current-password"
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {attempt.wantsTotp && (
        <Field name="session.totp" label={t.totp} error={errorOf('totp')}>
          {(control) => (
            <Input
              {...control}
              size="large"
              value={totp}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              onChange={(event) => setTotp(event.target.value)}
            />
          )}
        </Field>
      )}
      <Button type="primary" size="large" htmlType="submit" loading={attempt.isPending}>
        {attempt.isPending ? t.working : submitLabel}
      </Button>
    </form>
  );
}
