import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { Source } from '../../../intake/register.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { Pick } from '../../../ui/Pick.tsx';
import { categoriesQuery } from '../queries.ts';
import { sourceOptions } from '../sources.ts';
import { useWords } from './catalog.ts';
import type { RegisterForm } from './form.ts';
import { ServicesField } from './ServicesField.tsx';
import { TitleField } from './TitleField.tsx';

export type PartProps = {
  form: RegisterForm;
  change: (patch: Partial<RegisterForm>) => void;
  errors: Readonly<Record<string, string>>;
  today: string;
};

function Category({ form, change, errors }: PartProps) {
  const t = useWords();
  const { data = [], isPending } = useQuery(categoriesQuery);
  const options = data.map(({ code, name, initials }) => ({ value: code, label: name, initials, number: code }));
  return (
    <Field name="categoryCode" label={t.category} span={4} error={errors.categoryCode}>
      {(control) => (
        <Pick
          control={control}
          options={options}
          value={form.categoryCode}
          onChange={(categoryCode) => change({ categoryCode })}
          placeholder={t.categoryHint}
          nothingFound={t.nothingFound}
          loading={isPending}
        />
      )}
    </Field>
  );
}

function SourceField({ form, change }: PartProps) {
  const t = useWords();
  const options = sourceOptions(useLanguage()).map((option, index) => ({
    ...option,
    initials: '',
    number: String(index + 1),
  }));
  return (
    <Field name="source" label={t.source} span={3} skip>
      {(control) => (
        <Pick
          control={control}
          options={options}
          value={form.source}
          onChange={(source) => change({ source: source as Source })}
          placeholder=""
          nothingFound={t.nothingFound}
        />
      )}
    </Field>
  );
}

/** Matters of minors, violence and secrets are known to named people only. */
function Restriction({ form, change, errors }: PartProps) {
  const t = useWords();
  const options = [
    { value: '' as const, label: t.unrestricted },
    { value: 'minor' as const, label: t.minorMatter },
    { value: 'domesticViolence' as const, label: t.domesticViolence },
    { value: 'sexualHarm' as const, label: t.sexualHarm },
    { value: 'secret' as const, label: t.secret },
  ];
  return (
    <Field
      name="restriction"
      label={t.restriction}
      span={4}
      error={errors.restriction}
      hint={form.restriction ? t.restrictedMeans : undefined}
      skip
    >
      {(control) => (
        <Select
          {...control}
          options={options}
          value={form.restriction}
          onChange={(restriction) => change({ restriction })}
        />
      )}
    </Field>
  );
}

/** 2 为什么来: category, the story in the person's words, what is asked for. */
export function Why(props: PartProps) {
  const { form, change, errors, today } = props;
  const t = useWords();
  return (
    <div className="form-grid">
      <Category {...props} />
      <SourceField {...props} />
      <ServicesField {...props} />
      <Field
        name="facts"
        label={
          <>
            {t.facts} <span className="second">{t.count(form.facts.length)}</span>
          </>
        }
        span={12}
        error={errors.facts}
        limit={2000}
        typed={form.facts}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={form.facts}
            rows={3}
            placeholder={t.factsHint}
            onChange={(event) => change({ facts: event.target.value })}
          />
        )}
      </Field>
      <TitleField {...props} />
      <Field name="demands" label={t.demands} span={7} error={errors.demands} limit={1000} typed={form.demands}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={form.demands}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={(event) => change({ demands: event.target.value })}
          />
        )}
      </Field>
      <DayInput
        name="occurredOn"
        label={t.occurredOn}
        span={4}
        value={form.occurredOn}
        onChange={(occurredOn) => change({ occurredOn })}
        today={today}
        nearest="past"
        placeholder={t.dayHint}
        error={errors.occurredOn}
        skip
      />
      <Field name="peopleInvolved" label={t.people} span={2} error={errors.peopleInvolved} skip>
        {(control) => (
          <Input
            {...control}
            value={form.peopleInvolved}
            inputMode="numeric"
            placeholder={String(Math.max(form.parties.filter((party) => party.name.trim() !== '').length, 1))}
            onChange={(event) => change({ peopleInvolved: event.target.value })}
          />
        )}
      </Field>
      <Field name="headCount" label={t.headCount} span={2} error={errors.headCount} skip>
        {(control) => (
          <Input
            {...control}
            value={form.headCount}
            inputMode="numeric"
            onChange={(event) => change({ headCount: event.target.value })}
          />
        )}
      </Field>
      <Restriction {...props} />
    </div>
  );
}
