import { Input, Select } from 'antd';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from './catalog.ts';
import type { RegisterForm } from './form.ts';
import { changeParty, type Patch } from './parties.ts';

type RepresentingProps = {
  form: RegisterForm;
  position: number;
  set: (change: (form: RegisterForm) => RegisterForm) => void;
  errors: Readonly<Record<string, string>>;
};

/** Whom a representative speaks for, as what, and how far. */
export function Representing({ form, position, set, errors }: RepresentingProps) {
  const t = useWords();
  const party = form.parties[position];
  if (!party || party.represents === null) return null;
  const at = (field: string) => `parties.${position}.${field}`;
  const change = (patch: Patch) => set((old) => changeParty(old, position, patch));
  const own = form.parties.flatMap((one, value) =>
    one.represents === null && one.side === party.side ? [{ value, label: one.name || t.unnamed }] : [],
  );
  const roles = (['guardian', 'agent', 'legalRepresentative', 'chosenRepresentative'] as const).map((value) => ({
    value,
    label: t[value],
  }));
  return (
    <div className="form-grid">
      <Field name={at('represents')} label={t.represents} span={4} error={errors.represents} skip>
        {(control) => (
          <Select
            {...control}
            options={own}
            value={party.represents}
            onChange={(represents) => change({ represents })}
          />
        )}
      </Field>
      <Field name={at('representation')} label={t.representation} span={4} error={errors.representation} skip>
        {(control) => (
          <Select
            {...control}
            options={roles}
            value={party.representation}
            onChange={(representation) => change({ representation })}
          />
        )}
      </Field>
      <Field
        name={at('authority')}
        label={t.authority}
        span={4}
        error={errors.authority}
        limit={200}
        typed={party.authority}
      >
        {(control) => (
          <Input
            {...control}
            value={party.authority}
            placeholder={t.authorityHint}
            onChange={(event) => change({ authority: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
