import type { RunDetail } from '../../../imports/importViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import type { Flow } from './useRun.ts';
import { useImportWords } from './words.ts';

type Props = { run: RunDetail; flow: Flow; onClose: () => void };

/** Before it is written: what becomes of it, who sees it, which clocks run, how it is taken back. */
export function ApplyDialog({ run, flow, onClose }: Props) {
  const t = useImportWords();
  const { waiting } = run.counts;
  const facts: [string, string][] = [
    [t.becomes, t.becomesText(waiting)],
    [t.who, t.whoText],
    [t.clocks, t.clocksText],
    [t.told, t.toldText],
    [t.undoable, t.undoableText],
  ];
  return (
    <ActDialog
      title={t.applyTitle(waiting)}
      act={t.apply(waiting)}
      leave={t.leaveApply}
      isPending={flow.act.isPending}
      error={flow.act.error}
      onAct={() => flow.act.mutate('applications', { onSuccess: onClose })}
      onClose={onClose}
    >
      <section className="consequences" aria-label={t.applyTitle(waiting)}>
        <dl>
          {facts.map(([label, sentence]) => [<dt key={label}>{label}</dt>, <dd key={`${label} text`}>{sentence}</dd>])}
        </dl>
      </section>
    </ActDialog>
  );
}

export function UndoDialog({ run, flow, onClose }: Props) {
  const t = useImportWords();
  const { applied } = run.counts;
  return (
    <ActDialog
      title={t.undoTitle}
      act={t.undoAct(applied)}
      leave={t.leaveUndo}
      danger
      isPending={flow.act.isPending}
      error={flow.act.error}
      onAct={() => flow.act.mutate('undos', { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t.undoText(applied)}</p>
      <p>{t.undoKept}</p>
    </ActDialog>
  );
}
