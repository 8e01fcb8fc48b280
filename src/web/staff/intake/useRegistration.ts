import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Registered } from '../../../disputes/views.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { type Draft, useDraft } from '../../../ui/draft.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import { hallQuery } from '../hallQuery.ts';
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
  /** Registered like anybody, and handled together with the one that was registered before. */
  join: (leadCode: string) => void;
  startNext: () => void;
};

const withoutErrors = (errors: Readonly<Record<string, string>>, prefix: string) =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => field !== prefix && !field.startsWith(`${prefix}.`)));

type Sent = { form: RegisterForm; lead: string | null };

/** The form from its first key to the slip: kept on this machine, checked, sent once however often it is pressed. */
export function useRegistration(): Registration {
  const { user } = useMe();
  const draft = useDraft(user.id, 'register', fresh);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [registered, setRegistered] = useState<Registered | null>(null);
  const registering = useMutation<Registered, ApiError, Sent>({
    mutationFn: ({ form, lead }) =>
      api.post(lead ? `/api/disputes/${lead}/joiners` : '/api/disputes', withNumber(form)),
    onSuccess: (answer) => {
      setRegistered(answer);
      setErrors({});
      draft.clear();
      for (const queryKey of [['work'], ['ledger'], hallQuery.queryKey])
        void queryClient.invalidateQueries({ queryKey });
    },
    onError: (error, { form }) => setErrors(toPageFields(error.fields, form)),
  });
  const clearErrors = (prefix: string) => setErrors((old) => withoutErrors(old, prefix));
  const send = (lead: string | null) => {
    if (registering.isPending || registered) return;
    const at = now();
    const found = checkForm(draft.value, at, dayOf(at));
    setErrors(found);
    registering.reset();
    if (Object.keys(found).length === 0) registering.mutate({ form: draft.value, lead });
  };
  return {
    draft,
    errors,
    problem: registering.error,
    pending: registering.isPending,
    registered,
    change: draft.set,
    clearErrors,
    submit: () => send(null),
    join: send,
    startNext: () => setRegistered(null),
  };
}
