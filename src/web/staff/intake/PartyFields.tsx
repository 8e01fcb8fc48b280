import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { useWords } from './catalog.ts';
import { Paper, type PartyFieldsProps } from './Paper.tsx';

/** Of the other side often no more than a name and a number is known: the rest opens when asked for, or when filled. */
function useDetails({ party, errors }: PartyFieldsProps): [boolean, () => void] {
  const [asked, setAsked] = useState(false);
  const filled = party.idNumber + party.address + party.contactPerson + party.idException !== '' || party.minor;
  const wrong = Object.keys(errors).some((field) => field !== 'name' && field !== 'phone');
  return [party.side === 'applicant' || asked || filled || wrong, () => setAsked(true)];
}

function Minor({ party, position, errors, set }: PartyFieldsProps) {
  const t = useWords();
  if (party.kind !== 'person' || party.represents !== null) return null;
  return (
    <div className="party-minor" data-walk="skip">
      <Checkbox
        id={fieldId(`parties.${position}.minor`)}
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
  );
}

/** One party, open for writing. Who speaks for whom stands in Representing. */
export function PartyFields(props: PartyFieldsProps) {
  const { party, position, errors, set, onLeave } = props;
  const t = useWords();
  const [details, openDetails] = useDetails(props);
  const organization = party.kind === 'organization';
  const at = (field: string) => `parties.${position}.${field}`;
  const text = (field: 'name' | 'phone' | 'address' | 'contactPerson', label: string, span: number) => (
    <Field
      name={at(field)}
      label={label}
      span={span}
      error={errors[field]}
      limit={field === 'address' ? 200 : 80}
      typed={party[field]}
    >
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
      {text('name', organization ? t.organizationName : t.name, organization ? 8 : 4)}
      {organization ? null : text('phone', t.phone, 4)}
      <Choice
        name={at('kind')}
        label={t.kind}
        span={4}
        skip
        options={[
          { value: 'person', label: t.person },
          { value: 'organization', label: t.organization },
        ]}
        value={party.kind}
        onChange={(kind) => set({ kind, idKind: kind === 'person' ? 'idCard' : 'creditCode', minor: false })}
      />
      {organization ? text('phone', t.phone, 6) : null}
      {organization ? text('contactPerson', t.contact, 6) : null}
      {details ? <Paper {...props} /> : null}
      {details ? text('address', organization ? t.seat : t.address, organization ? 12 : 8) : null}
      {details ? <Minor {...props} /> : null}
      {details ? null : (
        <button type="button" className="link-button form-wide" onClick={openDetails}>
          {t.moreOfThem}
        </button>
      )}
    </div>
  );
}
