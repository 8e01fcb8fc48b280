import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DraftView } from '../../../settings/draftView.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { type ApiError, api } from '../api.ts';
import { settingsChanged } from './queries.ts';
import { useSettingsWords } from './words.ts';

/** The author's own act: hand in, or give it up. */
export function HandIn({ draft }: { draft: DraftView }) {
  const t = useSettingsWords();
  const go = useNavigate();
  const act = useMutation<unknown, ApiError, 'submissions' | 'withdrawals'>({
    mutationFn: (noun) => api.post(`/api/settings/drafts/${draft.id}/${noun}`, {}),
    onSuccess: async (_, noun) => {
      await settingsChanged();
      if (noun === 'withdrawals') await go({ to: '/settings' });
    },
  });
  const errors = Object.entries(act.error?.fields ?? {}).map(([field, sentence]) => ({ field, sentence }));
  const parts = draft.id;
  const lead = (field: string) =>
    void go({ to: '/settings/drafts/$id', params: { id: parts }, search: { part: field.split('.')[0] ?? '' } });
  return (
    <section className="section no-print" aria-labelledby="hand-in">
      <h2 id="hand-in">{t.submit}</h2>
      <ErrorSummary
        errors={errors}
        message={errors.length === 0 ? act.error?.message : undefined}
        requestId={act.error?.kind === 'bug' ? act.error.requestId : undefined}
      />
      {errors.length > 0 && (
        <p>
          <Button onClick={() => lead(errors[0]?.field ?? '')}>{t.back}</Button>
        </p>
      )}
      <p>{t.submitNote}</p>
      <div className="row">
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate('submissions')}>
          {t.submit}
        </Button>
        <Button onClick={() => act.mutate('withdrawals')}>{t.withdraw}</Button>
      </div>
    </section>
  );
}
