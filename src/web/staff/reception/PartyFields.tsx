import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { PartyInput } from '../../../intake/party.ts';
import { checkIdentity, identityKinds } from '../../../platform/identity.ts';
import { formatDocumentDay, now } from '../../../platform/now.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { type Language, useLanguage } from '../../../ui/i18n.ts';
import { useWords, type Words } from './catalog.ts';
import type { Patch } from './parties.ts';

type PartyFieldsProps = {
  party: PartyInput;
  position: number;
  /** Field of the party → sentence: from the last check of the whole form, and from leaving a field. */
  errors: Readonly<Record<string, string>>;
  set: (patch: Patch) => void;
  /** Called when a number or phone is left, while the person still stands at the counter. */
  onLeave: (field: string) => void;
  /** The receptionist compared a credit code with the license: its warning is passed. */
  confirmCode: () => void;
};

type PaperOption = { value: PartyInput['idKind']; label: string };

function paperOptions(party: PartyInput, language: Language, t: Words): PaperOption[] {
  const none: PaperOption = { value: 'none', label: identityKinds.none[language] };
  if (party.kind === 'organization') return [{ value: 'creditCode', label: t.creditCode }, none];
  const kinds = Object.keys(identityKinds) as (keyof typeof identityKinds)[];
  return kinds.map((kind) => ({ value: kind, label: identityKinds[kind][language] }));
}

function readingOf(party: PartyInput, t: Words): string | undefined {
  if (party.idKind === 'creditCode' || party.idNumber.trim() === '') return undefined;
  const read = checkIdentity(party.idKind, party.idNumber, now());
  if (!read.ok || !read.birthDate) return undefined;
  return t.bornOn(formatDocumentDay(read.birthDate), read.sex ? t[read.sex] : '');
}

function Paper({ party, position, errors, set, onLeave, confirmCode }: PartyFieldsProps) {
  const t = useWords();
  const language = useLanguage();
  const [explaining, setExplaining] = useState(party.idException !== '');
  const at = (field: string) => `parties.${position}.${field}`;
  const none = party.idKind === 'none';
  // The only problem that a person may answer with a reason (register: idException).
  const checksum = party.idKind !== 'creditCode' && errors.idNumber?.includes('校验不符') === true;
  return (
    <>
      <Field name={at('idKind')} label={t.idKind} span={5} skip>
        {(control) => (
          <Select
            {...control}
            style={{ width: '100%' }}
            popupMatchSelectWidth={false}
            options={paperOptions(party, language, t)}
            value={party.idKind}
            onChange={(idKind) => set({ idKind })}
          />
        )}
      </Field>
      {none ? null : (
        <Field
          name={at('idNumber')}
          label={t.idNumber}
          span={7}
          error={errors.idNumber}
          hint={readingOf(party, t)}
          skip={party.side !== 'applicant'}
        >
          {(control) => (
            <Input
              {...control}
              value={party.idNumber}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => set({ idNumber: event.target.value })}
              onBlur={() => onLeave('idNumber')}
            />
          )}
        </Field>
      )}
      {none || explaining ? (
        <Field
          name={at('idException')}
          label={none ? t.noPapersWhy : t.idException}
          span={none ? 7 : 12}
          error={errors.idException}
        >
          {(control) => (
            <Input
              {...control}
              value={party.idException}
              maxLength={200}
              onChange={(event) => set({ idException: event.target.value })}
            />
          )}
        </Field>
      ) : checksum ? (
        <button
          type="button"
          className="link-button form-wide"
          onClick={() => {
            setExplaining(true);
            setTimeout(() => document.getElementById(fieldId(at('idException')))?.focus());
          }}
        >
          {t.itIsRight}
        </button>
      ) : null}
      {party.idKind === 'creditCode' && errors.idNumber?.includes('照登') ? (
        <button type="button" className="link-button form-wide" onClick={confirmCode}>
          {t.creditConfirm}
        </button>
      ) : null}
    </>
  );
}

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
