import type { RunDetail, WordFound } from '../../../imports/importViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import type { Flow } from './useRun.ts';
import { useWordOptions } from './useWordOptions.tsx';
import { useImportWords } from './words.ts';

/** So many guessed words stand in the dialog; all of them stand in the list behind it. */
const SHOWN = 8;

type Props = { run: RunDetail; flow: Flow; onClose: () => void };

/** Before it is written: what becomes of it, who sees it, which clocks run, how it is taken back. */
export function ApplyDialog({ run, flow, onClose }: Props) {
  const t = useImportWords();
  const { waiting } = run.counts;
  const guessed = run.findings.matches.filter(({ how }) => how === 'loose');
  const optionsOf = useWordOptions();
  const meant = (found: WordFound) =>
    `「${found.word}」算「${optionsOf(found).find(({ value }) => value === found.ours)?.label ?? ''}」${found.rows} 行`;
  const facts: [string, string][] = [
    ...(guessed.length > 0
      ? ([[t.guessed, t.guessedText(guessed.slice(0, SHOWN).map(meant).join('，'), guessed.length - SHOWN)]] as [
          string,
          string,
        ][])
      : []),
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
