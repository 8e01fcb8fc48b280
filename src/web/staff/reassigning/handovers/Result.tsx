import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Strip } from '../../../../ui/Strip.tsx';
import { type ApiError, api } from '../../api.ts';
import { handoversChanged, type Outcome } from './queries.ts';
import { useHandoverWords } from './words.ts';

function Refusals({ outcome }: { outcome: Outcome }) {
  const refused = outcome.rows.filter(({ done }) => !done);
  if (refused.length === 0) return null;
  return (
    <ul className="plain-list">
      {refused.map(({ code, codeShort, sentence }) => (
        <li key={code}>
          {codeShort} {sentence}
        </li>
      ))}
    </ul>
  );
}

/** What became of each, and the way back while it is open. */
export function Result({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const t = useHandoverWords();
  const undo = useMutation<Outcome, ApiError>({
    mutationFn: () => api.post(`/api/handovers/${outcome.runId}/withdrawals`, {}),
    onSuccess: handoversChanged,
  });
  const shown = undo.data ?? outcome;
  const sentence = undo.data ? t.takenBack(undo.data.done, undo.data.refused) : t.done(outcome.done, outcome.refused);
  return (
    <Strip
      tone={shown.refused > 0 ? 'soon' : 'done'}
      onClose={onClose}
      actions={
        !undo.data && outcome.done > 0 ? (
          <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t.takeBack}
          </Button>
        ) : null
      }
    >
      {sentence}
      <Refusals outcome={shown} />
      {undo.error && <span className="late-text">{undo.error.message}</span>}
    </Strip>
  );
}
