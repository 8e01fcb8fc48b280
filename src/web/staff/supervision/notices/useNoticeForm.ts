import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TSchema } from 'typebox';
import type { NoticePreview } from '../../../../deadlines/noticePreview.ts';
import { checkInput } from '../../../../platform/checkInput.ts';
import { useDraft } from '../../../../ui/draft.ts';
import { type ApiError, api, newCommandId } from '../../api.ts';
import { useMe } from '../../useMe.ts';

type Values = Readonly<Record<string, unknown>>;
type Spec = {
  /** Names the draft: what is written stays on this machine until it is sent. */
  name: string;
  schema: TSchema;
  path: string;
  previewPath: string;
  initial: () => Values;
  /** What is asked of the server, as the form has it. */
  toInput: (values: Values) => Values;
};

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** One form of a notice: its draft, its errors beside the fields, what pressing will do, and the pressing. */
export function useNoticeForm<Done>(spec: Spec, onDone: (done: Done) => void | Promise<void>) {
  const { user } = useMe();
  const { schema, path, previewPath } = spec;
  const draft = useDraft(user.id, spec.name, () => ({ values: spec.initial(), commandId: newCommandId() }));
  const { values, commandId } = draft.value;
  const input = spec.toInput(values);
  const asked = useSettled(JSON.stringify(input), 350);
  const complete = Object.keys(checkInput(schema, JSON.parse(asked))).length === 0;
  const preview = useQuery<NoticePreview, ApiError>({
    queryKey: ['notice-preview', previewPath, asked],
    queryFn: () => api.post(previewPath, JSON.parse(asked)),
    enabled: complete,
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  });
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const sending = useMutation<Done, ApiError>({
    mutationFn: () => api.post(path, { ...input, commandId }),
    onSuccess: async (done) => {
      draft.clear();
      await onDone(done);
    },
    onError: (error) => setFound(error.fields),
  });
  const submit = () => {
    if (sending.isPending) return;
    const wrong = checkInput(schema, input);
    setFound(wrong);
    if (Object.keys(wrong).length === 0) sending.mutate();
    else sending.reset();
  };
  const refused = complete ? preview.error : null;
  return {
    values,
    text: (field: string): string => String(values[field] ?? ''),
    set: (field: string, value: unknown) => {
      draft.set((kept) => ({ ...kept, values: { ...kept.values, [field]: value } }));
      setFound((old) => Object.fromEntries(Object.entries(old).filter(([name]) => name.split('.')[0] !== field)));
    },
    errors: { ...refused?.fields, ...found },
    problem: Object.keys(found).length > 0 ? { kind: 'invalid', message: '', fields: found } : sending.error,
    outlook: complete ? preview.data : undefined,
    refused: refused && Object.keys(refused.fields).length === 0 ? refused.message : null,
    complete,
    pending: sending.isPending,
    submit,
  };
}
export type NoticeForm = ReturnType<typeof useNoticeForm>;
