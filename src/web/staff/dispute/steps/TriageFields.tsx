import { Checkbox, Input } from 'antd';
import { type SafetyAnswers, safetyDuties, safetyItems } from '../../../../routing/safety.ts';
import type { Proposal } from '../../../../routing/triage.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { LegalCaution } from '../../LegalCaution.tsx';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import type { FieldsProps } from './fields.ts';

/** A ticked item makes a matter complex (triage.ts): the proposal on the page follows at once. */
function proposalWith(answers: SafetyAnswers, proposal: Proposal | undefined, violent: string): Proposal | undefined {
  if (!Object.values(answers).some(Boolean) || proposal?.difficulty === 'complex') return proposal;
  return { difficulty: 'complex', reasons: [violent] };
}

function Grades({ form }: FieldsProps) {
  const t = useWords();
  const grades = [
    { value: 'high', label: t.high },
    { value: 'medium', label: t.medium },
    { value: 'low', label: t.low },
  ];
  return (['urgency', 'gravity'] as const).map((field) => (
    <Choice
      key={field}
      name={field}
      label={t[field]}
      span={6}
      options={grades}
      value={textOf(form.values, field)}
      onChange={(value) => form.set(field, value)}
      error={form.errors[field]}
    />
  ));
}

/** The plain checklist; an answer that leads to a duty in law says so at once, and asks who was told. */
function Safety({ form }: FieldsProps) {
  const t = useWords();
  const answers = form.values.safety as SafetyAnswers;
  const duties = safetyDuties(answers);
  return (
    <>
      <fieldset className="form-wide safety">
        <legend>{t.safety}</legend>
        {safetyItems.map(([item, label]) => (
          <Checkbox
            key={item}
            checked={answers[item]}
            onChange={(event) => form.set('safety', { ...answers, [item]: event.target.checked })}
          >
            {label}
          </Checkbox>
        ))}
      </fieldset>
      {duties.length > 0 ? (
        <div className="form-wide" role="alert">
          {duties.map((duty) => (
            <Strip key={duty.code} tone="late">
              {duty.sentence}
              <LegalCaution id={`safety:${duty.code}`} />
            </Strip>
          ))}
        </div>
      ) : null}
      {duties.length > 0 ? (
        <Field
          name="toldWhom"
          label={t.toldWhom}
          span={12}
          error={form.errors.toldWhom}
          hint={t.toldWhomHint}
          limit={100}
          typed={textOf(form.values, 'toldWhom')}
        >
          {(control) => (
            <Input
              {...control}
              value={textOf(form.values, 'toldWhom')}
              onChange={(event) => form.set('toldWhom', event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

/** 研判: proposed with reasons, decided by a person. */
export function TriageFields(props: FieldsProps) {
  const { view, form } = props;
  const t = useWords();
  const proposal = proposalWith(form.values.safety as SafetyAnswers, view.proposals?.difficulty, t.violent);
  const differs =
    proposal !== undefined && form.values.difficulty !== '' && form.values.difficulty !== proposal.difficulty;
  const options = (['simple', 'ordinary', 'complex'] as const).map((value) => ({
    value,
    label: value === proposal?.difficulty ? `${t[value]}（${t.proposed}）` : t[value],
  }));
  return (
    <>
      <Choice
        name="difficulty"
        label={t.difficulty}
        span={12}
        options={options}
        value={textOf(form.values, 'difficulty') as 'simple'}
        onChange={(value) => form.set('difficulty', value)}
        error={form.errors.difficulty}
        hint={proposal ? t.proposal(t[proposal.difficulty], proposal.reasons.join('；')) : undefined}
      />
      <Grades {...props} />
      <Safety {...props} />
      <Field
        name="reason"
        label={differs ? t.whyDifferent : t.whyOptional}
        span={12}
        error={form.errors.reason}
        limit={500}
        typed={textOf(form.values, 'reason')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={textOf(form.values, 'reason')}
            rows={2}
            onChange={(event) => form.set('reason', event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
