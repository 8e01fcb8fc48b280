import { Radio } from 'antd';
import { useState } from 'react';
import { fieldId } from '../../../../ui/Field.tsx';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import { type FieldsProps, useLabel } from './fields.ts';
import { UnitField } from './References.tsx';

const OTHER = 'other';

/** A unit one may choose, why it stands here, and who helps when it is chosen. */
export type LeadOption = {
  unitId: string;
  name: string;
  tag: string;
  lines: readonly string[];
  support?: readonly string[];
};

/** Who leads: the units that have a reason to stand here, each with it; the center itself; or any other by its initials. */
export function LeadUnits({ options, ...props }: FieldsProps & { options: readonly LeadOption[] }) {
  const { view, form, step } = props;
  const t = useWords();
  const label = useLabel(step);
  const listed = [...options.map((unit) => unit.unitId), view.center.id];
  const chosen = textOf(form.values, 'leadUnitId');
  const [other, setOther] = useState(chosen !== '' && !listed.includes(chosen));
  const choose = (value: string) => {
    setOther(value === OTHER);
    form.set('leadUnitId', value === OTHER ? '' : value);
    const support = options.find((unit) => unit.unitId === value)?.support;
    form.set('supportingUnitIds', [...(support ?? [])]);
  };
  const wrong = form.errors.leadUnitId && !other;
  return (
    <>
      <div className={wrong ? 'field field-wrong form-wide' : 'field form-wide'}>
        <span className="field-label" id="lead-label">
          {label('leadUnitId')}
        </span>
        <Radio.Group
          aria-labelledby="lead-label"
          className="lead-units"
          value={other ? OTHER : chosen || null}
          onChange={(event) => choose(event.target.value as string)}
        >
          {options.map((unit, index) => (
            <Radio key={unit.unitId} value={unit.unitId} {...(index === 0 ? { id: fieldId('leadUnitId') } : {})}>
              <b>{unit.name}</b> {unit.tag}
              {unit.lines.map((line) => (
                <span key={line} className="second lead-basis">
                  {line}
                </span>
              ))}
            </Radio>
          ))}
          {listed.indexOf(view.center.id) === listed.length - 1 ? (
            <Radio value={view.center.id}>{t.centerItself(view.center.short)}</Radio>
          ) : null}
          <Radio value={OTHER}>{t.otherUnit}</Radio>
        </Radio.Group>
        {wrong ? (
          <div className="field-error" role="alert">
            {t.chooseLead}
          </div>
        ) : null}
      </div>
      {other ? <UnitField {...props} field="leadUnitId" label={t.otherUnit} /> : null}
    </>
  );
}
