import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Registered } from '../../../disputes/views.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { type Draft, useDraft } from '../../../ui/draft.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import { hallQuery } from '../hall/queries.ts';
import { queryClient } from '../queries.ts';
import { useMe } from '../useMe.ts';
import { checkForm, emptyForm, type RegisterForm, toInput, toPageFields } from './form.ts';

/** The number that stands at my counter is who this is about; registering ends it. */
function withNumber(form: RegisterForm) {
  const input = toInput(form);
  const current = queryClient.getQueryData(hallQuery.queryKey)?.current;
  return current && input.visit ? { ...input, visit: { ...input.visit, ticketId: current.id } } : input;
}

const fresh = () => emptyForm(newCommandId());

export type Registration = {
  draft: Draft<RegisterForm>;
  errors: Readonly<Record<string, string>>;
  problem: ApiError | null;
  pending: boolean;
  registered: Registered | null;
  change: (change: (form: RegisterForm) => RegisterForm) => void;
  clearErrors: (prefix: string) => void;
  submit: () => void;
  startNext: () => void;
};

/** The form from its first key to the slip: kept on this machine, checked, sent once however often it is pressed. */
export function useRegistration(): Registration {
  const { user } = useMe();
  const draft = useDraft(user.id, 'register', fresh);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [registered, setRegistered] = useState<Registered | null>(null);
  const registering = useMutation<Registered, ApiError, RegisterForm>({
    mutationFn: (form) => api.post('/api/disputes', withNumber(form)),
    onSuccess: (answer) => {
      setRegistered(answer);
      setErrors({});
      draft.clear();
      void queryClient.invalidateQueries({ queryKey: ['work'] });
      void queryClient.invalidateQueries({ queryKey: ['ledger'] });
      void queryClient.invalidateQueries({ queryKey: hallQuery.queryKey });
    },
    onError: (error, form) => setErrors(toPageFields(error.fields, form)),
  });
  const clearErrors = (prefix: string) =>
    setErrors((old) =>
      Object.fromEntries(Object.entries(old).filter(([field]) => field !== prefix && !field.startsWith(`${prefix}.`))),
    );
  const submit = () => {
    if (registering.isPending || registered) return;
    const at = now();
    const found = checkForm(draft.value, at, dayOf(at));
    setErrors(found);
    registering.reset();
    if (Object.keys(found).length === 0) registering.mutate(draft.value);
  };
  return {
    draft,
    errors,
    problem: registering.error,
    pending: registering.isPending,
    registered,
    change: draft.set,
    clearErrors,
    submit,
    startNext: () => setRegistered(null),
  };
}
