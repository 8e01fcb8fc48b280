import { Button } from 'antd';
import { disputeKind } from '../../../disputes/kind.ts';
import { mainWay } from '../../../disputes/mainWay.ts';
import { type Status, type StepName, statusLabels, stepOf } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { owedWords, wayWords } from '../../../procedures/kind.ts';
import { clockTime, dueText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { keyFace } from '../../../ui/keySettings.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { useWords } from './catalog.ts';
import { primaryAct } from './owed.ts';
import { outcomes } from './steps/Outcome.tsx';

/** Acts with a place of their own on the page: beside the facts, beside the files. */
const elsewhere: ReadonlySet<StepName> = new Set(['amend', 'addFile']);
/** Of the acts that must wait, those ahead on the main way say what comes next. */
const ahead: readonly StepName[] = [
  'dispatch',
  'acknowledge',
  'report',
  'settle',
  'submitClosure',
  'verifyClosure',
  'recordReturnVisit',
  'strikeOff',
  'archive',
];
const LATER_SHOWN = 3;

const wayIndex = (status: Status): number => mainWay.findIndex((stop) => stop.at.includes(status));

function comingSteps(view: DisputeView): StepName[] {
  const here = wayIndex(view.status);
  const coming = ahead.filter((name) => view.steps.later.some((step) => step.name === name));
  return coming.filter((name) => stepOf(name).from.some((status) => wayIndex(status) > here)).slice(0, LATER_SHOWN);
}

function Awaits({ view }: { view: DisputeView }) {
  const t = useWords();
  const open = view.materials.filter(({ state }) => state === 'proposed' || state === 'approved');
  return open.map(({ id, what, limitAt, state, ground, word }) => (
    <p key={id}>
      <StateIcon shape="paused" />{' '}
      {ground === 'material' ? t.awaiting(what, dueText(limitAt)) : t.wait(word, what, dueText(limitAt))}
      <span className="second">　{state === 'approved' ? t.state_approved : t.state_proposed}</span>
    </p>
  ));
}

function Owed({ view: { owed } }: { view: DisputeView }) {
  const t = useWords();
  const language = useLanguage();
  if (owed?.length === 0) return <p>{t.nothingOwed}</p>;
  return owed?.map(({ act, who, dueAt, notYet }) => {
    const by = dueAt ? t.before(dueText(dueAt)) : '';
    return (
      <p className="owed" key={`${act} ${who}`}>
        <b>{owedWords(disputeKind, act)[language]}</b>{' '}
        <span className="second">{notYet ?? [who, by].filter(Boolean).join('，')}</span>
      </p>
    );
  });
}

/** 13710: what cannot be done in a month needs a dated plan, and it must be asked for before the month is over. */
function PlanDue({ view, onAct }: { view: DisputeView; onAct: (act: StepName) => void }) {
  const t = useWords();
  const handle = view.clocks.find(({ kind, stoppedAt }) => kind === 'handle' && stoppedAt === null);
  const near = handle?.code === 'dueSoon' || handle?.code === 'overdue';
  const plan = view.extendable.some(({ kind, needsPlan }) => kind === 'handle' && needsPlan);
  if (!handle?.dueAt || !near || !plan || view.extensionAsked) return null;
  const may = view.steps.now.includes('requestExtension');
  return (
    <p className="plan-due">
      <StateIcon shape="dueSoon" /> {t.planDue(dueText(handle.dueAt))}{' '}
      {may ? (
        <button type="button" className="link-button" onClick={() => onAct('requestExtension')}>
          {t.datedPlan}
        </button>
      ) : null}
    </p>
  );
}

function useStepKeys(acts: readonly StepName[], onAct: (act: StepName) => void): void {
  const keyed = acts.flatMap((act) => {
    const { key } = stepOf(act);
    return key ? [[key.toUpperCase(), () => onAct(act)] as const] : [];
  });
  const language = useLanguage();
  const help = acts.flatMap((act): [string, string][] => {
    const { key } = stepOf(act);
    return key ? [[key.toUpperCase(), wayWords(disputeKind, act)[language]]] : [];
  });
  useHotkeys(Object.fromEntries(keyed), { help });
}

type ActButtonProps = { view: DisputeView; act: StepName; primary: boolean; onAct: (act: StepName) => void };

function ActButton({ view, act, primary, onAct }: ActButtonProps) {
  const t = useWords();
  const until = act === 'undoDispatch' ? view.undoDispatchUntil : null;
  const language = useLanguage();
  const { key } = stepOf(act);
  return (
    <Button type={primary ? 'primary' : 'default'} onClick={() => onAct(act)}>
      {wayWords(disputeKind, act)[language]}
      {until ? `（${t.undoUntil(clockTime(until))}）` : ''} {key ? <kbd>{keyFace(key.toUpperCase())}</kbd> : null}
    </Button>
  );
}

/** 现在该做: the act that is owed, then the others; what must wait says what it waits for. */
export function Doing({ view, onAct }: { view: DisputeView; onAct: (act: StepName) => void }) {
  const t = useWords();
  const language = useLanguage();
  const primary = primaryAct(view);
  // One button leads to all outcomes.
  const together: readonly StepName[] = view.steps.now.includes('settle')
    ? outcomes.filter((act) => act !== 'settle')
    : [];
  const others = view.steps.now.filter((act) => act !== primary && !elsewhere.has(act) && !together.includes(act));
  useStepKeys(view.steps.now, onAct);
  const later = comingSteps(view);
  // What is owed has said above why not yet.
  const said = new Set(view.owed?.flatMap(({ act, notYet }) => (notYet ? [act] : [])));
  const stuck = view.steps.later.filter(({ name }) => stepOf(name).from.includes(view.status) && !said.has(name));
  return (
    <section aria-labelledby="doing-head">
      <h2 id="doing-head">{t.mustDo}</h2>
      <Owed view={view} />
      <Awaits view={view} />
      <PlanDue view={view} onAct={onAct} />
      {primary ? <ActButton view={view} act={primary} primary onAct={onAct} /> : null}
      {others.length > 0 ? (
        <>
          <h3>{t.others}</h3>
          <div className="row">
            {others.map((act) => (
              <ActButton key={act} view={view} act={act} primary={false} onAct={onAct} />
            ))}
          </div>
        </>
      ) : null}
      {later.length > 0 || stuck.length > 0 ? (
        <>
          <h3>{t.notYet}</h3>
          <ul className="bare-list second">
            {later.map((name) => (
              <li key={name}>
                {t.waits(
                  language === 'zh' ? stepOf(name).label : stepOf(name).labelEn,
                  stepOf(name)
                    .from.map((status) => statusLabels[status][language])
                    .join('、'),
                )}
              </li>
            ))}
            {stuck.map(({ name, sentence }) => (
              <li key={name}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
