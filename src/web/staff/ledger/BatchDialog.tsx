import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { BatchAct, BatchAsked } from '../../../ledger/batch.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useSettled } from '../../../ui/useSettled.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import type { JobView } from '../useJob.ts';
import { usePost } from '../useMe.ts';
import { type BatchResult, type Foreseen, foresee } from './batchAsk.ts';
import { batchLabels, useBatchWords } from './batchWords.ts';

type Form = { text: string; postId: string; reason: string; totp: string };
type Props = {
  act: BatchAct;
  codes: readonly string[];
  onStarted: (job: string) => void;
  onClose: () => void;
};

type Colleagues = { handlers: { postId: string; name: string; unit: string; unitId: string }[] };

function WhoField({ value, onChange }: { value: string; onChange: (postId: string) => void }) {
  const t = useBatchWords();
  const { unitId } = usePost();
  const found = useQuery({
    queryKey: ['ledgerPeople'],
    queryFn: () => api.get<Colleagues>('/api/ledger/people'),
    staleTime: 300_000,
  });
  const options = (found.data?.handlers ?? [])
    .filter((post) => post.unitId === unitId)
    .map(({ postId, name }) => ({ value: postId, label: name }));
  return (
    <Field name="postId" label={t.postId}>
      {(control) => (
        <Select
          {...control}
          options={options}
          value={value === '' ? null : value}
          onChange={onChange}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </Field>
  );
}

type FieldsProps = { act: BatchAct; form: Form; asks: Foreseen | undefined; set: (part: Partial<Form>) => void };

function Fields({ act, form, asks, set }: FieldsProps) {
  const t = useBatchWords();
  const words = (name: 'text' | 'reason', label: string) => (
    <Field name={name} label={label} limit={300} typed={form[name]}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={2}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {(act === 'remind' || act === 'dispatch') && words('text', act === 'remind' ? t.text : t.message)}
      {act === 'assign' && <WhoField value={form.postId} onChange={(postId) => set({ postId })} />}
      {asks?.asksReason && words('reason', t.reason)}
      {asks?.asksToken && (
        <Field name="totp" label={t.totp} hint={t.totpHint}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              value={form.totp}
              onChange={(event) => set({ totp: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Outlooks({ found }: { found: Foreseen }) {
  const t = useBatchWords();
  const not = found.rows.filter(({ why }) => why !== null);
  const can = found.rows.filter(({ why }) => why === null);
  return (
    <section className="consequences" aria-label={t.title}>
      <h3>{t.title}</h3>
      <p>{t.can(can.length, found.rows.length)}</p>
      {not.length > 0 && (
        <>
          <p className="soon-text">
            <StateIcon shape="dueSoon" /> {t.cannot(not.length)}
          </p>
          <ul className="batch-rows">
            {not.map(({ code, codeShort, why }) => (
              <li key={code}>
                {codeShort} <span className="second">{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="batch-rows">
        {can.map(({ code, codeShort, to, tells, starts }) => (
          <li key={code}>
            {codeShort}{' '}
            <span className="second">
              {[to && t.to(to), tells.length > 0 && t.tells(tells.join('、')), ...starts].filter(Boolean).join('；')}
            </span>
          </li>
        ))}
      </ul>
      {can[0] && <p className="second">{can[0].undo}</p>}
    </section>
  );
}

const ready = (act: BatchAct, form: Form, found: Foreseen | undefined): boolean =>
  found?.rows.some(({ why }) => why === null) === true &&
  (act !== 'remind' || form.text.trim().length >= 2) &&
  (act !== 'assign' || form.postId !== '') &&
  (!found.asksReason || form.reason.trim().length >= 2) &&
  (!found.asksToken || form.totp.trim().length >= 6);

/** Each of the ticked matters with what pressing does to it; one that cannot be done says why and is left out. */
export function BatchDialog({ act, codes, onStarted, onClose }: Props) {
  const t = useBatchWords();
  const language = useLanguage();
  const [commandId] = useState(newCommandId);
  const [form, setForm] = useState<Form>({
    text: act === 'remind' ? t.usualText : '',
    postId: '',
    reason: '',
    totp: '',
  });
  const asked: BatchAsked = {
    act,
    ...(form.text.trim() && { text: form.text.trim() }),
    ...(form.postId && { postId: form.postId }),
    ...(form.reason.trim() && { reason: form.reason.trim() }),
  };
  const settled = useSettled(JSON.stringify({ act, text: asked.text, postId: asked.postId }), 400);
  const foreseen = useQuery({
    queryKey: ['ledger', 'batch', settled, codes],
    queryFn: () => foresee(JSON.parse(settled) as BatchAsked, codes),
    retry: false,
    staleTime: 0,
    enabled: act !== 'assign' || form.postId !== '',
  });
  const found = foreseen.data;
  const can = found?.rows.filter(({ why }) => why === null).map(({ code }) => code) ?? [];
  const starting = useMutation({
    mutationFn: () => {
      const totp = form.totp.trim() ? { totp: form.totp.trim() } : {};
      return api.post<JobView<BatchResult>>('/api/ledger/batches', { ...asked, ...totp, codes: can, commandId });
    },
    onSuccess: ({ id }) => onStarted(id),
  });
  const isReady = ready(act, form, found);
  const problem = (starting.error ?? foreseen.error) as ApiError | null;
  return (
    <ActDialog
      title={batchLabels[language][act](codes.length)}
      act={isReady ? batchLabels[language][act](can.length) : null}
      leave={t.leave}
      width={720}
      isPending={starting.isPending}
      error={problem}
      onAct={() => isReady && starting.mutate()}
      onClose={onClose}
    >
      <Fields act={act} form={form} asks={found} set={(part) => setForm({ ...form, ...part })} />
      {found ? <Outlooks found={found} /> : <p role="status">{foreseen.isFetching ? t.looking : ''}</p>}
    </ActDialog>
  );
}
