import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { type Service, serviceLabel, services } from '../../../reception/services.ts';
import { representativesHint } from '../../../reception/visitInput.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../ui/fieldWalk.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Several } from '../../../ui/Several.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import { hallQuery } from '../hallQuery.ts';
import { queryClient } from '../queries.ts';
import { useWords } from './catalog.ts';
import { readCount } from './form.ts';

export type Begun = { services: Service[]; memo: string; headCount: string };
type VisitOnlyProps = {
  begun: Begun;
  onClose: () => void;
  onRecorded: () => void;
  /** It is a dispute after all: what was written goes into the form. */
  onDispute: (visit: Begun) => void;
};

function useRecording(onRecorded: () => void) {
  const [commandId] = useState(newCommandId);
  return useMutation<unknown, ApiError, Begun & { confidential: boolean }>({
    mutationFn: ({ services: given, memo, headCount, confidential }) => {
      const ticketId = queryClient.getQueryData(hallQuery.queryKey)?.current?.id;
      const counted = { services: given, headCount: readCount(headCount, 1) ?? 0, memo: memo.trim().slice(0, 300) };
      return api.post('/api/visits', { ...counted, confidential, commandId, ...(ticketId && { ticketId }) });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: hallQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ['visits'] });
      onRecorded();
    },
  });
}

/** Somebody came and asked: a visit that is no dispute, in a few keys. */
export function VisitOnly({ begun, onClose, onRecorded, onDispute }: VisitOnlyProps) {
  const t = useWords();
  const language = useLanguage();
  const form = useRef<HTMLDivElement>(null);
  const [visit, setVisit] = useState(begun);
  const [confidential, setConfidential] = useState(false);
  const recording = useRecording(onRecorded);
  const set = (part: Partial<Begun>) => setVisit((old) => ({ ...old, ...part }));
  const record = () => recording.mutate({ ...visit, confidential });
  const fields = recording.error?.fields ?? {};
  const hint = representativesHint({ services: visit.services, headCount: readCount(visit.headCount, 1) ?? 0 });
  useHotkeys({ 'Ctrl+Enter': record }, { inDialog: true, enabled: !recording.isPending });
  return (
    <Modal
      open
      width={640}
      title={t.consultOnly}
      onCancel={onClose}
      closable={{ 'aria-label': t.leave }}
      afterOpenChange={(open) => {
        if (open) focusFirstField(form.current);
      }}
      footer={[
        <Button key="leave" onClick={onClose}>
          {t.leave}
        </Button>,
        <Button key="dispute" disabled={confidential} onClick={() => onDispute(visit)}>
          {t.isDispute}
        </Button>,
        <Button key="record" type="primary" loading={recording.isPending} onClick={record}>
          {t.record} <kbd>Ctrl+Enter</kbd>
        </Button>,
      ]}
    >
      <div ref={form} className="form-grid" data-walk="form" onKeyDownCapture={walkFields}>
        <div className="form-wide">
          <ErrorSummary errors={[]} message={recording.error?.message} requestId={recording.error?.requestId} />
        </div>
        <Several
          name="visit.services"
          label={t.service}
          span={12}
          hint={t.serviceHint}
          options={services.map((value) => ({ value, label: serviceLabel(value, language) }))}
          value={visit.services}
          onChange={(given) => set({ services: given })}
          error={fields.services}
        />
        <Field
          name="visit.memo"
          label={t.memo}
          span={9}
          error={fields.memo}
          limit={300}
          typed={confidential ? '' : visit.memo}
        >
          {(control) => (
            <Input
              {...control}
              value={confidential ? '' : visit.memo}
              disabled={confidential}
              onChange={(event) => set({ memo: event.target.value })}
            />
          )}
        </Field>
        <Field name="visit.headCount" label={t.headCount} span={3} error={fields.headCount} hint={hint ?? undefined}>
          {(control) => (
            <Input
              {...control}
              value={visit.headCount}
              inputMode="numeric"
              onChange={(event) => set({ headCount: event.target.value })}
            />
          )}
        </Field>
        <div className="form-wide" data-walk="skip">
          <Checkbox checked={confidential} onChange={(event) => setConfidential(event.target.checked)}>
            {t.stayUnnamed}
          </Checkbox>
        </div>
      </div>
    </Modal>
  );
}
