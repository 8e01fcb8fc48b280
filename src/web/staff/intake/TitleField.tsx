import { Input } from 'antd';
import { proposedTitle } from '../../../intake/proposedTitle.ts';
import { Field } from '../../../ui/Field.tsx';
import { useWords } from './catalog.ts';
import type { PartProps } from './Why.tsx';

/** In one line; who has no time for it sees what it will be called. */
export function TitleField({ form, change, errors }: PartProps) {
  const t = useWords();
  const proposed = proposedTitle(
    form.facts,
    form.parties.map(({ name }) => name),
  );
  return (
    <Field
      name="title"
      label={t.title}
      span={5}
      error={errors.title}
      hint={form.title === '' && proposed ? t.titleProposed(proposed) : undefined}
      skip
      limit={60}
      typed={form.title}
    >
      {(control) => (
        <Input
          {...control}
          value={form.title}
          placeholder={proposed || t.titleHint}
          onChange={(event) => change({ title: event.target.value })}
        />
      )}
    </Field>
  );
}
