import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { Choice } from '../../../ui/Choice.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../ui/fieldWalk.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type ApiError, api } from '../api.ts';
import { useWords } from './catalog.ts';
import { readCount } from './form.ts';

const services = [
  'consultation',
  'legalAdvice',
  'legalAid',
  'mediation',
  'arbitration',
  'petition',
  'litigation',
  'notary',
  'psychology',
  'guidance',
] as const;
type VisitOnlyProps = { memo: string; headCount: string; onClose: () => void; onRecorded: () => void };

/** Somebody came and asked: a visit that is no dispute, in a few keys. */
export function VisitOnly({ memo: begun, headCount, onClose, onRecorded }: VisitOnlyProps) {
  const t = useWords();
  const [service, setService] = useState<(typeof services)[number]>('consultation');
  const form = useRef<HTMLDivElement>(null);
  const [memo, setMemo] = useState(begun);
  const [people, setPeople] = useState(headCount);
  const recording = useMutation<unknown, ApiError>({
    mutationFn: () =>
      api.post('/api/visits', { service, headCount: readCount(people, 1) ?? 1, memo: memo.trim().slice(0, 300) }),
    onSuccess: onRecorded,
  });
  useHotkeys({ 'Ctrl+Enter': () => recording.mutate() }, { inDialog: true, enabled: !recording.isPending });
  return (
    <Modal
      open
      title={t.consultOnly}
      onCancel={onClose}
      afterOpenChange={(open) => {
        if (open) focusFirstField(form.current);
      }}
      footer={[
        <Button key="leave" onClick={onClose}>
          {t.leave}
        </Button>,
        <Button key="record" type="primary" loading={recording.isPending} onClick={() => recording.mutate()}>
          {t.record} <kbd>Ctrl+Enter</kbd>
        </Button>,
      ]}
    >
      <div ref={form} className="form-grid" data-walk="form" onKeyDownCapture={walkFields}>
        <div className="form-wide">
          <ErrorSummary errors={[]} message={recording.error?.message} requestId={recording.error?.requestId} />
        </div>
        <Choice
          name="visit.service"
          label={t.service}
          span={12}
          options={services.map((value) => ({ value, label: t[value] }))}
          value={service}
          onChange={setService}
        />
        <Field name="visit.memo" label={t.memo} span={9}>
          {(control) => (
            <Input {...control} value={memo} maxLength={300} onChange={(event) => setMemo(event.target.value)} />
          )}
        </Field>
        <Field name="visit.headCount" label={t.headCount} span={3}>
          {(control) => (
            <Input
              {...control}
              value={people}
              inputMode="numeric"
              onChange={(event) => setPeople(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
