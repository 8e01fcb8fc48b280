import { Modal } from 'antd';
import type { DisputeView } from '../../../disputes/views.ts';
import { dayOf, now } from '../../../platform/now.ts';
import type { Outlook } from '../../../procedures/views.ts';
import { CallSittingInput } from '../../../sittings/callSitting.ts';
import { forms, formWords, type Share, shares, shareWords } from '../../../sittings/words.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Pick } from '../../../ui/Pick.tsx';
import { Several } from '../../../ui/Several.tsx';
import { api } from '../api.ts';
import { useUnits } from '../dispute/steps/References.tsx';
import { Words } from '../steps/Fields.tsx';
import { FormPanel } from '../steps/FormPanel.tsx';
import { type Act, type StepForm, useForm } from '../steps/useForm.ts';
import { listOf, textOf } from '../steps/values.ts';
import { useStepWords } from '../steps/words.ts';
import { FromOutside, timeOf, WhenWhere } from './fields.tsx';
import { sittingChanged } from './queries.ts';
import { useSittingWords } from './words.ts';

export type Called = { code: string; sentence: string; warnings: string[] };
type Props = { view: DisputeView; onClose: () => void; onDone: (called: Called) => void };

const codesIn = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .replaceAll('-', '')
    .match(/\d{15}/g) ?? [];

function callOf(view: DisputeView): Act<Called> {
  const path = `/api/disputes/${view.code}`;
  return {
    name: `${view.code}.callSitting`,
    schema: CallSittingInput,
    initial: () => ({
      ...{ form: 'joint', day: '', from: '', to: '', roomIds: [], place: '', agenda: '', bring: '' },
      ...{ partyIds: view.parties.map(({ id }) => id), postIds: [], unitIds: [], leadingUnitId: '' },
      ...{ shared: ['facts', 'demands'], otherCodes: '' },
    }),
    toInput: (values) => ({
      ...{ ...values, ...timeOf(values, dayOf(now())) },
      leadingUnitId: values.form === 'consultation' ? textOf(values, 'leadingUnitId') || null : null,
      otherCodes: values.form === 'bundled' ? codesIn(textOf(values, 'otherCodes')) : [],
    }),
    send: (input) => api.post<Called>(`${path}/sittings`, input),
    foresee: (input) => api.post<Outlook>(`${path}/sitting-previews`, input),
    changed: () => sittingChanged('', [view]),
  };
}

function Leading({ form, countyCode }: { form: StepForm; countyCode: string }) {
  const t = useSittingWords();
  const { options } = useUnits(countyCode);
  return (
    <Field name="leadingUnitId" label={t.leading} span={12} error={form.errors.leadingUnitId}>
      {(control) => (
        <Pick
          control={control}
          options={options}
          value={textOf(form.values, 'leadingUnitId')}
          onChange={(value) => form.set('leadingUnitId', value)}
          placeholder={t.unitsHint}
          nothingFound={t.unitsHint}
        />
      )}
    </Field>
  );
}

/** What whoever comes from outside reads from acceptance until the end. */
export function Shared({ form }: { form: StepForm }) {
  const t = useSittingWords();
  const language = useLanguage();
  return (
    <Several<Share>
      name="shared"
      label={t.shared}
      hint={t.sharedHint}
      span={12}
      options={shares.map((value) => ({ value, label: shareWords[value][language] }))}
      value={listOf(form.values, 'shared') as Share[]}
      onChange={(chosen) => form.set('shared', chosen)}
      error={form.errors.shared}
    />
  );
}

function Fields({ view, form }: { view: DisputeView; form: StepForm }) {
  const t = useSittingWords();
  const language = useLanguage();
  const chosen = textOf(form.values, 'form') as (typeof forms)[number];
  return (
    <>
      <Choice
        name="form"
        label={t.form}
        span={12}
        hint={language === 'zh' ? formWords[chosen].hint : formWords[chosen].hintEn}
        options={forms.map((value) => ({ value, label: formWords[value][language] }))}
        value={chosen}
        onChange={(value) => form.set('form', value)}
        error={form.errors.form}
      />
      <WhenWhere form={form} center={view.center.id} />
      {chosen === 'consultation' ? <Leading form={form} countyCode={view.countyCode} /> : null}
      {chosen === 'bundled' ? (
        <div className="form-wide">
          <Words form={form} field="otherCodes" label={t.others} limit={400} rows={1} />
          <p className="field-hint">{t.othersHint}</p>
        </div>
      ) : null}
      <Several
        name="partyIds"
        label={t.parties}
        span={12}
        options={view.parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...listOf(form.values, 'partyIds')]}
        onChange={(ids) => form.set('partyIds', ids)}
        error={form.errors.partyIds}
      />
      <FromOutside form={form} center={view.center.id} countyCode={view.countyCode} />
      <Shared form={form} />
      <Words form={form} field="agenda" label={t.agenda} limit={1000} rows={2} />
      <Words form={form} field="bring" label={t.bring} limit={200} rows={1} />
    </>
  );
}

/** 约一次调解会: room and people are booked with it, and everybody is told; a clash is said before pressing. */
export function CallDialog({ view, onClose, onDone }: Props) {
  const t = useSittingWords();
  const { unwritten } = useStepWords();
  const form = useForm(callOf(view), unwritten, (called) => {
    onDone(called);
    onClose();
  });
  const title = t.callTitle(view.codeShort);
  return (
    <Modal open width={860} title={title} onCancel={onClose} footer={null} style={{ top: 8 }}>
      <FormPanel form={form} label={title} deed={t.callAct} leave={t.callLeave} inDialog onClose={onClose}>
        <Fields view={view} form={form} />
      </FormPanel>
    </Modal>
  );
}
