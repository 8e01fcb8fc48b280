import { Input, Select } from 'antd';
import { useState } from 'react';
import type { PartyInput } from '../../../intake/party.ts';
import { checkIdentity, identityKinds } from '../../../platform/identity.ts';
import { now } from '../../../platform/now.ts';
import { documentDayText } from '../../../ui/dates.ts';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { type Language, useLanguage } from '../../../ui/i18n.ts';
import { useWords, type Words } from './catalog.ts';
import type { Patch } from './parties.ts';

export type PartyFieldsProps = {
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
  return t.bornOn(documentDayText(read.birthDate), read.sex ? t[read.sex] : '');
}

/** The paper and its number, checked when it is left; a number that fails its check may be explained. */
export function Paper({ party, position, errors, set, onLeave, confirmCode }: PartyFieldsProps) {
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
          limit={200}
          typed={party.idException}
        >
          {(control) => (
            <Input
              {...control}
              value={party.idException}
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
