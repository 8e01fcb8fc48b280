import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { isService, type Service, serviceLabel, services } from '../../../reception/services.ts';
import type { VisitLine } from '../../../reception/visitLine.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Several } from '../../../ui/Several.tsx';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { useHallWords } from './words.ts';

/** The same day, by whoever recorded it. */
export function EditVisit({ visit, onClose }: { visit: VisitLine; onClose: () => void }) {
  const t = useHallWords();
  const language = useLanguage();
  const [given, setGiven] = useState<Service[]>(
    visit.services.flatMap(({ service }) => (isService(service) ? [service] : [])),
  );
  const [heads, setHeads] = useState(String(visit.headCount));
  const [memo, setMemo] = useState(visit.memo);
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: ['visits'] });
    onClose();
  };
  const saving = useMutation<void, ApiError>({
    mutationFn: () => api.put(`/api/visits/${visit.id}`, { services: given, headCount: Number(heads) || 0, memo }),
    onSuccess,
  });
  const withdrawing = useMutation<void, ApiError>({
    mutationFn: () => api.post(`/api/visits/${visit.id}/withdrawals`, {}),
    onSuccess,
  });
  const fields = saving.error?.fields ?? {};
  return (
    <ActDialog
      title={t.editTitle}
      act={t.save}
      leave={t.leaveIt}
      isPending={saving.isPending}
      error={saving.error ?? withdrawing.error}
      onAct={() => saving.mutate()}
      onClose={onClose}
    >
      <Several
        name="visit.services"
        label={t.did}
        options={services.map((value) => ({ value, label: serviceLabel(value, language) }))}
        value={given}
        onChange={setGiven}
        error={fields.services}
      />
      <Field name="visit.headCount" label={t.heads} error={fields.headCount}>
        {(control) => (
          <Input {...control} value={heads} inputMode="numeric" onChange={(event) => setHeads(event.target.value)} />
        )}
      </Field>
      {visit.confidential ? null : (
        <Field name="visit.memo" label={t.memo} error={fields.memo} limit={300} typed={memo}>
          {(control) => <Input {...control} value={memo} onChange={(event) => setMemo(event.target.value)} />}
        </Field>
      )}
      <p className="second">{t.traceNote}</p>
      {visit.isDispute ? null : (
        <Button danger loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {t.withdraw}
        </Button>
      )}
    </ActDialog>
  );
}
