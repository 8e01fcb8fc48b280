import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TSchema } from 'typebox';
import { checkInput } from '../../../../platform/checkInput.ts';
import type { NoticePreview } from '../../../../supervision/noticePreview.ts';
import { useDraft } from '../../../../ui/draft.ts';
import { useSettled } from '../../../../ui/useSettled.ts';
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

/** What the very decision says of what is written so far; nothing while the form is not filled in. */
function usePreview({ schema, previewPath }: Spec, input: Values) {
  const asked = useSettled(JSON.stringify(input), 350);
  const complete = Object.keys(checkInput(schema, JSON.parse(asked))).length === 0;
  const query = useQuery<NoticePreview, ApiError>({
    queryKey: ['notice-preview', previewPath, asked],
    queryFn: () => api.post(previewPath, JSON.parse(asked)),
    enabled: complete,
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  });
  const refused = complete ? query.error : null;
  return {
    errors: refused?.fields ?? {},
    outlook: complete && !refused ? query.data : undefined,
    refused: refused && Object.keys(refused.fields).length === 0 ? refused.message : null,
  };
}

/** One form of a notice: its draft, its errors beside the fields, what pressing will do, and the pressing. */
export function useNoticeForm<Done>(spec: Spec, onDone: (done: Done) => void | Promise<void>) {
  const { user } = useMe();
  const draft = useDraft(user.id, spec.name, () => ({ values: spec.initial(), commandId: newCommandId() }));
  const { values, commandId } = draft.value;
  const input = spec.toInput(values);
  const preview = usePreview(spec, input);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const sending = useMutation<Done, ApiError>({
    mutationFn: () => api.post(spec.path, { ...input, commandId }),
    onSuccess: async (done) => {
      draft.clear();
      await onDone(done);
    },
    onError: (error) => setFound(error.fields),
  });
  const submit = () => {
    if (sending.isPending) return;
    const wrong = checkInput(spec.schema, input);
    setFound(wrong);
    if (Object.keys(wrong).length === 0) sending.mutate();
    else sending.reset();
  };
  const set = (field: string, value: unknown) => {
    draft.set((kept) => ({ ...kept, values: { ...kept.values, [field]: value } }));
    setFound((old) => Object.fromEntries(Object.entries(old).filter(([name]) => name.split('.')[0] !== field)));
  };
  return {
    values,
    text: (field: string): string => String(values[field] ?? ''),
    set,
    errors: { ...preview.errors, ...found },
    problem: Object.keys(found).length > 0 ? { kind: 'invalid', message: '', fields: found } : sending.error,
    outlook: preview.outlook,
    refused: preview.refused,
    pending: sending.isPending,
    submit,
  };
}
export type NoticeForm = ReturnType<typeof useNoticeForm>;
