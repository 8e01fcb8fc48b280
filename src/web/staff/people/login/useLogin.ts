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
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const send = async ({ login, password, totp }: Credentials) => {
    setPending(true);
    try {
      onOpen(await api.post<Me>('/api/sessions', { login, password, ...(totp && { totp }) }, { reLogin: false }));
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      setError(failed);
      if (failed.code === 'secondFactorNeeded') setWantsTotp(true);
    } finally {
      setPending(false);
    }
  };
  const asksTotp = error?.code === 'secondFactorNeeded';
  const fields = error && !asksTotp ? Object.entries(error.fields) : [];
  const errors = [...missing, ...fields.map(([field, sentence]) => ({ field, sentence }))];
  return {
    wantsTotp,
    errors,
    message: error && !asksTotp && fields.length === 0 ? error.message : undefined,
    requestId: error?.kind === 'bug' ? error.requestId : undefined,
    isPending,
    submit(credentials: Credentials) {
      const wanted: FieldError[] = [];
      if (!credentials.login.trim()) wanted.push({ field: 'login', sentence: t.loginMissing });
      if (!credentials.password) wanted.push({ field: 'password', sentence: t.passwordMissing });
      if (wantsTotp && !credentials.totp.trim()) wanted.push({ field: 'totp', sentence: t.totpMissing });
      setError(null);
      setMissing(wanted);
      if (wanted.length === 0 && !isPending) void send({ ...credentials, login: credentials.login.trim() });
    },
  };
}
