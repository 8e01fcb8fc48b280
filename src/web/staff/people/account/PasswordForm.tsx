import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { Field } from '../../../../ui/Field.tsx';
import type { FieldError } from '../../../../ui/fieldError.ts';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { ApiError, api } from '../../api.ts';

const useWords = makeCatalog({
  zh: {
    current: '现在的密码',
    next: '新密码',
    nextHint: '长一点比花样多更管用；不要用登录名、生日、电话。',
    again: '新密码再输一遍',
    submit: '换成新密码',
    currentMissing: '没填现在的密码。',
    nextMissing: '没填新密码。',
    differs: '两遍新密码不一样。',
  },
  en: {
    current: 'Present password',
    next: 'New password',
    nextHint: 'Long helps more than tricky; not the log-in name, a birthday or a phone number.',
    again: 'New password again',
    submit: 'Change the password',
    currentMissing: 'The present password is missing.',
    nextMissing: 'The new password is missing.',
    differs: 'The two new passwords differ.',
  },
});

const empty = { current: '', next: '', again: '' };
type Values = typeof empty;

export function PasswordForm({ onDone }: { onDone: () => unknown }) {
  const t = useWords();
  const [values, setValues] = useState(empty);
  const [missing, setMissing] = useState<FieldError[]>([]);
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => api.put('/api/me/password', { current, next }),
    onSuccess: async () => {
      setValues(empty);
      await onDone();
    },
  });
  const refused = change.error instanceof ApiError ? change.error : null;
  const fields = Object.entries(refused?.fields ?? {}).map(([field, sentence]) => ({ field, sentence }));
  const errors = missing.length > 0 ? missing : fields;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong: FieldError[] = [];
    if (!values.current) wrong.push({ field: 'current', sentence: t.currentMissing });
    if (!values.next) wrong.push({ field: 'next', sentence: t.nextMissing });
    else if (values.next !== values.again) wrong.push({ field: 'again', sentence: t.differs });
    setMissing(wrong);
    if (wrong.length === 0) change.mutate(values);
  };
  const field = (name: keyof Values, label: string, autoComplete: string, hint?: string) => (
    <Field name={name} label={label} hint={hint} error={errors.find((error) => error.field === name)?.sentence}>
      {(control) => (
        <Input.Password
          {...control}
          size="large"
          value={values[name]}
          autoComplete={autoComplete}
          onChange={(event) => setValues({ ...values, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="stack form-narrow" onSubmit={submit} noValidate>
      <ErrorSummary
        errors={errors}
        message={refused && fields.length === 0 ? refused.message : undefined}
        requestId={refused?.kind === 'bug' ? refused.requestId : undefined}
      />
      {field('current', t.current, 'current-password')}
      {field('next', t.next, 'new-password', t.nextHint)}
      {field('again', t.again, 'new-password')}
      <Button type="primary" size="large" htmlType="submit" loading={change.isPending}>
        {t.submit}
      </Button>
    </form>
  );
}
