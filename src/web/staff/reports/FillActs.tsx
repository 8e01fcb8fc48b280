import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { FillView } from '../../../reports/formView.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type ApiError, api } from '../api.ts';
import { saveBlob } from '../saveBlob.ts';
import { fillQuery } from './fillQuery.ts';
import { useFormWords } from './forms/words.ts';
import { formKey } from './useMapping.ts';

/** What can be done with a month: fetch the file, count again, hand in. */
export function FillActs({ fill }: { fill: FillView }) {
  const t = useFormWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [leaveEmpty, setLeaveEmpty] = useState(false);
  const refresh = async () => {
    await client.invalidateQueries(fillQuery(fill.id));
    await client.invalidateQueries({ queryKey: formKey(fill.form.id) });
  };
  const fetchFile = useMutation<void, ApiError>({
    mutationFn: async () =>
      saveBlob(
        await api.blob('GET', `/api/report-fills/${fill.id}/file`),
        `${fill.form.name}-${fill.title}.${fill.form.kind}`,
      ),
  });
  const again = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/api/report-forms/${fill.form.id}/fills`, { month: fill.to.slice(0, 7) }),
    onSuccess: refresh,
  });
  const hand = useMutation<unknown, ApiError>({
    mutationFn: () => api.post(`/api/report-fills/${fill.id}/hand-ins`, { revision: fill.revision, leaveEmpty }),
    onSuccess: async () => {
      setOpen(false);
      await refresh();
    },
  });
  const problem = fetchFile.error ?? again.error;
  const draft = fill.state === 'draft';
  return (
    <div className="row">
      <Button loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
        {t.fetch}
      </Button>
      {draft && (
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t.again}
        </Button>
      )}
      {draft && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t.handIn}
        </Button>
      )}
      {problem && (
        <span role="alert" className="late-text">
          {problem.message}
        </span>
      )}
      {open && (
        <ActDialog
          title={t.handInTitle(fill.form.name, fill.title)}
          act={t.handIn}
          leave={t.notNow}
          isPending={hand.isPending}
          error={hand.error}
          onAct={() => hand.mutate()}
          onClose={() => setOpen(false)}
        >
          <p>{t.handInWhat}</p>
          {fill.open.length > 0 && (
            <Checkbox id="f-leaveEmpty" checked={leaveEmpty} onChange={(event) => setLeaveEmpty(event.target.checked)}>
              {t.leaveEmpty(fill.open.length)}
            </Checkbox>
          )}
        </ActDialog>
      )}
    </div>
  );
}
