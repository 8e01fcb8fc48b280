import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Me } from '../../../../people/me.ts';
import { ErrorSummary, focusField } from '../../../../ui/ErrorSummary.tsx';
import { type Control, Field, fieldId } from '../../../../ui/Field.tsx';
import './login.css';
import { useLogin } from './useLogin.ts';
import { useLoginWords } from './words.ts';

// This form may stand over another one, whose fields have names of their own.
const idOf = (field: string): string => fieldId(`session.${field}`);

const wired = ({ status: _, ...control }: Control) => ({ ...control, className: 'login-input' });

type Props = {
  /** Set when only this person may go on. */
  fixedLogin?: string;
  submitLabel: string;
  onOpen: (me: Me) => void;
};

/** Of plain fields: the log-in page comes without the library that all other pages are made of. */
export function LoginForm({ fixedLogin, submitLabel, onOpen }: Props) {
  const t = useLoginWords();
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [shown, setShown] = useState(false);
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
          <input
            {...wired(control)}
            value={login}
            autoComplete="username"
            autoCapitalize="none"
            readOnly={fixedLogin !== undefined}
            // biome-ignore lint/a11y/noAutofocus: whoever opens this page came to type here
            autoFocus={fixedLogin === undefined}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field name="session.password" label={t.password} error={errorOf('password')}>
        {(control) => (
          <span className="login-password">
            <input
              {...wired(control)}
              type={shown ? 'text' : 'password'}
              value={password}
              autoComplete="current-password"
              onChange={(event) => setPassword(event.target.value)}
            />
            <button type="button" className="link-button" onClick={() => setShown(!shown)}>
              {shown ? t.hide : t.show}
            </button>
          </span>
        )}
      </Field>
      {attempt.wantsTotp && (
        <Field name="session.totp" label={t.totp} error={errorOf('totp')}>
          {(control) => (
            <input
              {...wired(control)}
              value={totp}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              onChange={(event) => setTotp(event.target.value)}
            />
          )}
        </Field>
      )}
      <button type="submit" className="login-button">
        {attempt.isPending ? t.working : submitLabel}
      </button>
    </form>
  );
}
