import { Button } from 'antd';
import type { StepDone } from '../../../procedures/views.ts';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import type { DialogStep } from './Dialogs.tsx';
import { usePress } from './usePress.ts';
import { type SittingWords, useSittingWords } from './words.ts';

export const dialogs: readonly (readonly [DialogStep, (t: SittingWords) => string])[] = [
  ['endSitting', (t) => t.end],
  ['interruptSitting', (t) => t.interrupt],
  ['changeSitting', (t) => t.change],
  ['inviteMore', (t) => t.invite],
  ['putOnTable', (t) => t.share],
  ['cancelSitting', (t) => t.cancel],
];

/** What can be done with it now, the next thing first. */
export function Acts({
  view,
  onOpen,
  onDone,
}: {
  view: SittingView;
  onOpen: (step: DialogStep) => void;
  onDone: (done: StepDone) => void;
}) {
  const t = useSittingWords();
  const start = usePress(view, 'startSitting');
  const pause = usePress(view, 'coolOff');
  const { now } = view.steps;
  const error = start.error ?? pause.error;
  return (
    <section aria-label={t.acts}>
      <div className="row">
        {now.includes('startSitting') ? (
          <Button
            type="primary"
            loading={start.isPending}
            onClick={() => start.mutate({ hereIds: [] }, { onSuccess: onDone })}
          >
            {view.startedAt ? t.goOn : t.begin}
          </Button>
        ) : null}
        {now.includes('coolOff') ? (
          <Button loading={pause.isPending} onClick={() => pause.mutate({ minutes: view.coolingUntil ? 0 : 15 })}>
            {view.coolingUntil ? t.backNow : t.coolOff}
          </Button>
        ) : null}
        {dialogs.map(([step, label]) =>
          now.includes(step) ? (
            <Button key={step} type={step === 'endSitting' ? 'primary' : 'default'} onClick={() => onOpen(step)}>
              {label(t)}
            </Button>
          ) : null,
        )}
      </div>
      {error ? <p className="late-text">{error.message}</p> : null}
    </section>
  );
}
