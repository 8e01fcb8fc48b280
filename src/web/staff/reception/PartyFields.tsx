import { Checkbox, Input } from 'antd';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { useWords } from './catalog.ts';
import { Paper, type PartyFieldsProps } from './Paper.tsx';

/** One party, open for writing. Who speaks for whom stands in Representing. */
export function PartyFields(props: PartyFieldsProps) {
  const { party, position, errors, set, onLeave } = props;
  const t = useWords();
  const at = (field: string) => `parties.${position}.${field}`;
  const text = (field: 'phone' | 'address' | 'contactPerson', label: string, span: number) => (
    <Field name={at(field)} label={label} span={span} error={errors[field]}>
      {(control) => (
        <Input
          {...control}
          value={party[field]}
          autoComplete="off"
          onChange={(event) => set({ [field]: event.target.value })}
          onBlur={() => onLeave(field)}
        />
      )}
    </Field>
  );
  return (
    <div className="form-grid">
      <Field
        name={at('name')}
        label={party.kind === 'person' ? t.name : t.organizationName}
        span={7}
        error={errors.name}
      >
        {(control) => (
          <Input
            {...control}
            value={party.name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Choice
        name={at('kind')}
        label={t.kind}
        span={5}
        skip
        options={[
          { value: 'person', label: t.person },
          { value: 'organization', label: t.organization },
        ]}
        value={party.kind}
        onChange={(kind) => set({ kind, idKind: kind === 'person' ? 'idCard' : 'creditCode', minor: false })}
      />
      <Paper {...props} />
      {text('phone', t.phone, 5)}
      {text('address', t.address, 7)}
      {party.kind === 'organization' ? text('contactPerson', t.contact, 5) : null}
      {party.kind === 'person' && party.represents === null ? (
        <div className="form-wide" data-walk="skip">
          <Checkbox
            id={fieldId(at('minor'))}
            checked={party.minor}
            onChange={(event) => set({ minor: event.target.checked })}
          >
            {t.minor}
          </Checkbox>
          {errors.minor ? (
            <span className="field-error" role="alert">
              {errors.minor}
            </span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
