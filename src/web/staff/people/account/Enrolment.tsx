import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { ApiError, api } from '../../api.ts';

const useWords = makeCatalog({
  zh: {
    start: '绑定手机令牌',
    scan: '用手机上的令牌应用扫下面的码，再填它显示的 6 位数字。15 分钟内有效。',
    secret: '扫不了？手工输入这串字母',
    qr: '手机令牌的二维码',
    code: '手机上现在的 6 位数字',
    confirm: '绑定',
  },
  en: {
    start: 'Enrol a second factor',
    scan: 'Scan this with the authenticator on your phone, then give the 6 digits it shows. Good for 15 minutes.',
    secret: 'Cannot scan? Type these letters',
    qr: 'QR code for the authenticator',
    code: 'The 6 digits on the phone now',
    confirm: 'Enrol',
  },
});

type Proposal = { secret: string; qr: string; enrolment: string };

/** Nothing is stored before the first code is right; then log-ins elsewhere, which had one factor only, end. */
export function Enrolment({ onDone }: { onDone: () => unknown }) {
  const t = useWords();
  const [code, setCode] = useState('');
  const propose = useMutation({ mutationFn: () => api.post<Proposal>('/api/me/second-factor/enrolments') });
  const confirm = useMutation({
    mutationFn: (enrolment: string) => api.post('/api/me/second-factor', { enrolment, code: code.trim() }),
    onSuccess: onDone,
  });
  const error = confirm.error ?? propose.error;
  const wrong = error instanceof ApiError ? error.fields.code : undefined;
  const proposal = propose.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (proposal) confirm.mutate(proposal.enrolment);
  };
  return (
    <div className="stack form-narrow">
      <ErrorSummary
        errors={wrong ? [{ field: 'code', sentence: wrong }] : []}
        message={error && !wrong ? error.message : undefined}
      />
      {!proposal && (
        <Button type="primary" loading={propose.isPending} onClick={() => propose.mutate()}>
          {t.start}
        </Button>
      )}
      {proposal && (
        <form className="stack" onSubmit={submit} noValidate>
          <p>{t.scan}</p>
          <img
            className="enrolment-qr"
            alt={t.qr}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(proposal.qr)}`}
            width={192}
            height={192}
          />
          <p className="second">
            {t.secret}：<code>{proposal.secret}</code>
          </p>
          <Field name="code" label={t.code} error={wrong}>
            {(control) => (
              <Input
                {...control}
                size="large"
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" size="large" htmlType="submit" loading={confirm.isPending}>
            {t.confirm}
          </Button>
        </form>
      )}
    </div>
  );
}
