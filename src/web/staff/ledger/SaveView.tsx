import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { kept, type LedgerSearch } from '../../../ledger/search.ts';
import type { LedgerViewRow, LedgerViews } from '../../../ledger/views.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { type ApiError, api } from '../api.ts';
import { useLedgerWords } from './words.ts';

type Props = {
  /** The view that is changed; none where a new one is kept. */
  view: LedgerViewRow | undefined;
  search: LedgerSearch;
  columns: string;
  audiences: LedgerViews['audiences'];
  onClose: () => void;
  onDone: (id: string, name: string) => void;
};

/** A name for what is shown now, and who else gets it. */
export function SaveView({ view, search, columns, audiences, onClose, onDone }: Props) {
  const t = useLedgerWords();
  const [name, setName] = useState(view?.name ?? '');
  const [audience, setAudience] = useState<LedgerViewRow['audience']>(view?.audience ?? 'own');
  const saving = useMutation({
    mutationFn: () => {
      const revision = view ? { revision: view.revision } : {};
      const body = { name: name.trim(), search: kept(search), columns, audience, ...revision };
      return view
        ? api.put<{ id: string }>(`/api/ledger/views/${view.id}`, body)
        : api.post<{ id: string }>('/api/ledger/views', body);
    },
    onSuccess: ({ id }) => onDone(id, name.trim()),
  });
  const error = saving.error as ApiError | null;
  const ready = name.trim() !== '';
  return (
    <ActDialog
      title={t.saveView}
      act={ready ? t.saveIt : null}
      leave={t.leaveView}
      isPending={saving.isPending}
      error={error}
      onAct={() => ready && saving.mutate()}
      onClose={onClose}
    >
      <Field name="name" label={t.viewName} error={error?.fields.name} limit={30} typed={name}>
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <FocusOnOpen id="f-name" />
      <Choice
        name="audience"
        label={t.audience}
        value={audience}
        onChange={setAudience}
        error={error?.fields.audience}
        options={[
          { value: 'own' as const, label: t.audienceOwn },
          ...audiences.map((each) => ({ value: each.audience, label: each.name })),
        ]}
      />
    </ActDialog>
  );
}
