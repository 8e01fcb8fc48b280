import { Checkbox, Input } from 'antd';
import { dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { EndSittingInput } from '../../../sittings/endSitting.ts';
import type { SittingInvite, SittingView } from '../../../sittings/sittingViews.ts';
import { results, resultWords, type SittingResult } from '../../../sittings/words.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Day, Words } from '../steps/Fields.tsx';
import type { StepForm } from '../steps/useForm.ts';
import { textOf, type Values } from '../steps/values.ts';
import { actOf } from './acts.ts';
import { Framed, type FramedProps } from './Framed.tsx';
import { useSittingWords } from './words.ts';

/** Who was asked, did not say that they cannot come, and is not ticked. */
const missing = ({ invites }: SittingView): SittingInvite[] =>
  invites.filter(({ came, answer }) => came !== 'here' && answer !== 'declined');

function inputOf(view: SittingView, values: Values): Values {
  const againOn = textOf(values, 'againOn');
  const typed = readDay(againOn, dayOf(now()), 'future') ?? againOn;
  const again = view.disputes.some(({ id }) => values[`result_${id}`] === 'again');
  return {
    results: view.disputes.map(({ id }) => ({ disputeId: id, result: values[`result_${id}`] })),
    text: textOf(values, 'text'),
    toldRoutes: values.toldRoutes === true,
    againOn: again && typed !== '' ? typed : null,
    absent: missing(view).map(({ id }) => ({ inviteId: id, reason: textOf(values, `why_${id}`) })),
  };
}

function Result({
  view,
  form,
  disputeId,
  label,
}: {
  view: SittingView;
  form: StepForm;
  disputeId: string;
  label: string;
}) {
  const language = useLanguage();
  const field = `result_${disputeId}`;
  const first = view.disputes[0]?.id === disputeId;
  return (
    <Choice
      name={first ? 'results' : field}
      label={label}
      span={12}
      options={results.map((value) => ({ value, label: resultWords[value][language] }))}
      value={textOf(form.values, field) as SittingResult | ''}
      onChange={(value) => form.set(field, value)}
      error={first ? form.errors.results : undefined}
    />
  );
}

function Told({ form }: { form: StepForm }) {
  const t = useSittingWords();
  return (
    <div className={form.errors.toldRoutes ? 'field field-wrong form-wide' : 'field form-wide'}>
      <Checkbox
        id={fieldId('toldRoutes')}
        checked={form.values.toldRoutes === true}
        onChange={(event) => form.set('toldRoutes', event.target.checked)}
      >
        {t.toldRoutes}
      </Checkbox>
      {form.errors.toldRoutes ? (
        <div className="field-error" role="alert">
          {form.errors.toldRoutes}
        </div>
      ) : null}
    </div>
  );
}

function Absent({ view, form }: { view: SittingView; form: StepForm }) {
  const t = useSittingWords();
  return missing(view).map(({ id, name }) => (
    <Field key={id} name={`why_${id}`} label={t.absent(name)} span={6}>
      {(control) => (
        <Input
          {...control}
          value={textOf(form.values, `why_${id}`)}
          maxLength={200}
          onChange={(event) => form.set(`why_${id}`, event.target.value)}
        />
      )}
    </Field>
  ));
}

/** 结束: a result for each dispute, who did not come, and where else people can go when there is no agreement. */
export function EndDialog(props: FramedProps) {
  const { view } = props;
  const t = useSittingWords();
  const initial = () => ({ text: '', toldRoutes: false, againOn: '' });
  const act = actOf(view, 'endSitting', EndSittingInput, initial, (values) => inputOf(view, values));
  const chosen = (form: StepForm, wanted: readonly string[]) =>
    view.disputes.some(({ id }) => wanted.includes(textOf(form.values, `result_${id}`)));
  return (
    <Framed {...props} step="endSitting" act={act}>
      {(form) => (
        <>
          {view.disputes.map(({ id, codeShort }) => (
            <Result
              key={id}
              view={view}
              form={form}
              disputeId={id}
              label={view.disputes.length > 1 ? t.resultOf(codeShort) : t.result}
            />
          ))}
          {chosen(form, ['none', 'stopped']) ? <Told form={form} /> : null}
          {chosen(form, ['again']) ? <Day form={form} field="againOn" label={t.againOn} /> : null}
          <Absent view={view} form={form} />
          <Words form={form} field="text" label={t.text} limit={2000} rows={2} />
        </>
      )}
    </Framed>
  );
}
