import { Input } from 'antd';
import { dayOf, now } from '../../../../platform/now.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { textOf } from '../../steps/values.ts';
import { useCourtWords } from './courtWords.ts';
import { type FieldsProps, useLabel } from './fields.ts';
import { type LeadOption, LeadUnits } from './LeadUnits.tsx';
import { UnitsField } from './References.tsx';
import { Before, type Question, Sides } from './RuleBefore.tsx';
import { useKeptLine } from './useKeptLine.ts';

/** The unit that had it, the one it names, and what the duty list says, each once. */
function useCandidates({ view }: FieldsProps, question: Question): LeadOption[] {
  const t = useCourtWords();
  const keptLine = useKeptLine(view);
  const { fromUnitId, from, betterUnitId, better } = question;
  const options: LeadOption[] = [
    { unitId: fromUnitId, name: from, tag: t.upheld, lines: keptLine(fromUnitId) },
    ...(betterUnitId && better
      ? [{ unitId: betterUnitId, name: better, tag: t.theirChoice(from), lines: keptLine(betterUnitId) }]
      : []),
    ...(view.proposals?.units ?? []).map(({ unitId, name, basis, date, supportingUnitIds }) => ({
      unitId,
      name,
      tag: t.byDuty,
      lines: [t.dutyBasis(basis, date), ...keptLine(unitId)],
      support: supportingUnitIds,
    })),
  ];
  return [...Map.groupBy(options, ({ unitId }) => unitId).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, tag: [first, ...others].map(({ tag }) => tag).join('，') }] : [],
  );
}

function Text({ form, field, rows, span }: FieldsProps & { field: 'reason' | 'basis'; rows: number; span: number }) {
  const label = useLabel('rule');
  return (
    <Field
      name={field}
      label={label(field)}
      span={span}
      error={form.errors[field]}
      limit={field === 'reason' ? 1000 : 300}
      typed={textOf(form.values, field)}
    >
      {(control) => (
        <Input.TextArea
          {...control}
          value={textOf(form.values, field)}
          autoSize={{ minRows: rows, maxRows: 10 }}
          onChange={(event) => form.set(field, event.target.value)}
        />
      )}
    </Field>
  );
}

/** Whether the duty list follows, for which place, and from which day. */
function Duty({ form }: FieldsProps) {
  const t = useCourtWords();
  const label = useLabel('rule');
  const scope = textOf(form.values, 'dutyScope');
  return (
    <>
      <Choice
        name="dutyScope"
        label={label('dutyScope')}
        span={8}
        options={(['none', 'township', 'county'] as const).map((value) => ({ value, label: t[`duty_${value}`] }))}
        value={scope as 'none'}
        onChange={(value) => form.set('dutyScope', value)}
        error={form.errors.dutyScope}
        hint={scope === 'none' ? undefined : t.dutyHint}
      />
      {scope === 'none' ? null : (
        <DayInput
          name="dutyFrom"
          label={label('dutyFrom')}
          span={4}
          value={textOf(form.values, 'dutyFrom')}
          onChange={(value) => form.set('dutyFrom', value)}
          today={dayOf(now())}
          nearest="future"
          placeholder={t.dayPlaceholder}
          error={form.errors.dutyFrom}
        />
      )}
    </>
  );
}

/** 裁定: both sides, what was ruled before, then who handles it, why, and whether the duty list follows. */
export function RuleFields(props: FieldsProps) {
  const { view } = props;
  const question = view.court?.question;
  return question ? <Form {...props} question={question} /> : null;
}

function Form({ question, ...props }: FieldsProps & { question: Question }) {
  const t = useCourtWords();
  return (
    <>
      <Sides question={question} />
      <Before {...props} />
      <LeadUnits {...props} options={useCandidates(props, question)} />
      <UnitsField
        {...props}
        field="supportingUnitIds"
        label={t.support}
        span={12}
        except={textOf(props.form.values, 'leadUnitId')}
      />
      <Text {...props} field="reason" rows={3} span={12} />
      <Text {...props} field="basis" rows={1} span={12} />
      <Duty {...props} />
    </>
  );
}
