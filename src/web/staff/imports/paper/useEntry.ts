import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Registered } from '../../../../disputes/views.ts';
import { dayOf, isDay, now } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';
import { useDraft } from '../../../../ui/draft.ts';
import { type ApiError, api, newCommandId } from '../../api.ts';
import { checkForm, emptyForm, type RegisterForm, toInput, toPageFields } from '../../intake/form.ts';
import type { Registration } from '../../intake/useRegistration.ts';
import { matterChanged } from '../../queries.ts';
import { useMe } from '../../useMe.ts';
import { paperChanged } from './usePaper.ts';

export type PaperFields = { day: string; time: string; receivedByPostId: string; lateReason: string };
const noFields: PaperFields = { day: '', time: '', receivedByPostId: '', lateReason: '' };

/** 910, 9:10 and 09:10 are one time. */
export function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const [, hour = '', minute = ''] = /^(\d{1,2})[:时点.]?(\d{2})分?$/.exec(plain) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

type Words = { whenWrong: string; timeWrong: string; whoWrong: string };

function checkPaper({ day, time, receivedByPostId }: PaperFields, today: string, words: Words): Record<string, string> {
  const read = readDay(day, today, 'past');
  return {
    ...(read === null || !isDay(read) ? { day: words.whenWrong } : {}),
    ...(readTime(time) === null ? { time: words.timeWrong } : {}),
    ...(receivedByPostId === '' ? { receivedByPostId: words.whoWrong } : {}),
  };
}

const unprefixed = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, sentence]) => [field.replace(/^paper\./, ''), sentence]));

type Entry = { form: RegisterForm; fields: PaperFields };

function toPaperInput(code: string, { form, fields }: Entry) {
  const day = readDay(fields.day, dayOf(now()), 'past') ?? fields.day;
  const received = { ...fields, code, day, time: readTime(fields.time) ?? fields.time };
  return { ...toInput(form), paper: received };
}

const without = (errors: Readonly<Record<string, string>>, prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => field !== prefix && !field.startsWith(`${prefix}.`)));

/** A form of paper from its code to the record: the same form and checks as at the counter, kept until it is in. */
export function useEntry(code: string, words: Words) {
  const { user } = useMe();
  const draft = useDraft(user.id, `paper.${code}`, () => emptyForm(newCommandId()), 24 * 14);
  const paper = useDraft(user.id, `paper.${code}.received`, () => noFields, 24 * 14);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [registered, setRegistered] = useState<Registered | null>(null);
  const sending = useMutation<Registered, ApiError, Entry>({
    mutationFn: (entry) => api.post('/api/paper-registrations', toPaperInput(code, entry)),
    onSuccess: (answer) => {
      setRegistered(answer);
      setErrors({});
      for (const written of [draft, paper]) written.clear();
      void paperChanged();
      void matterChanged(answer.code);
    },
    onError: (error, { form }) => setErrors(toPageFields(unprefixed(error.fields), form)),
  });
  const clearErrors = (prefix: string) => setErrors((old) => without(old, prefix));
  const submit = () => {
    if (sending.isPending || registered) return;
    const today = dayOf(now());
    const found = { ...checkPaper(paper.value, today, words), ...checkForm(draft.value, now(), today) };
    setErrors(found);
    sending.reset();
    if (Object.keys(found).length === 0) sending.mutate({ form: draft.value, fields: paper.value });
  };
  const registration: Registration = {
    draft,
    errors,
    problem: sending.error,
    pending: sending.isPending,
    registered,
    change: draft.set,
    clearErrors,
    submit,
    join: () => {},
    startNext: () => setRegistered(null),
  };
  return { registration, paper };
}
