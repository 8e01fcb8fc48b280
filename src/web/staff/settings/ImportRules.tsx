import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { ApiError, api } from '../api.ts';
import { useSettingsWords } from './words.ts';

type Props = { county: string; onClose: () => void; onDone: (made: { id: string }) => unknown };

const refused = (sentence: string): ApiError =>
  new ApiError({ error: { kind: 'invalid', fields: { file: sentence } } }, { kind: 'invalid', message: sentence });

/** A file of rules from another county becomes a draft here. */
export function ImportRules({ county, onClose, onDone }: Props) {
  const t = useSettingsWords();
  const [chosen, setChosen] = useState<File | null>(null);
  const send = useMutation<{ id: string }, ApiError>({
    mutationFn: async () => {
      if (!chosen) throw refused(t.noFile);
      const file = await chosen.text().then(
        (text) => JSON.parse(text) as object,
        () => null,
      );
      if (file === null) throw refused(t.notJson);
      return api.post('/api/settings/imports', { county, file });
    },
    onSuccess: onDone,
  });
  return (
    <ActDialog
      title={t.importTitle}
      act={t.importAct}
      leave={t.leave}
      isPending={send.isPending}
      error={send.error}
      onAct={() => send.mutate()}
      onClose={onClose}
    >
      <p>{t.importNote}</p>
      <Field
        name="file"
        label={t.chooseFile}
        error={send.error?.fields.file}
        hint={chosen ? t.chosen(chosen.name) : undefined}
      >
        {({ status: _, ...control }) => (
          <input
            {...control}
            type="file"
            accept=".json,application/json"
            onChange={(event) => setChosen(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
