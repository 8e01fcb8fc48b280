import { Select } from 'antd';
import { type Service, serviceLabel, services } from '../../../reception/services.ts';
import { Field } from '../../../ui/Field.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { useWords } from './catalog.ts';
import type { PartProps } from './Why.tsx';

/** What the visit is counted as; who did not come in person made none. */
export function ServicesField({ form, change }: PartProps) {
  const t = useWords();
  const language = useLanguage();
  const inPerson = form.source === 'walkIn';
  return (
    <Field name="services" label={t.services} span={5} skip>
      {(control) => (
        <Select<Service[]>
          {...control}
          mode="multiple"
          maxTagCount="responsive"
          style={{ width: '100%' }}
          disabled={!inPerson}
          options={services.map((value) => ({ value, label: serviceLabel(value, language) }))}
          value={inPerson ? [...(form.services ?? ['mediation'])] : []}
          onChange={(given) => change({ services: given })}
        />
      )}
    </Field>
  );
}
