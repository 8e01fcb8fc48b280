import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type StepName, stepOf } from '../../../../disputes/procedure.ts';
import type { DisputeView, StepDone, StepPreview } from '../../../../disputes/views.ts';
import { checkInput } from '../../../../platform/checkInput.ts';
import { type Draft, useDraft } from '../../../../ui/draft.ts';
import { useSettled } from '../../../../ui/useSettled.ts';
import { type ApiError, api, newCommandId } from '../../api.ts';
import { matterChanged } from '../../queries.ts';
import { useMe } from '../../useMe.ts';
import { initialValues, specs } from './specs.ts';
import { asIfWritten, type Values, withoutEmpty } from './values.ts';

/** `begun`: what stood in the form when it was opened; what others change meanwhile is not ours to send. */
type Kept = { values: Values; begun: Values; commandId: string };
type Errors = Readonly<Record<string, string>>;

/** What the very decision says of what is written so far: its consequences, or its refusal. */
function usePreview(view: DisputeView, step: StepName, input: Values, unwritten: string) {
  const { schema } = specs[step];
  const asked = useSettled(JSON.stringify(asIfWritten(input, schema, unwritten)), 350);
  const answerable = Object.keys(checkInput(schema, JSON.parse(asked))).length === 0;
  const query = useQuery<StepPreview, ApiError>({
    queryKey: ['preview', view.code, view.version, step, asked],
    queryFn: () => api.post(`/api/disputes/${view.code}/previews`, { step, input: JSON.parse(asked) }),
    enabled: answerable && stepOf(step).weight !== 'plain',
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  });
  return { outlook: answerable ? query.data : undefined, refusal: answerable ? query.error : null, answerable };
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
  preview: ReturnType<typeof usePreview>;
  pending: boolean;
  set: (field: string, value: unknown) => void;
  submit: () => void;
  catchUp: () => Promise<void>;
};

const firstPart = (field: string): string => field.split('.')[0] ?? field;

/** Sends the step against the version the person has seen; a conflict keeps the form and waits to be looked at. */
function useActing(view: DisputeView, step: StepName, input: Values, commandId: string, onDone: Done) {
  const { schema } = specs[step];
  const [seenVersion, setSeenVersion] = useState(view.version);
  const [errors, setErrors] = useState<Errors>({});
  const acting = useMutation<StepDone, ApiError>({
    mutationFn: () => api.post(`/api/disputes/${view.code}/${stepOf(step).noun}`, { ...input, commandId, seenVersion }),
    // The result is told beside the new state, so that what it offers (撤回) can be done at once.
    onSuccess: async (done) => {
      await matterChanged(view.code);
      onDone(done);
    },
    onError: (error) => setErrors(error.fields),
  });
  // After a conflict the person looks at the new state first; only then may the step go out against it.
  useEffect(() => {
    if (!acting.error) setSeenVersion(view.version);
  }, [acting.error, view.version]);
  const submit = () => {
    if (acting.isPending) return;
    const found = checkInput(schema, input);
    setErrors(found);
    acting.reset();
    if (Object.keys(found).length === 0) acting.mutate();
  };
  const forget = (field: string) =>
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([name]) => firstPart(name) !== field)));
  const catchUp = async () => {
    await matterChanged(view.code);
    acting.reset();
  };
  return { problem: acting.error, pending: acting.isPending, errors, submit, forget, catchUp };
}
type Done = (done: StepDone) => void;

export function useStepForm(view: DisputeView, step: StepName, unwritten: string, onDone: Done): StepForm {
  const { user } = useMe();
  const { schema, toInput } = specs[step];
  const draft = useDraft<Kept>(user.id, `${view.code}.${step}`, () => {
    const begun = initialValues(step, view);
    return { values: begun, begun, commandId: newCommandId() };
  });
  const { values, begun, commandId } = draft.value;
  const input = withoutEmpty(toInput ? toInput(values, begun) : values, schema);
  const preview = usePreview(view, step, input, unwritten);
  const acting = useActing(view, step, input, commandId, (done) => {
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
    preview,
    pending,
    set,
    submit,
    catchUp,
  };
}
