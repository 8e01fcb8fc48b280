import type { RunView } from '../../../replays/calendarViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import type { ApiError } from '../api.ts';
import { useCalendarWords } from './words.ts';

type Props = { run: RunView; isPending: boolean; error: ApiError | null; onAct: () => void; onClose: () => void };

/** The one confirmation: what changes, who is told, whether it can be undone. */
export function ConfirmDialog({ run, isPending, error, onAct, onClose }: Props) {
  const t = useCalendarWords();
  const { whole } = run;
  return (
    <ActDialog
      title={t.confirmTitle(run.year, run.version)}
      act={whole.moved > 0 ? t.publish(whole.moved) : t.publishPlain}
      leave={t.leavePublish}
      isPending={isPending}
      error={error}
      onAct={onAct}
      onClose={onClose}
    >
      <section className="consequences" aria-label={t.confirmMoves}>
        <dl>
          <dt>{t.confirmMoves}</dt>
          <dd>
            {whole.clocks === 0 ? t.nothingMoves : t.sumClocks(whole.clocks, whole.later, whole.earlier)}
            {whole.settled > 0 && `；${t.settled(whole.settled)}`}
          </dd>
          {whole.moved > 0 && <dt>{t.confirmTells}</dt>}
          {whole.moved > 0 && (
            <dd>
              <div>{t.told(whole.told)}</div>
              <div>{t.residents(whole.moved)}</div>
            </dd>
          )}
          {whole.moved > 0 && <dt>{t.confirmWhile}</dt>}
          {whole.moved > 0 && <dd>{t.while}</dd>}
          <dt>{t.confirmUndo}</dt>
          <dd>{t.undo}</dd>
        </dl>
      </section>
    </ActDialog>
  );
}
