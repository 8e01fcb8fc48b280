import { Input } from 'antd';
import { Field } from '../../../../ui/Field.tsx';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import { type FieldsProps, useLabel } from './fields.ts';
import { type LeadOption, LeadUnits } from './LeadUnits.tsx';
import { UnitsField, useUnits } from './References.tsx';
import { useKeptLine } from './useKeptLine.ts';

/** Whom the duty list proposes and why, and how often such a dispatch to it was not sent back. */
function useSuggested({ view }: FieldsProps): LeadOption[] {
  const t = useWords();
  const { nameOf } = useUnits(view.countyCode);
  const keptLine = useKeptLine(view);
  const suggested = view.proposals?.units ?? [];
  return suggested.map(({ unitId, name, basis, date, supportingUnitIds }, index) => ({
    unitId,
    name,
    tag: index === 0 ? t.suggested : '',
    lines: [
      t.because(basis, date),
      ...keptLine(unitId),
      ...(supportingUnitIds.length > 0
        ? [t.withSupport(supportingUnitIds.map(nameOf).filter(Boolean).join('、'))]
        : []),
    ],
    support: supportingUnitIds,
  }));
}

/** 分流 (wireframe 4.4). */
export function DispatchFields(props: FieldsProps) {
  const { form } = props;
  const label = useLabel('dispatch');
  return (
    <>
      <LeadUnits {...props} options={useSuggested(props)} />
      <UnitsField
        {...props}
        field="supportingUnitIds"
        label={label('supportingUnitIds')}
        span={6}
        except={textOf(form.values, 'leadUnitId')}
      />
      <Field
        name="message"
        label={label('message')}
        span={6}
        error={form.errors.message}
        limit={500}
        typed={textOf(form.values, 'message')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={textOf(form.values, 'message')}
            autoSize={{ minRows: 1, maxRows: 6 }}
            onChange={(event) => form.set('message', event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
