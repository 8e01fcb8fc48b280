import { Button } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Outlook } from '../../../procedures/views.ts';
import { Consequences } from '../../../ui/Consequences.tsx';
import { ErrorSummary, focusField } from '../../../ui/ErrorSummary.tsx';
import { fieldId } from '../../../ui/Field.tsx';
import { focusFirstField, walkFields } from '../../../ui/fieldWalk.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import './steps.css';
import type { StepForm } from './useForm.ts';
import { useStepWords } from './words.ts';

type Tells = Outlook['tells'];

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

function Foreseen({ preview }: Pick<StepForm, 'preview'>) {
  const t = useStepWords();
  if (!preview) return null;
  const { outlook, refusal, answerable } = preview;
  if (refusal) return <Strip tone="info">{t.wouldRefuse(refusal.message)}</Strip>;
  if (outlook) return <Consequences outlook={{ ...outlook, tells: groupTells(outlook.tells) }} />;
  return <p className="second consequences">{answerable ? t.computing : t.chooseFirst}</p>;
}

/** Away from its field, a sentence says which one it is about. */
const toList = (errors: StepForm['errors'], nameOf: (field: string) => string | undefined) =>
  Object.entries(errors).map(([field, sentence]) => {
    const name = nameOf(field)?.replace(/（.*/, '');
    return { field, sentence: name && !sentence.includes(name) ? `${name}：${sentence}` : sentence };
  });

function Problem({ form, nameOf }: { form: StepForm; nameOf: (field: string) => string | undefined }) {
  const t = useStepWords();
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
      errors={toList(form.tried, nameOf)}
      message={Object.keys(form.tried).length > 0 ? undefined : form.problem?.message}
      requestId={form.problem?.kind === 'bug' ? form.problem.requestId : undefined}
      idOf={fieldId}
    />
  );
}

type Props = {
  form: StepForm;
  label: string;
  /** Absent in a dialog, which has a title of its own. */
  heading?: ReactNode;
  deed: string;
  leave: string;
  inDialog: boolean;
  /** What a field is called here; else as its schema has it. */
  nameOf?: (field: string) => string | undefined;
  /** Where writing begins, when what stands above it is filled in already. */
  first?: string;
  onClose: () => void;
  /** Below the fields: phrases to insert. */
  below?: (box: RefObject<HTMLElement | null>) => ReactNode;
  children: ReactNode;
};

/** One act: what is asked, what pressing will do, and one button that says it. */
export function FormPanel(props: Props) {
  const { form, label, heading, deed, leave, inDialog, nameOf, first, onClose, below, children } = props;
  const t = useStepWords();
  const box = useRef<HTMLElement>(null);
  useHotkeys({ 'Ctrl+Enter': form.submit, Escape: onClose }, { inDialog });
  useEffect(() => (first ? focusField(fieldId(first)) : focusFirstField(box.current)), [first]);
  return (
    <section
      ref={box}
      className="step-panel"
      data-walk="form"
      data-enter="newline"
      onKeyDownCapture={walkFields}
      aria-label={label}
    >
      {heading}
      <Problem form={form} nameOf={(field) => nameOf?.(field) ?? form.titleOf(field)} />
      <div className="form-grid">{children}</div>
      {below?.(box)}
      <Foreseen preview={form.preview} />
      <footer className="step-foot">
        <span className="second step-kept" role="status">
          {form.draft.kept ? t.draftKept : ''}
        </span>
        <Button onClick={onClose}>{leave}</Button>
        <Button type="primary" loading={form.pending} onClick={form.submit} data-walk="end">
          {deed} <kbd>Ctrl+Enter</kbd>
        </Button>
      </footer>
    </section>
  );
}
