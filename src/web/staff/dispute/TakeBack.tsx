import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import type { StepDone } from '../../../procedures/views.ts';
import { AskReason } from '../../../ui/AskReason.tsx';
import { makeCatalog } from '../../../ui/i18n.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';

const useWords = makeCatalog({
  zh: {
    may: (label: string) => `刚才点的「${label}」，今天之内、没人接着办、还没告诉当事人之前可以撤回。`,
    open: '撤回',
    reason: '点错了什么',
    what: '撤回以后：时限回到点之前的样子；被告诉过的同事会知道点错了；经过里两笔都留着。',
    act: (label: string) => `撤回「${label}」`,
    leave: '不撤回',
  },
  en: {
    may: (label: string) =>
      `Your “${label}” may be taken back today, until somebody goes on from it or the parties are told.`,
    open: 'Take back',
    reason: 'What was the slip',
    what: 'Limits stand as before; colleagues who were told hear of the slip; the history keeps both.',
    act: (label: string) => `Take back “${label}”`,
    leave: 'Leave it',
  },
});

/** One's own last press, while it is only a press. */
export function TakeBack({
  view,
  label,
  onDone,
}: {
  view: DisputeView;
  label: string;
  onDone: (done: StepDone) => void;
}) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const taking = useMutation<StepDone, ApiError, string>({
    mutationFn: (reason) => api.post(`/api/disputes/${view.code}/take-backs`, { reason }),
    onSuccess: (done) => {
      void queryClient.invalidateQueries();
      setOpen(false);
      onDone(done);
    },
  });
  const ask = () => setOpen(true);
  useHotkeys({ U: ask }, { enabled: !open && !view.steps.now.includes('undoDispatch') });
  if (!open)
    return (
      <p className="second take-back no-print">
        {t.may(label)}{' '}
        <button type="button" className="link-button" onClick={ask}>
          {t.open} <kbd>U</kbd>
        </button>
      </p>
    );
  return (
    <div className="take-back">
      <AskReason
        name="takeBack"
        label={t.reason}
        hint={t.what}
        act={t.act(label)}
        leave={t.leave}
        pending={taking.isPending}
        error={taking.error}
        onSend={taking.mutate}
        onLeave={() => setOpen(false)}
      />
    </div>
  );
}
