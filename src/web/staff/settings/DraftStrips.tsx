import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { DraftView } from '../../../settings/draftView.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { settingsChanged } from './queries.ts';
import { useSettingsWords } from './words.ts';

type Props = {
  draft: DraftView;
  merged: { who: string; clashes: readonly string[] } | null;
  dismiss: () => void;
  save: () => Promise<void>;
};

/** What happened around the draft while somebody wrote in it. */
export function DraftStrips({ draft, merged, dismiss, save }: Props) {
  const t = useSettingsWords();
  const rebase = useMutation<unknown, ApiError>({
    mutationFn: async () => {
      await save();
      await api.post(`/api/settings/drafts/${draft.id}/rebasings`, {});
    },
    onSuccess: settingsChanged,
  });
  return (
    <>
      {draft.state === 'returned' && <Strip tone="soon">{t.returnedStrip(draft.decidedBy ?? '', draft.reason)}</Strip>}
      {draft.newer !== null && (
        <Strip tone="soon" actions={<Button onClick={() => rebase.mutate()}>{t.rebase}</Button>}>
          {t.newer(draft.newer)}
        </Strip>
      )}
      {rebase.error && <Strip tone="late">{rebase.error.message}</Strip>}
      {merged && (
        <Strip tone="info" onClose={dismiss}>
          {t.merged(merged.who)} {merged.clashes.length > 0 && t.clashed(merged.clashes.join('、'))}
        </Strip>
      )}
      {draft.note.includes('\n') && (
        <Strip tone="info">
          {draft.note.split('\n').map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Strip>
      )}
    </>
  );
}
