import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { useWords } from '../catalog.ts';
import { type FieldsProps, useLabel } from './Fields.tsx';
import { UnitField, UnitsField, useUnits } from './References.tsx';
import { textOf } from './values.ts';

const OTHER = 'other';

/** Whom the duty list proposes and why, the center itself, or any other unit by its initials. */
function Lead(props: FieldsProps) {
  const { view, form } = props;
  const t = useWords();
  const label = useLabel('dispatch');
  const { nameOf } = useUnits(view.countyCode);
  const suggested = view.proposals?.units ?? [];
  const listed = [...suggested.map((unit) => unit.unitId), view.center.id];
  const chosen = textOf(form.values, 'leadUnitId');
  const [other, setOther] = useState(chosen !== '' && !listed.includes(chosen));
  const choose = (value: string) => {
    setOther(value === OTHER);
    form.set('leadUnitId', value === OTHER ? '' : value);
    const support = suggested.find((unit) => unit.unitId === value)?.supportingUnitIds;
    form.set('supportingUnitIds', [...(support ?? [])]);
  };
  return (
    <>
      <div className={form.errors.leadUnitId && !other ? 'field field-wrong form-wide' : 'field form-wide'}>
        <span className="field-label" id="lead-label">
          {label('leadUnitId')}
        </span>
        <Radio.Group
          aria-labelledby="lead-label"
          className="lead-units"
          value={other ? OTHER : chosen || null}
          onChange={(event) => choose(event.target.value as string)}
        >
          {suggested.map((unit, index) => (
            <Radio key={unit.unitId} value={unit.unitId} {...(index === 0 ? { id: fieldId('leadUnitId') } : {})}>
              <b>{unit.name}</b> {index === 0 ? t.suggested : ''}
              <span className="second lead-basis">{t.because(unit.basis, unit.date)}</span>
              {unit.supportingUnitIds.length > 0 ? (
                <span className="second lead-basis">
                  {t.withSupport(unit.supportingUnitIds.map(nameOf).filter(Boolean).join('、'))}
                </span>
              ) : null}
            </Radio>
          ))}
          {listed.indexOf(view.center.id) === listed.length - 1 ? (
            <Radio value={view.center.id}>{t.centerItself(view.center.short)}</Radio>
          ) : null}
          <Radio value={OTHER}>{t.otherUnit}</Radio>
        </Radio.Group>
        {form.errors.leadUnitId && !other ? (
          <div className="field-error" role="alert">
            {t.chooseLead}
          </div>
        ) : null}
      </div>
      {other ? <UnitField {...props} field="leadUnitId" label={t.otherUnit} /> : null}
    </>
  );
}

/** 分流 (wireframe 4.4). */
export function DispatchFields(props: FieldsProps) {
  const { form } = props;
  const label = useLabel('dispatch');
  return (
    <>
      <Lead {...props} />
      <UnitsField
        {...props}
        field="supportingUnitIds"
        label={label('supportingUnitIds')}
        span={6}
        except={textOf(form.values, 'leadUnitId')}
      />
      <Field name="message" label={label('message')} span={6} error={form.errors.message}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={textOf(form.values, 'message')}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={500}
            onChange={(event) => form.set('message', event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
