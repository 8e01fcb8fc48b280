import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '../../../../people/me.ts';
import type { FieldError } from '../../../../ui/fieldError.ts';
import { ApiError, api } from '../../api.ts';
import { useLoginWords } from './words.ts';

export type Credentials = { login: string; password: string; totp: string };

/** One try: what is missing is told without asking the server; a second factor is asked for when the server wants it. */
export function useLogin(onOpen: (me: Me) => void) {
  const t = useLoginWords();
  const [missing, setMissing] = useState<FieldError[]>([]);
  const [wantsTotp, setWantsTotp] = useState(false);
  const login = useMutation({
    mutationFn: ({ login, password, totp }: Credentials) =>
      api.post<Me>('/api/sessions', { login, password, ...(totp && { totp }) }, { reLogin: false }),
    onSuccess: onOpen,
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'secondFactorNeeded') setWantsTotp(true);
    },
  });
  const error = login.error instanceof ApiError ? login.error : null;
  const asksTotp = error?.code === 'secondFactorNeeded';
  const fields = error && !asksTotp ? Object.entries(error.fields) : [];
  const errors = [...missing, ...fields.map(([field, sentence]) => ({ field, sentence }))];
  return {
    wantsTotp,
    errors,
    message: error && !asksTotp && fields.length === 0 ? error.message : undefined,
    requestId: error?.kind === 'bug' ? error.requestId : undefined,
    isPending: login.isPending,
    submit(credentials: Credentials) {
      const wanted: FieldError[] = [];
      if (!credentials.login.trim()) wanted.push({ field: 'login', sentence: t.loginMissing });
      if (!credentials.password) wanted.push({ field: 'password', sentence: t.passwordMissing });
      if (wantsTotp && !credentials.totp.trim()) wanted.push({ field: 'totp', sentence: t.totpMissing });
      login.reset();
      setMissing(wanted);
      if (wanted.length === 0) login.mutate({ ...credentials, login: credentials.login.trim() });
    },
  };
}
