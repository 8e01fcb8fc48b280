import { Button } from 'antd';
import { type StepName, stepOf } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { clockTime, dueText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { useWords } from './catalog.ts';
import { owedNow, primaryAct } from './owed.ts';

/** Acts with a place of their own on the page: beside the facts, beside the files. */
const elsewhere: ReadonlySet<StepName> = new Set(['amend', 'addFile']);
/** Of the acts that must wait, those on the main way say most about what comes next. */
const LATER_SHOWN = 4;

const whoOwes = (view: DisputeView): string => view.handler?.name ?? (view.leadUnit?.short || view.center.short);

function Owed({ view }: { view: DisputeView }) {
  const t = useWords();
  const language = useLanguage();
  const owed = owedNow(view);
  if (!owed) return <p>{t.nothingOwed}</p>;
  const { label, labelEn } = stepOf(owed.act);
  const clock = view.clocks.find((each) => each.kind === owed.clockKind && each.stoppedAt === null);
  const by = clock?.dueAt ? t.before(dueText(clock.dueAt)) : '';
  return (
    <p className="owed">
      <b>{language === 'zh' ? label : labelEn}</b>{' '}
      <span className="second">
        {whoOwes(view)}
        {by ? `，${by}` : ''}
      </span>
    </p>
  );
}

function useStepKeys(acts: readonly StepName[], onAct: (act: StepName) => void): void {
  const keyed = acts.flatMap((act) => {
    const { key } = stepOf(act);
    return key ? [[key.toUpperCase(), () => onAct(act)] as const] : [];
  });
  useHotkeys(Object.fromEntries(keyed));
}

function ActButton({ act, primary, onAct }: { act: StepName; primary: boolean; onAct: (act: StepName) => void }) {
  const language = useLanguage();
  const { label, labelEn, key } = stepOf(act);
  return (
    <Button type={primary ? 'primary' : 'default'} onClick={() => onAct(act)}>
      {language === 'zh' ? label : labelEn} {key ? <kbd>{key}</kbd> : null}
    </Button>
  );
}

/** 现在该做: the act that is owed, then the others; what must wait says what it waits for. */
export function Doing({ view, onAct }: { view: DisputeView; onAct: (act: StepName) => void }) {
  const t = useWords();
  const language = useLanguage();
  const primary = primaryAct(view);
  const others = view.steps.now.filter((act) => act !== primary && !elsewhere.has(act));
  useStepKeys(view.steps.now, onAct);
  const later = view.steps.later.filter(({ name }) => stepOf(name).to !== null).slice(0, LATER_SHOWN);
  return (
    <section aria-labelledby="doing-head">
      <h2 id="doing-head">{t.mustDo}</h2>
      <Owed view={view} />
      {primary ? <ActButton act={primary} primary onAct={onAct} /> : null}
      {view.undoDispatchUntil && view.steps.now.includes('undoDispatch') ? (
        <span className="second">　{t.undoUntil(clockTime(view.undoDispatchUntil))}</span>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3>{t.others}</h3>
          <div className="row">
            {others.map((act) => (
              <ActButton key={act} act={act} primary={false} onAct={onAct} />
            ))}
          </div>
        </>
      ) : null}
      {later.length > 0 ? (
        <>
          <h3>{t.notYet}</h3>
          <ul className="plain-list second">
            {later.map(({ name, sentence }) => (
              <li key={name}>
                {language === 'zh' ? '' : `${stepOf(name).labelEn}: `}
                {sentence}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
