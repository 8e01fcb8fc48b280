import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { type StepName, stepOf } from '../../../../disputes/procedure.ts';
import type { DisputeView, StepDone, StepPreview } from '../../../../disputes/views.ts';
import { Consequences } from '../../../../ui/Consequences.tsx';
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx';
import { fieldId } from '../../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../../ui/fieldWalk.ts';
import { useLanguage } from '../../../../ui/i18n.ts';
import { Strip } from '../../../../ui/Strip.tsx';
import { useHotkeys } from '../../../../ui/useHotkeys.ts';
import { InsertPhrase } from '../../reassigning/phrases/InsertPhrase.tsx';
import { usePost } from '../../useMe.ts';
import { useWords } from '../catalog.ts';
import { AmendFields } from './AmendFields.tsx';
import { ExtensionAsked } from './ClockFields.tsx';
import { DispatchFields } from './DispatchFields.tsx';
import { type FieldsProps, StepFields } from './Fields.tsx';
import { MergeLead } from './MergeLead.tsx';
import { FailRoutes, FilesToAdd, RestrictNames, Waiting } from './Parts.tsx';
import { usePosts, useUnits } from './References.tsx';
import { RuleFields } from './RuleFields.tsx';
import { SendBackLimit } from './SendBackLimit.tsx';
import { SettleFields } from './SettleFields.tsx';
import { specs } from './specs.ts';
import { TriageFields } from './TriageFields.tsx';
import { type StepForm, useStepForm } from './useStepForm.ts';
import { textOf } from './values.ts';
import { useDeeds } from './words.ts';

/** What a step draws besides the fields of its row: before them, or after. */
const before: Partial<Record<StepName, (props: FieldsProps) => React.ReactNode>> = {
  merge: MergeLead,
  triage: TriageFields,
  dispatch: DispatchFields,
  settle: SettleFields,
  amend: AmendFields,
  rule: RuleFields,
  sendBack: SendBackLimit,
  fail: FailRoutes,
  terminate: FailRoutes,
  decidePause: Waiting,
  decideExtension: ExtensionAsked,
  endWait: Waiting,
  receiveMaterial: Waiting,
  addFile: FilesToAdd,
  restrict: RestrictNames,
};

/** The button says the verb with its object: 分流给迎泽街道. */
function useDeed(view: DisputeView, step: StepName, form: StepForm): string {
  const language = useLanguage();
  const deed = useDeeds()[step];
  const { nameOf } = useUnits(view.countyCode);
  const posts = usePosts(step === 'assign' && view.leadUnit ? [view.leadUnit.id] : []);
  const { names } = specs[step];
  if (!names) return deed;
  const chosen = textOf(form.values, names);
  const who = names === 'postId' ? posts.find((post) => post.postId === chosen)?.name : nameOf(chosen);
  const { label, labelEn } = stepOf(step);
  return who ? deed.replace('{who}', who) : language === 'zh' ? label : labelEn;
}

type Tells = StepPreview['tells'];

/** Those who are told the same in the same way stand in one line; a desk where nobody sits is left out. */
function groupTells(tells: Tells): Tells {
  const groups = new Map<string, Tells[number]>();
  for (const told of tells.filter(({ who }) => !who.endsWith(' 0 人'))) {
    const key = `${told.channel}\n${told.text}`;
    const group = groups.get(key);
    groups.set(key, group ? { ...group, who: `${group.who}、${told.who}` } : told);
  }
  return [...groups.values()];
}

function Outlook({ form, step }: { form: StepForm; step: StepName }) {
  const t = useWords();
  const { outlook, refusal, answerable } = form.preview;
  if (stepOf(step).weight === 'plain') return null;
  if (refusal) return <Strip tone="info">{t.wouldRefuse(refusal.message)}</Strip>;
  if (outlook) return <Consequences outlook={{ ...outlook, tells: groupTells(outlook.tells) }} />;
  return <p className="second consequences">{answerable ? t.computing : t.chooseFirst}</p>;
}

function Problem({ form }: { form: StepForm }) {
  const t = useWords();
  if (form.movedOn)
    return (
      <Strip
        tone="soon"
        actions={
          <Button size="small" onClick={() => void form.catchUp()}>
            {t.seeNow}
          </Button>
        }
      >
        {form.problem?.message} {t.stillBelow}
      </Strip>
    );
  return (
    <ErrorSummary
      errors={toList(form.tried)}
      message={Object.keys(form.tried).length > 0 ? undefined : form.problem?.message}
      requestId={form.problem?.kind === 'bug' ? form.problem.requestId : undefined}
      idOf={fieldId}
    />
  );
}

const toList = (errors: StepForm['errors']) => Object.entries(errors).map(([field, sentence]) => ({ field, sentence }));

/** Steps whose name is what happened, not what one does: 「先不没调成」 says nothing. */
const records: ReadonlySet<StepName> = new Set([
  'fail',
  'settle',
  'withdraw',
  'receiveMaterial',
  'endWait',
  'stopStatutory',
  'recordReturnVisit',
  'rate',
  'contest',
  'message',
]);

type StepPanelProps = {
  view: DisputeView;
  step: StepName;
  inDialog: boolean;
  onClose: () => void;
  onDone: (done: StepDone) => void;
};

/** One step: what is asked, what pressing will do, and one button that says it. */
export function StepPanel({ view, step, inDialog, onClose, onDone }: StepPanelProps) {
  const t = useWords();
  const language = useLanguage();
  const { unitId } = usePost();
  const form = useStepForm(view, step, t.unwritten, onDone);
  const deed = useDeed(view, step, form);
  const box = useRef<HTMLElement>(null);
  const { label, labelEn, basis } = stepOf(step);
  const Before = before[step];
  useHotkeys({ 'Ctrl+Enter': form.submit, Escape: onClose }, { inDialog });
  useEffect(() => focusFirstField(box.current), []);
  return (
    <section
      ref={box}
      className="step-panel"
      data-walk="form"
      data-enter="newline"
      onKeyDownCapture={walkFields}
      aria-label={language === 'zh' ? label : labelEn}
    >
      {inDialog ? null : (
        <h2>
          {language === 'zh' ? label : labelEn} <span className="second">{basis}</span>
        </h2>
      )}
      <Problem form={form} />
      <div className="form-grid">
        {Before ? <Before view={view} step={step} form={form} /> : null}
        <StepFields view={view} step={step} form={form} unitId={unitId} />
      </div>
      <InsertPhrase step={step} box={box} inDialog={inDialog} />
      <Outlook form={form} step={step} />
      <footer className="step-foot">
        <span className="second step-kept" role="status">
          {form.draft.kept ? t.draftKept : ''}
        </span>
        <Button onClick={onClose}>
          {records.has(step) ? t.notRecord : t.notNow(language === 'zh' ? label : labelEn)}
        </Button>
        <Button type="primary" loading={form.pending} onClick={form.submit} data-walk="end">
          {deed} <kbd>Ctrl+Enter</kbd>
        </Button>
      </footer>
    </section>
  );
}
