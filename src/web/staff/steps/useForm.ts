import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TSchema } from 'typebox';
import { checkInput } from '../../../platform/checkInput.ts';
import type { Outlook } from '../../../procedures/views.ts';
import { type Draft, useDraft } from '../../../ui/draft.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { type ApiError, newCommandId } from '../api.ts';
import { understoodFields } from '../understood.ts';
import { useMe } from '../useMe.ts';
import { asIfWritten, type Values, withoutEmpty } from './values.ts';

/** One act in a form: what is asked, where it goes, and what says beforehand what it will do. */
export type Act<Done> = {
  /** Names the draft: what is written stays on this machine until it is sent. */
  name: string;
  schema: TSchema;
  initial: () => Values;
  toInput?: ((values: Values, begun: Values) => Values) | undefined;
  /** The version of the matter that the person looks at; absent where nothing is there yet. */
  version?: number;
  send: (input: Values) => Promise<Done>;
  /** Absent where pressing says nothing that one must know before. */
  foresee?: ((input: Values) => Promise<Outlook>) | undefined;
  /** Asks again for what shows the matter. */
  changed: () => Promise<void>;
};

/** `begun`: what stood in the form when it was opened; what others change meanwhile is not ours to send. */
type Kept = { values: Values; begun: Values; commandId: string };
type Errors = Readonly<Record<string, string>>;

/** What the very decision says of what is written so far: its consequences, or its refusal. */
function useForeseen<Done>({ name, schema, version, foresee }: Act<Done>, input: Values, unwritten: string) {
  const asked = useSettled(JSON.stringify(asIfWritten(input, schema, unwritten)), 350);
  const answerable = Object.keys(checkInput(schema, JSON.parse(asked))).length === 0;
  const query = useQuery<Outlook | null, ApiError>({
    queryKey: ['preview', name, version, asked],
    queryFn: async () => (await foresee?.(JSON.parse(asked))) ?? null,
    enabled: answerable && foresee !== undefined,
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  });
  const outlook = answerable ? (query.data ?? undefined) : undefined;
  return { outlook, refusal: answerable ? query.error : null, answerable };
}

export type StepForm = {
  values: Values;
  draft: Draft<Kept>;
  /** Beside the fields: of the last try, and what the preview refuses meanwhile. */
  errors: Errors;
  /** Of the last try alone: the summary above takes the focus, so it must not come and go while one writes. */
  tried: Errors;
  problem: ApiError | null;
  /** Somebody else acted first: what is typed stays, and is checked against what stands now. */
  movedOn: boolean;
  preview: ReturnType<typeof useForeseen> | null;
  pending: boolean;
  /** What the schema calls a field. */
  titleOf: (field: string) => string | undefined;
  set: (field: string, value: unknown) => void;
  submit: () => void;
  catchUp: () => Promise<void>;
};

function titleIn(schema: TSchema, field: string): string | undefined {
  const { properties = {} } = schema as { properties?: Record<string, { title?: string }> };
  return properties[firstPart(field)]?.title;
}

const firstPart = (field: string): string => field.split('.')[0] ?? field;

/** Sends the act against the version the person has seen; a conflict keeps the form and waits to be looked at. */
function useActing<Done>(act: Act<Done>, input: Values, commandId: string, onDone: (done: Done) => void) {
  const { schema, version, changed } = act;
  const [seenVersion, setSeenVersion] = useState(version);
  const [errors, setErrors] = useState<Errors>({});
  const acting = useMutation<Done, ApiError>({
    mutationFn: () => act.send({ ...input, commandId, ...(seenVersion === undefined ? {} : { seenVersion }) }),
    // The result is told beside the new state, so that what it offers (撤回) can be done at once.
    onSuccess: async (done) => {
      await changed();
      onDone(done);
    },
    onError: (error) => setErrors(error.fields),
  });
  // After a conflict the person looks at the new state first; only then may the step go out against it.
  useEffect(() => {
    if (!acting.error) setSeenVersion(version);
  }, [acting.error, version]);
  const submit = () => {
    if (acting.isPending) return;
    const found = understoodFields(checkInput(schema, input));
    setErrors(found);
    acting.reset();
    if (Object.keys(found).length === 0) acting.mutate();
  };
  const forget = (field: string) =>
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([name]) => firstPart(name) !== field)));
  const catchUp = async () => {
    await changed();
    acting.reset();
  };
  return { problem: acting.error, pending: acting.isPending, errors, submit, forget, catchUp };
}

/** One form: its draft, its errors beside the fields, what pressing will do, and the pressing. */
export function useForm<Done>(act: Act<Done>, unwritten: string, onDone: (done: Done) => void): StepForm {
  const { user } = useMe();
  const draft = useDraft<Kept>(user.id, act.name, () => {
    const begun = act.initial();
    return { values: begun, begun, commandId: newCommandId() };
  });
  const { values, begun, commandId } = draft.value;
  const input = withoutEmpty(act.toInput ? act.toInput(values, begun) : values, act.schema);
  const preview = useForeseen(act, input, unwritten);
  const acting = useActing(act, input, commandId, (done) => {
    draft.clear();
    onDone(done);
  });
  const { problem, pending, errors, submit, catchUp } = acting;
  const set = (field: string, value: unknown) => {
    draft.set((kept) => ({ ...kept, values: { ...kept.values, [field]: value } }));
    acting.forget(field);
  };
  return {
    values,
    draft,
    errors: { ...(draft.kept ? preview.refusal?.fields : {}), ...errors },
    tried: errors,
    problem,
    movedOn: problem?.code === 'movedOn' || problem?.code === 'wrongStatus',
    preview: act.foresee ? preview : null,
    pending,
    titleOf: (field) => titleIn(act.schema, field),
    set,
    submit,
    catchUp,
  };
}
